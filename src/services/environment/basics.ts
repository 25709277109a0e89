/** What the browser and the page must offer before a session is spent; the rest is inspected by what is loaded later. */
import type { EnvironmentReport } from '../../core/environment.js';

/** What every page is asked before all else. */
export type Basics = Pick<EnvironmentReport, 'secureContext' | 'supported'>;

/** What the flow and Veriff's SDK take from `document`. */
const MEMBERS = [
  'activeElement',
  'addEventListener',
  'adoptedStyleSheets',
  'baseURI',
  'body',
  'createElement',
  'documentElement',
  'getElementById',
  'querySelector',
  'querySelectorAll',
  'removeEventListener',
  'visibilityState',
] as const;

/** A member of `document` that the page hides by the name of a form, an image or a frame. What scripts have put there may stand. */
export function hiddenMember(): string | undefined {
  return MEMBERS.find((name) => {
    const found: unknown = document[name];
    const isNamed = found instanceof Element || found instanceof HTMLCollection || (found instanceof Object && 'frameElement' in found);
    return isNamed && found !== Reflect.get(Document.prototype, name, document);
  });
}

export function basics(): Basics {
  return {
    secureContext: window.isSecureContext,
    supported: 'HTMLDialogElement' in window && 'AbortController' in window && 'attachInternals' in HTMLElement.prototype,
  };
}
