/**
 * Owns Veriff's frame from opening to teardown, and is the only file that names the SDK. What the frame says is passed on
 * as hints; what follows from them is decided in the core. The weaknesses of `@veriff/incontext-sdk` 2.5.0 that the parts
 * beside this file work against are listed in the domain notes, section 3.
 */
import { createVeriffFrame } from '@veriff/incontext-sdk';
import type { KycErrorCode } from '../../core/errors.js';
import type { FrameMessage } from '../../core/flow-events.js';
import { FRAME_ORIGINS } from '../../core/frame-origins.js';
import type { Clock } from '../clock.js';
import type { Session } from '../endpoint-client.js';
import { createFrameDialog, type FrameDialog, type FrameDialogText } from './frame-dialog.js';
import { FRAME_ID, lockFrame } from './frame-lock.js';
import { watchFrame } from './frame-watchdog.js';
import { guardMessages, type GenuineMessage } from './message-guard.js';
import { withOwnProperty } from './own-property.js';
import { savePageStyles } from './page-styles.js';
import { keepFromListening } from './sdk-ear.js';

export interface FrameOptions {
  /** Who may already have the document's lock. */
  readonly owner?: symbol;
  readonly session: Session;
  readonly sessionHosts: string;
  /** BCP 47; handed to Veriff. */
  readonly lang: string;
  readonly text: FrameDialogText;
  /** Whose custom properties the dialog takes. */
  readonly themedLike: Element;
  readonly clock: Clock;
  readonly isVisible: () => boolean;
  readonly onMessage: (message: FrameMessage) => void;
  /** The user, or the page, closed it. */
  readonly onClosed: () => void;
  readonly onFailed: (code: KycErrorCode) => void;
  /** For the developer's console. */
  readonly onHint: (hint: 'camera-policy') => void;
}

/** How often FORCE_RELOAD may reopen the frame (law 8). */
const MAX_RELOADS = 3;
const FEATURES = ['camera', 'microphone', 'autoplay', 'fullscreen', 'accelerometer', 'magnetometer', 'gyroscope', 'picture-in-picture'];

/** Opens Veriff above the page. The function that is returned closes it, once, whatever has happened to it meanwhile. */
export function openVeriffFrame(options: FrameOptions): () => void {
  const unlock = lockFrame(options.owner ?? Symbol('frame'));
  if (unlock === null) {
    options.onFailed('frame-busy');
    return () => undefined;
  }
  try {
    return new VeriffFrame(options, unlock).close;
  } catch {
    // A page can have changed what the browser gives: then nothing of ours stays on it.
    unlock();
    options.onFailed('frame-blocked');
    return () => undefined;
  }
}

class VeriffFrame {
  readonly #options: FrameOptions;
  readonly #dialog: FrameDialog;
  readonly #unguard: () => void;
  readonly #unlock: () => void;
  readonly #observer: MutationObserver;
  #mounted: Mounted | null = null;
  #unwatch = (): void => undefined;
  #reloads = 0;
  #closed = false;

  constructor(options: FrameOptions, unlock: () => void) {
    this.#options = options;
    this.#unlock = unlock;
    this.#dialog = createFrameDialog(options.text, options.themedLike, () => this.#end(options.onClosed));
    this.#unguard = guardMessages(() => this.#mounted?.frame.contentWindow ?? null, options.sessionHosts, (message) => this.#hear(message));
    // Also a frame that is only moved is lost: it loads again, which may burn its URL.
    this.#observer = new MutationObserver((records) => {
      const frame = this.#mounted?.frame ?? null;
      const gone = records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(frame)));
      if (frame !== null && gone) this.#end(options.onClosed);
    });
    try {
      this.#dialog.open();
      this.#mount();
    } catch {
      this.#end(() => options.onFailed('frame-blocked'));
    }
    if (this.#closed) return;
    // The dialog goes with its document's elements, or alone; the frame may be taken out of it.
    this.#observer.observe(document, { childList: true });
    this.#observer.observe(document.documentElement, { childList: true });
    this.#observer.observe(document.body, { childList: true });
    this.#observer.observe(this.#dialog.element, { childList: true, subtree: true });
  }

  readonly close = (): void => {
    if (this.#closed) return;
    this.#closed = true;
    // A page can have taken away what one of these needs: the others are done all the same.
    for (const undo of [() => this.#observer.disconnect(), () => this.#unmount(), this.#unguard, () => this.#dialog.close(), this.#unlock]) {
      try {
        undo();
      } catch {
        // Nothing of it can be mended from here.
      }
    }
  };

  #end(tell: () => void): void {
    if (this.#closed) return;
    this.close();
    tell();
  }

  #mount(): void {
    const { clock, isVisible, onHint, onFailed, session } = this.#options;
    this.#mounted = mountSdk(this.#options, this.#dialog.element);
    const frame = this.#mounted?.frame;
    if (frame === undefined || frame.parentElement?.parentElement !== this.#dialog.element) {
      this.#end(() => onFailed('frame-blocked'));
      return;
    }
    this.#dialog.hold(frame);
    if (frame.featurePolicy?.allowsFeature('camera') === false) onHint('camera-policy');
    this.#unwatch = watchFrame({
      frame,
      origin: session.origin,
      clock,
      isVisible,
      onSlow: () => this.#dialog.showSlow(),
      onFail: (code) => this.#end(() => onFailed(code)),
    });
  }

  #unmount(): void {
    this.#unwatch();
    this.#mounted?.unmount();
    this.#mounted = null;
  }

  #hear(message: GenuineMessage): void {
    const { onMessage, onFailed } = this.#options;
    switch (message) {
      case 'force-reload':
        if (++this.#reloads > MAX_RELOADS) return this.#end(() => onFailed('frame-timeout'));
        this.#unmount();
        return this.#mount();
      case 'reload-request':
        return;
      case 'handshake':
        // The SDK answers the element with its frame's id: if the page has added one meanwhile, ours waits in vain.
        if (this.#mounted === null || document.getElementById(FRAME_ID) !== this.#mounted.frame) return;
        this.#mounted.answerHandshake();
        this.#unwatch();
        this.#dialog.showReady();
        return onMessage('handshake');
      case 'started':
        this.#dialog.askBeforeClosing(true);
        return onMessage('started');
      case 'submitted':
        this.#dialog.askBeforeClosing(false);
        return onMessage('submitted');
      case 'finished':
      case 'canceled':
        return this.#end(() => onMessage(message));
    }
  }
}

interface Mounted {
  readonly frame: HTMLIFrameElement;
  readonly answerHandshake: () => void;
  readonly unmount: () => void;
}

/**
 * Lets the SDK build its frame into the dialog: it would append to `body`, and moving a frame later loads it twice, which
 * burns a single-use URL, while `allow` must stand before the frame is inserted.
 */
function mountSdk({ session, lang, text }: FrameOptions, dialog: HTMLElement): Mounted | null {
  const { body } = document;
  const append = body.appendChild.bind(body);
  const styles = savePageStyles();
  let frame: HTMLIFrameElement | null = null;
  const appendToDialog = <T extends Node>(node: T): T => {
    frame = node instanceof Element ? node.querySelector<HTMLIFrameElement>(`#${FRAME_ID}`) : null;
    if (frame === null) return append(node);
    const origins = [...new Set([session.origin, ...FRAME_ORIGINS])].join(' ');
    frame.allow = FEATURES.map((feature) => `${feature} ${origins}`).join('; ');
    frame.title = text.label;
    return dialog.appendChild(node);
  };
  let sdk: { close: () => void };
  const ear = keepFromListening();
  try {
    sdk = withOwnProperty(window, 'addEventListener', ear.addEventListener, () =>
      withOwnProperty(body, 'appendChild', appendToDialog, () => createVeriffFrame({ url: session.url, lang })),
    );
  } catch {
    styles.restore(() => undefined);
    return null;
  }
  styles.locked();
  const made = frame as HTMLIFrameElement | null;
  const unmount = (): void => {
    ear.forget();
    styles.restore(() => closeSdk(sdk, made));
  };
  if (made !== null) return { frame: made, answerHandshake: () => ear.hear('VERIFF_HANDSHAKE'), unmount };
  unmount();
  return null;
}

/** The SDK closes whatever has its frame's id: here that is always its own frame, also one that the page has taken out. */
function closeSdk(sdk: { close: () => void }, made: HTMLIFrameElement | null): void {
  const frame = made ?? document.createElement('iframe');
  if (frame.parentNode === null) document.createElement('div').append(frame);
  const find = document.getElementById.bind(document);
  const findOwn = (id: string): HTMLElement | null => (id === FRAME_ID ? frame : find(id));
  withOwnProperty(document, 'getElementById', findOwn, () => {
    try {
      sdk.close();
    } catch {
      // Its teardown can throw when the page has changed its nodes; the dialog takes what is left of them with it.
    }
  });
}

declare global {
  interface HTMLIFrameElement {
    /** Chromium's Permissions Policy of the frame. */
    readonly featurePolicy?: { allowsFeature(feature: string): boolean };
  }
}
