/**
 * What stands around Veriff's frame wherever it is shown: a bar with Close, a cover until the frame answers, the question
 * before a flow that has started is closed. Its styles are inline and important, since the page's rules reach it.
 */
import type { FrameText } from '../../core/frame-text.js';
import { isShown, make, makeButton, makeQuestion, run, show } from './frame-parts.js';
import * as styles from './frame-stage.styles.js';
import { paint, type Styles } from './frame-stage.styles.js';
import { addSheet, takeTheme } from './frame-theme.js';

export interface FrameDialogText extends FrameText {
  /** BCP 47, of these words. */
  readonly lang: string;
  /** Direction of their script. */
  readonly dir: 'ltr' | 'rtl';
}

/** Where Veriff's frame is shown, and what the user sees and presses there. */
export interface FrameStage {
  readonly element: HTMLElement;
  /** A place in the page, for the SDK's embedded mode; else above the page, for its modal one. */
  readonly embeds: boolean;
  open(): void;
  /** The frame is in it, and on its way: browsers lay the whole page out before a dialog opens, which would hold the frame up. */
  reveal(): void;
  /** Gives a frame that was just put in its place, and the focus. */
  hold(frame: HTMLIFrameElement): void;
  /** It takes longer than usual. */
  showSlow(): void;
  /** The frame has answered. */
  showReady(): void;
  /** Whether closing would lose what the user has done. */
  askBeforeClosing(asks: boolean): void;
  close(): void;
}

export interface StageOptions {
  readonly text: FrameDialogText;
  /** Whose custom properties it takes. */
  readonly themedLike: Element;
  /** The user has closed it; it is still to be torn down by `close()`. */
  readonly onClosed: () => void;
  readonly frameStyles: Styles;
  readonly focus: (frame: HTMLIFrameElement) => void;
}

/** The part of a stage that is the same for all, within its `element`. */
export interface StageContent extends Pick<FrameStage, 'hold' | 'showSlow' | 'showReady' | 'askBeforeClosing'> {
  /** The element is in the page. */
  begin(): void;
  /** The user wishes to close; the question may come first. */
  requestClose(): void;
  end(): void;
}

export function fillStage(element: HTMLElement, { text, themedLike, onClosed, frameStyles, focus }: StageOptions): StageContent {
  element.lang = text.lang;
  element.dir = text.dir;
  element.setAttribute('aria-label', text.label);
  // A focus lock, be it the SDK's or the page's, would pull the focus out of our own controls.
  element.setAttribute('data-no-focus-lock', 'true');
  // Libraries that keep copies of pages keep none of this: Turbo leaves it out, htmx then keeps nothing of the page.
  element.setAttribute('data-turbo-temporary', '');
  element.setAttribute('hx-history', 'false');
  takeTheme(element, themedLike);

  const bar = make('div', styles.BAR);
  const cover = make('div', styles.COVER);
  const progress = make('div', styles.PROGRESS);
  const slow = make('p', styles.SLOW);
  const question = makeQuestion(text, dismissQuestion, onClosed);
  cover.setAttribute('role', 'status');
  // A double click is one wish, and no answer to the question that it brings up.
  bar.append(makeButton(text.close, ({ detail }) => detail < 2 && requestClose(), styles.CLOSE), make('span', styles.LABEL, text.label));
  cover.append(progress, make('p', styles.OPENING, text.opening), slow);
  element.append(bar, cover, question);

  let frame: HTMLIFrameElement | null = null;
  let asks = false;
  let progressing: Animation | null = null;
  let removeSheet = (): void => undefined;

  function requestClose(): void {
    if (!asks || isShown(question)) return onClosed();
    setInert(true);
    show(question, 'grid');
    question.querySelector('button')?.focus();
  }
  function dismissQuestion(): void {
    show(question, 'none');
    if (frame === null) return;
    setInert(false);
    focusFrame(frame);
  }
  /** Its wrapper as well, since that may scroll. */
  function setInert(inert: boolean): void {
    if (frame === null) return;
    frame.inert = inert;
    if (frame.parentElement !== null) frame.parentElement.inert = inert;
  }
  /**
   * Firefox lets no script move the focus into a frame of another origin while a key is handled, and nothing has a focus
   * before the element has a place for it: so again when that has been.
   */
  function focusFrame(held: HTMLIFrameElement): void {
    focus(held);
    if (document.activeElement === held) return;
    setTimeout(() => {
      if (held === frame && !held.inert && held.isConnected) focus(held);
    });
  }
  function onKeydown(event: KeyboardEvent): void {
    // Enter held down on Close must not answer the question that it brings up.
    if (event.repeat && event.key === 'Enter') event.preventDefault();
    if (event.key !== 'Escape') return;
    // Browsers close a dialog at a repeated Escape, however often `cancel` is prevented.
    event.preventDefault();
    if (!event.repeat) requestClose();
  }

  element.addEventListener('keydown', onKeydown);
  return {
    begin() {
      removeSheet = addSheet();
      progressing = run(progress);
    },
    hold(held) {
      frame = held;
      if (held.parentElement !== null) paint(held.parentElement, styles.WRAPPER);
      paint(held, frameStyles);
      slow.textContent = '';
      show(cover, 'grid');
      progressing?.play();
      dismissQuestion();
    },
    showSlow() {
      slow.textContent = text.slow;
    },
    showReady() {
      show(cover, 'none');
      progressing?.pause();
    },
    askBeforeClosing(value) {
      asks = value;
    },
    requestClose,
    end() {
      removeSheet();
      // The browser keeps an animation that runs, and all that hangs on it.
      progressing?.cancel();
    },
  };
}
