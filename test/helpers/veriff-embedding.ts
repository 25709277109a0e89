import { onCleanup, standIn } from './element-cleanup.js';
import { open, openReady, openStarted, type Opening } from './veriff-opening.js';

/** Stands for the element: shows its light DOM by a slot, until the test ends. */
export function addHost(style = '', place: ParentNode = document.body): HTMLElement {
  const host = document.createElement('veriff-host');
  host.style.cssText = `display: block; ${style}`;
  host.attachShadow({ mode: 'open' }).innerHTML = '<p>The element</p><slot name="veriff"></slot>';
  place.append(host);
  onCleanup(() => host.remove());
  return host;
}

/** A control of the page beside it, until the test ends. */
export function addButton(name: string, place: Element = document.body): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = name;
  place.append(button);
  onCleanup(() => button.remove());
  return button;
}

/**
 * The device as the SDK asks for it, until the test ends: one that hovers, unless told otherwise. Chromium forgets its mouse
 * once its window was given another size.
 */
export function useMouse(hovers = true): void {
  const query = window.matchMedia.bind(window);
  standIn(window, 'matchMedia', (media) => query(media.replace('(hover: none)', hovers ? 'not all' : 'all')));
}

type Overrides = Parameters<typeof open>[0];

export const embed = (host = addHost(), overrides: Overrides = {}): Opening => open({ embedIn: host, ...overrides });
export const embedReady = (host = addHost(), overrides: Overrides = {}): Promise<Opening> => openReady({ embedIn: host, ...overrides });
export const embedStarted = (host = addHost(), overrides: Overrides = {}): Promise<Opening> => openStarted({ embedIn: host, ...overrides });
