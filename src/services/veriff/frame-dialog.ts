/**
 * Our modal `<dialog>` around Veriff's frame: a child of `body` in the top layer, so that it stands above the page's own
 * dialogs and outside transformed bodies. Its styles are inline and important, since the page's rules reach it here.
 */
import type { FrameText } from '../../core/frame-text.js';
import * as styles from './frame-dialog.styles.js';
import { DIALOG_CLASS } from './frame-lock.js';
import { paint, type Styles } from './frame-dialog.styles.js';

export interface FrameDialogText extends FrameText {
  /** BCP 47, of these words. */
  readonly lang: string;
  /** Direction of their script. */
  readonly dir: 'ltr' | 'rtl';
}

export interface FrameDialog {
  readonly element: HTMLDialogElement;
  open(): void;
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

/** @param onClosed the user has closed it; it is still to be torn down by `close()` */
export function createFrameDialog(text: FrameDialogText, themedLike: Element, onClosed: () => void): FrameDialog {
  const element = make('dialog', styles.DIALOG);
  element.className = DIALOG_CLASS;
  element.lang = text.lang;
  element.dir = text.dir;
  element.setAttribute('aria-label', text.label);
  // The SDK's focus lock would pull the focus out of our own controls.
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
    if (frame !== null) frame.inert = true;
    show(question, 'grid');
    question.querySelector('button')?.focus();
  }
  function dismissQuestion(): void {
    show(question, 'none');
    if (frame === null) return;
    frame.inert = false;
    focusFrame(frame);
  }
  /** Firefox lets no script move the focus into a frame of another origin while a key is handled: so again when it has been. */
  function focusFrame(held: HTMLIFrameElement): void {
    held.focus();
    if (document.activeElement === held) return;
    setTimeout(() => {
      if (held === frame && !held.inert && held.isConnected) held.focus();
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
  function onCancel(event: Event): void {
    // A file input's own `cancel` bubbles up to here.
    if (event.target !== element) return;
    event.preventDefault();
    requestClose();
  }

  element.addEventListener('keydown', onKeydown);
  element.addEventListener('cancel', onCancel);
  element.addEventListener('close', onClosed);
  return {
    element,
    open() {
      document.body.append(element);
      removeSheet = addSheet();
      element.showModal();
      progressing = run(progress);
    },
    hold(held) {
      frame = held;
      if (held.parentElement !== null) paint(held.parentElement, styles.WRAPPER);
      paint(held, styles.FRAME);
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
    close() {
      element.removeEventListener('close', onClosed);
      if (element.open) element.close();
      element.remove();
      removeSheet();
      // The browser keeps an animation that runs, and all that hangs on it.
      progressing?.cancel();
    },
  };
}

function makeQuestion(text: FrameDialogText, onStay: () => void, onLeave: () => void): HTMLElement {
  const scrim = make('div', styles.SCRIM);
  const panel = make('div', styles.PANEL);
  const answers = make('div', styles.ANSWERS);
  panel.setAttribute('role', 'alertdialog');
  panel.setAttribute('aria-label', `${text.leaveTitle} ${text.leaveText}`);
  answers.append(makeButton(text.stay, onStay, styles.PRIMARY), makeButton(text.leave, onLeave, styles.BUTTON));
  panel.append(make('strong', styles.TITLE, text.leaveTitle), make('p', styles.TEXT, text.leaveText), answers);
  scrim.append(panel);
  return scrim;
}

function isShown({ style }: HTMLElement): boolean {
  return style.display !== 'none';
}

function show({ style }: HTMLElement, display: 'grid' | 'none'): void {
  style.setProperty('display', display, 'important');
}

/** Something moves while the frame loads, unless the user wants nothing to. */
function run(line: HTMLElement): Animation | null {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return null;
  // In a shadow tree, since what is important on the line itself can't be animated.
  const mover = document.createElement('div');
  Object.assign(mover.style, styles.MOVER);
  line.attachShadow({ mode: 'open' }).append(mover);
  return mover.animate([{ marginInlineStart: '-40%' }, { marginInlineStart: '100%' }], { duration: 1400, iterations: Infinity, easing: 'ease-in-out' });
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, look: Styles, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  return paint(element, look);
}

function makeButton(text: string, onClick: (event: MouseEvent) => unknown, look: Styles): HTMLButtonElement {
  const button = make('button', look, text);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}

/** The theme as it has come out at the element: what the page has set, else the element's default. */
function takeTheme(element: HTMLElement, themedLike: Element): void {
  const theme = getComputedStyle(themedLike);
  element.style.setProperty('color-scheme', theme.colorScheme, 'important');
  const take = (name: string, ...sources: readonly string[]): void => {
    const value = sources.map((source) => theme.getPropertyValue(source)).find((found) => found !== '');
    if (value !== undefined) element.style.setProperty(name, value);
  };
  for (const name of styles.CUSTOM_PROPERTIES) take(name, name.replace('--kyc-', '--_kyc-'), name);
  for (const name of styles.DERIVED_PROPERTIES) take(name, name);
  // Every part of the dialog is given its size: one that is relative to its parent's would grow from each to the next.
  if (theme.getPropertyValue('--_kyc-font-size') !== '') element.style.setProperty('--kyc-font-size', theme.fontSize);
}

/** Focus rings can't be inline. The sheet is on the page only while the dialog is. */
function addSheet(): () => void {
  if (!('adoptedStyleSheets' in document)) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.FOCUS_RING);
  // Past whatever the page has put in the property's place.
  const read = (): CSSStyleSheet[] => Reflect.get(Document.prototype, 'adoptedStyleSheets', document);
  const write = (sheets: CSSStyleSheet[]): void => void Reflect.set(Document.prototype, 'adoptedStyleSheets', sheets, document);
  write([...read(), sheet]);
  return () => write(read().filter((other) => other !== sheet));
}
