import { onCleanup, standIn } from '../helpers/element-cleanup.js';
import { realWait, turn } from './clock.js';
import { SECRET } from './server.js';

export const FRAME_PAGE = `${location.origin}/test/helpers/element-frame.html`;

/** The page's own inline styles; with priorities and a variable, which the SDK's scroll lock forgets. */
const BODY_STYLE = 'margin: 3px; overflow: auto !important; --page-shade: #123;';
const ROOT_STYLE = 'scroll-behavior: smooth !important;';

type Speaker = Window & { readonly listens?: boolean };

export const dialogs = (): readonly HTMLDialogElement[] => [...document.querySelectorAll<HTMLDialogElement>('.kyc-verification-dialog')];
export const frames = (): readonly HTMLIFrameElement[] => [...document.querySelectorAll<HTMLIFrameElement>('#veriffFrame, .kyc-verification-dialog iframe')];

const speakerOf = (frame: HTMLIFrameElement): Speaker | null => frame.contentWindow;

/** Says a word out of the frame, as Veriff's page would, and waits until it has arrived. */
export async function say(page: PageState, frame: HTMLIFrameElement, word: string): Promise<void> {
  const { arrived } = page;
  speakerOf(frame)?.postMessage(word, '*');
  for (let turns = 0; page.arrived === arrived && frame.isConnected && turns < 20; turns++) await turn();
  await realWait(() => page.arrived > arrived || !frame.isConnected, 'a word of the frame');
}

/** The page's frame is there and its script has run. */
export async function loaded(frame: HTMLIFrameElement): Promise<void> {
  const isThere = (): boolean => speakerOf(frame)?.listens === true && frame.contentDocument?.readyState === 'complete';
  if (isThere()) return;
  await realWait(() => !frame.isConnected || isThere(), 'the frame has loaded');
  for (let turns = 0; turns < 2; turns++) await turn();
}

/** What the page and the device are like, as far as an element can see. */
export class PageState {
  isOnline = true;
  isVisible = true;
  /** Words of Veriff's that have arrived at the page, from wherever. */
  arrived = 0;
  readonly spoken: string[] = [];

  install(): void {
    const arrive = ({ data }: MessageEvent<unknown>): void => {
      if (typeof data === 'string' && data.startsWith('VERIFF_')) this.arrived++;
    };
    // Before any of the element's own, in whatever order an engine calls those that capture: they keep forged words from whoever listens later.
    window.addEventListener('message', arrive, { capture: true });
    onCleanup(() => window.removeEventListener('message', arrive, { capture: true }));
    standIn(navigator, 'onLine', true);
    standIn(document, 'visibilityState', 'visible');
    standIn(document, 'hidden', false);
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      standIn(console, level, (...words: unknown[]) => void this.spoken.push(words.map(String).join(' ')));
    }
  }

  /** Seen, online, and with styles of its own that must come back. */
  reset(): void {
    this.setOnline(true);
    this.setVisible(true);
    this.spoken.length = 0;
    document.body.style.cssText = BODY_STYLE;
    document.documentElement.style.cssText = ROOT_STYLE;
  }

  setOnline(isOnline: boolean): void {
    if (this.isOnline === isOnline) return;
    this.isOnline = isOnline;
    Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true, writable: true });
    window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
  }

  setVisible(isVisible: boolean): void {
    if (this.isVisible === isVisible) return;
    this.isVisible = isVisible;
    Object.defineProperty(document, 'visibilityState', { value: isVisible ? 'visible' : 'hidden', configurable: true, writable: true });
    Object.defineProperty(document, 'hidden', { value: !isVisible, configurable: true, writable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }

  /** What is wrong with the page while no frame, or one, is open. */
  get fault(): string | null {
    const open = dialogs().length;
    if (open > 1 || frames().length > 1) return `${open} windows and ${frames().length} frames of Veriff`;
    const { body, documentElement: root } = document;
    if (open === 0 && frames().length > 0) return 'a frame outside of a window';
    if (open === 0 && normal(body.style.cssText) !== normal(BODY_STYLE)) return `the body is left with ${body.style.cssText}`;
    if (open === 0 && normal(root.style.cssText) !== normal(ROOT_STYLE)) return `the root is left with ${root.style.cssText}`;
    const copies = dialogs().map((dialog) => {
      const copy = dialog.cloneNode(true) as HTMLDialogElement;
      copy.querySelectorAll('iframe').forEach((frame) => frame.removeAttribute('src'));
      return copy.outerHTML;
    });
    if (copies.some((copy) => copy.includes(SECRET))) return 'a secret in the window around Veriff';
    if (this.spoken.some((line) => line.includes(SECRET))) return 'a secret on the console';
    const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.title, JSON.stringify(history.state), location.href, document.cookie];
    return kept.some((text) => String(text).includes(SECRET)) ? 'a secret in storage, title, history or address' : null;
  }
}

const normal = (css: string): string => css.replace(/\s/g, '').split(';').filter(Boolean).sort().join();
