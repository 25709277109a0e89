/** What the browser and the page must offer before a session is spent (contract, section 5). */

/** What `checkEnvironment()` found. */
export interface EnvironmentReport {
  readonly secureContext: boolean;
  /** The browser has the features that the element is built on. */
  readonly supported: boolean;
}

export function checkEnvironment(): EnvironmentReport {
  return {
    secureContext: window.isSecureContext,
    supported: 'HTMLDialogElement' in window && 'AbortController' in window && 'attachInternals' in HTMLElement.prototype,
  };
}
