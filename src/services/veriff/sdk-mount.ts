/**
 * Lets the SDK build its frame where we want it, and takes it away again; the only file that names the SDK. Each part beside
 * this file says which weakness of `@veriff/incontext-sdk` 2.5.0 it works against.
 */
import { createVeriffFrame } from '@veriff/incontext-sdk';
import { FRAME_ORIGINS } from '../../core/frame-origins.js';
import type { Session } from '../endpoint-client.js';
import { FRAME_ID } from './frame-lock.js';
import type { FrameStage } from './frame-stage.js';
import { withOwnProperty } from './own-property.js';
import { savePageStyles } from './page-styles.js';
import { keepFromListening } from './sdk-ear.js';

export interface SdkOptions {
  readonly session: Session;
  /** BCP 47; handed to Veriff. */
  readonly lang: string;
  /** Of the frame. */
  readonly title: string;
  /** Veriff is told whether there is one: only then its page asks for it. */
  readonly onReload: (() => void) | undefined;
}

export interface Mounted {
  readonly frame: HTMLIFrameElement;
  readonly answerHandshake: () => void;
  readonly unmount: () => void;
}

const FEATURES = ['camera', 'microphone', 'autoplay', 'fullscreen', 'accelerometer', 'magnetometer', 'gyroscope', 'picture-in-picture'];

/** What the SDK asks before it embeds: where this matches, it opens above the page by itself. */
const SMALL = '(max-width: 767px), (hover: none)';

/** Whether the SDK embeds its frame in this window, on this device. */
export function sdkEmbeds(): boolean {
  try {
    return !matchMedia(SMALL).matches;
  } catch {
    // As the SDK takes it.
    return true;
  }
}

/**
 * `null` where the SDK has put no frame into the stage.
 * @throws where it has put one somewhere, and the session URL may have been asked for
 */
export function mountSdk(options: SdkOptions, stage: FrameStage): Mounted | null {
  return stage.embeds ? mountEmbedded(options, stage.element) : mountModal(options, stage);
}

/**
 * The SDK would append to `body`, and moving a frame later loads it twice, which burns a single-use URL, while `allow` must
 * stand before the frame is inserted.
 */
function mountModal(options: SdkOptions, { element: dialog, reveal }: Pick<FrameStage, 'element' | 'reveal'>): Mounted | null {
  const { body } = document;
  const append = body.appendChild.bind(body);
  const styles = savePageStyles();
  const ear = keepFromListening();
  let frame: HTMLIFrameElement | null = null;
  const appendToDialog = <T extends Node>(node: T): T => {
    frame = frameIn(node);
    if (frame === null) return append(node);
    dress(frame, options);
    dialog.appendChild(node);
    // Before the SDK goes on: its focus lock would take the focus from what is to have it back.
    reveal();
    return node;
  };
  let sdk: { close: () => void };
  try {
    sdk = withOwnProperty(window, 'addEventListener', ear.addEventListener, () =>
      withOwnProperty(body, 'appendChild', appendToDialog, () => createVeriffFrame(frameOptions(options))),
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

/**
 * Here the SDK locks neither the focus nor the scrolling, but its `close` would unlock both all the same, and so bring back
 * what an earlier lock had found: the frame is taken away without it.
 */
function mountEmbedded(options: SdkOptions, container: HTMLElement): Mounted | null {
  const { body } = document;
  const append = body.appendChild.bind(body);
  const query = window.matchMedia.bind(window);
  const ear = keepFromListening();
  const wrapper = document.createElement('div');
  let frame: HTMLIFrameElement | null = null;
  const appendToContainer = <T extends Node>(node: T): T => {
    frame = frameIn(node);
    if (frame === null) throw new Error('Not the frame');
    dress(frame, options);
    // As it is by itself; said, so that whoever looks for what can be reached in the wrapper, which may scroll, finds it.
    frame.tabIndex = 0;
    wrapper.append(node);
    container.append(wrapper);
    return node;
  };
  const appendToBody = <T extends Node>(node: T): T => {
    // Before it has asked for the session URL.
    if (frameIn(node) !== null) throw new Error('Not embedded');
    return append(node);
  };
  // It was decided at the opening: the SDK would decide anew each time, and the window may have another size by now.
  const matchMedia = (media: string): MediaQueryList => (media === SMALL ? ({ matches: false } as MediaQueryList) : query(media));
  try {
    withOwnProperty(window, 'addEventListener', ear.addEventListener, () =>
      withOwnProperty(window, 'matchMedia', matchMedia, () =>
        withOwnProperty(body, 'appendChild', appendToBody, () =>
          withOwnProperty(container, 'appendChild', appendToContainer, () =>
            createVeriffFrame({ ...frameOptions(options), embedded: true, embeddedOptions: { rootElementID: container.id } }),
          ),
        ),
      ),
    );
  } catch (error) {
    if (frame !== null) throw error;
    return null;
  }
  const made = frame as HTMLIFrameElement | null;
  if (made === null) {
    document.querySelector(`#${FRAME_ID}`)?.remove();
    throw new Error('The frame was elsewhere');
  }
  return {
    frame: made,
    answerHandshake: () => ear.hear('VERIFF_HANDSHAKE'),
    unmount() {
      ear.forget();
      wrapper.remove();
      made.remove();
    },
  };
}

function frameOptions({ session, lang, onReload }: SdkOptions): { url: string; lang: string; onReload?: () => void } {
  return { url: session.url, lang, ...(onReload && { onReload }) };
}

function frameIn(node: Node): HTMLIFrameElement | null {
  if (!(node instanceof Element)) return null;
  return node instanceof HTMLIFrameElement && node.id === FRAME_ID ? node : node.querySelector<HTMLIFrameElement>(`#${FRAME_ID}`);
}

function dress(frame: HTMLIFrameElement, { session, title }: SdkOptions): void {
  const origins = [...new Set([session.origin, ...FRAME_ORIGINS])].join(' ');
  frame.allow = FEATURES.map((feature) => `${feature} ${origins}`).join('; ');
  frame.title = title;
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
