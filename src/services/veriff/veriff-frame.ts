/**
 * Owns Veriff's frame from opening to teardown. What the frame says is passed on as hints; what follows from them is
 * decided in the core.
 */
import type { KycErrorCode } from '../../core/errors.js';
import type { FrameMessage } from '../../core/flow-events.js';
import type { Clock } from '../clock.js';
import type { Session } from '../endpoint-client.js';
import { createFrameContainer } from './frame-container.js';
import { createFrameDialog } from './frame-dialog.js';
import { FRAME_ID, lockFrame } from './frame-lock.js';
import { watchPlace } from './frame-place.js';
import type { FrameDialogText, FrameStage } from './frame-stage.js';
import { watchFrame } from './frame-watchdog.js';
import { guardMessages, type GenuineMessage } from './message-guard.js';
import { mountSdk, sdkEmbeds, type Mounted } from './sdk-mount.js';

export interface FrameOptions {
  /** Who may already have the document's lock. */
  readonly owner?: symbol;
  readonly session: Session;
  readonly sessionHosts: string;
  /** BCP 47; handed to Veriff. */
  readonly lang: string;
  readonly text: FrameDialogText;
  /** Whose custom properties the dialog, or the container, takes. */
  readonly themedLike: Element;
  /** The element that shows the frame within the page, by its slot `veriff`, where the SDK embeds; else a dialog does. */
  readonly embedIn?: HTMLElement | null;
  readonly clock: Clock;
  readonly isVisible: () => boolean;
  readonly onMessage: (message: FrameMessage) => void;
  /** The user, or the page, closed it. */
  readonly onClosed: () => void;
  readonly onFailed: (code: KycErrorCode) => void;
  /** Veriff wants the page to be loaded again. Where nobody is told, Veriff knows that it has no use to ask. */
  readonly onReloadRequest?: () => void;
  /** For the developer's console. */
  readonly onHint: (hint: 'camera-policy') => void;
}

/** How often FORCE_RELOAD may reopen the frame (law 8). */
const MAX_RELOADS = 3;

/** Opens Veriff above the page, or within it. The function that is returned closes it, once, whatever has happened to it meanwhile. */
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
  readonly #unguard: () => void;
  readonly #unlock: () => void;
  #stage: FrameStage | null = null;
  #mounted: Mounted | null = null;
  #unwatch = (): void => undefined;
  #unwatchPlace = (): void => undefined;
  #reloads = 0;
  #closed = false;

  constructor(options: FrameOptions, unlock: () => void) {
    this.#options = options;
    this.#unlock = unlock;
    this.#unguard = guardMessages(() => this.#mounted?.frame.contentWindow ?? null, options.sessionHosts, (message) => this.#hear(message));
    this.#attempt(() => this.#openWithin() || this.#openDialog());
  }

  readonly close = (): void => {
    if (this.#closed) return;
    this.#closed = true;
    // A page can have taken away what one of these needs: the others are done all the same.
    for (const undo of [() => this.#unmount(), this.#unguard, () => this.#stage?.close(), this.#unlock]) {
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

  /** The user, or the page, has closed it. */
  readonly #leave = (): void => this.#end(this.#options.onClosed);

  /** Shows a frame, or nothing: a page can have changed what the browser gives. */
  #attempt(mount: () => boolean): void {
    let isMounted = false;
    try {
      isMounted = mount();
    } catch {
      // There is no other way.
    }
    if (!isMounted) this.#end(() => this.#options.onFailed('frame-blocked'));
  }

  /** `false` where the element has no place for it, or the page and the device are against it. */
  #openWithin(): boolean {
    const container = this.#openContainer();
    if (container === null) return false;
    if (this.#mount(container)) return true;
    container.close();
    return false;
  }

  #openContainer(): FrameStage | null {
    const { embedIn = null, text, themedLike } = this.#options;
    if (embedIn === null || !sdkEmbeds()) return null;
    let container: FrameStage | null = null;
    try {
      container = createFrameContainer(embedIn, text, themedLike, this.#leave);
      container.open();
      return container;
    } catch {
      container?.close();
      return null;
    }
  }

  #openDialog(): boolean {
    const { text, themedLike } = this.#options;
    const dialog = createFrameDialog(text, themedLike, this.#leave);
    this.#stage = dialog;
    dialog.open();
    return this.#mount(dialog);
  }

  /** `false` where the session URL was not asked for: then there may be another way. */
  #mount(stage: FrameStage): boolean {
    const { clock, isVisible, lang, onFailed, onHint, onReloadRequest, session, text } = this.#options;
    this.#stage = stage;
    this.#mounted = mountSdk({ session, lang, title: text.label, onReload: onReloadRequest }, stage);
    if (this.#mounted === null) return false;
    const { frame } = this.#mounted;
    if (!stage.element.contains(frame)) throw new Error('The frame is not in its place');
    stage.hold(frame);
    this.#unwatchPlace = watchPlace(frame, this.#leave);
    this.#unwatch = watchFrame({
      frame,
      origin: session.origin,
      clock,
      isVisible,
      onSlow: () => stage.showSlow(),
      onFail: (code) => this.#end(() => onFailed(code)),
    });
    if (frame.featurePolicy?.allowsFeature('camera') === false) onHint('camera-policy');
    return true;
  }

  #unmount(): void {
    this.#unwatch();
    this.#unwatchPlace();
    this.#mounted?.unmount();
    this.#mounted = null;
  }

  #hear(message: GenuineMessage): void {
    const { onMessage, onFailed, onReloadRequest } = this.#options;
    switch (message) {
      case 'force-reload':
        if (++this.#reloads > MAX_RELOADS) return this.#end(() => onFailed('frame-timeout'));
        this.#unmount();
        return this.#attempt(() => this.#stage !== null && this.#mount(this.#stage));
      case 'reload-request':
        return onReloadRequest?.();
      case 'handshake':
        // The SDK answers the element with its frame's id: if the page has added one meanwhile, ours waits in vain.
        if (this.#mounted === null || document.getElementById(FRAME_ID) !== this.#mounted.frame) return;
        this.#mounted.answerHandshake();
        this.#unwatch();
        this.#stage?.showReady();
        return onMessage('handshake');
      case 'started':
        this.#stage?.askBeforeClosing(true);
        return onMessage('started');
      case 'submitted':
        this.#stage?.askBeforeClosing(false);
        return onMessage('submitted');
      case 'finished':
      case 'canceled':
        return this.#end(() => onMessage(message));
    }
  }
}

declare global {
  interface HTMLIFrameElement {
    /** Chromium's Permissions Policy of the frame. */
    readonly featurePolicy?: { allowsFeature(feature: string): boolean };
  }
}
