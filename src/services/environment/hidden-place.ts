/** A place in the document for frames that are only asked something: nobody sees it, and no style of the page reaches it. */
export interface HiddenPlace {
  readonly root: ShadowRoot;
  readonly remove: () => void;
}

/** A frame that is in no document is not held against the page's Content-Security-Policy by any browser. */
export function hiddenPlace(): HiddenPlace {
  const host = document.createElement('div');
  host.style.setProperty('display', 'none', 'important');
  const root = host.attachShadow({ mode: 'open' });
  document.documentElement.append(host);
  return { root, remove: () => host.remove() };
}

/** A frame of `origin`, by such a URL as a session has: policies may name paths. */
export function sampleFrame(origin: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = `${origin}/v/`;
  return frame;
}
