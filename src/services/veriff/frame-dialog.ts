/**
 * Our modal `<dialog>` around Veriff's frame: a child of `body` in the top layer, so that it stands above the page's own
 * dialogs and outside transformed bodies. Its styles are inline and important, since the page's rules reach it here.
 */
import type { FrameText } from '../../core/frame-text.js';
import { BAR, BUTTON, COVER, CUSTOM_PROPERTIES, DIALOG, FOCUS_RING, FRAME, OPENING, PANEL, PRIMARY, SLOW, TEXT, TITLE, WRAPPER, paint, type Styles } from './frame-dialog.styles.js';

export interface FrameDialogText extends FrameText {
  /** BCP 47, of these words. */
  readonly lang: string;
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
  /** From now on closing would lose what the user has done: ask once before. */
  askBeforeClosing(): void;
  close(): void;
}

/** @param onClosed the user has closed it; it is still to be torn down by `close()` */
export function createFrameDialog(text: FrameDialogText, themedLike: Element, onClosed: () => void): FrameDialog {
  const element = make('dialog', DIALOG);
  element.className = 'kyc-verification-dialog';
  element.lang = text.lang;
  element.setAttribute('aria-label', text.label);
  // The SDK's focus lock would pull the focus out of our own controls.
  element.setAttribute('data-no-focus-lock', 'true');
  takeTheme(element, themedLike);

  const bar = make('div', BAR);
  bar.append(makeButton(text.close, requestClose), make('span', TITLE, text.label));
  const cover = make('div', COVER);
  cover.setAttribute('role', 'status');
  cover.append(make('p', OPENING, text.opening));
  const question = makeQuestion(text, dismissQuestion, onClosed);
  element.append(bar, cover, question);

  let frame: HTMLIFrameElement | null = null;
  let asks = false;
  let removeSheet = (): void => undefined;

  function requestClose(): void {
    if (!asks || !question.hidden) return onClosed();
    showQuestion(true);
    question.querySelector('button')?.focus();
  }
  function dismissQuestion(): void {
    showQuestion(false);
    frame?.focus();
  }
  function showQuestion(shown: boolean): void {
    question.hidden = !shown;
    question.style.setProperty('display', shown ? 'block' : 'none', 'important');
  }
  function onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Browsers close a dialog at a repeated Escape, however often `cancel` is prevented.
    event.preventDefault();
    requestClose();
  }
  function onCancel(event: Event): void {
    // A file input's own `cancel` bubbles up to here.
    if (event.target !== element) return;
    event.preventDefault();
    requestClose();
  }

  showQuestion(false);
  element.addEventListener('keydown', onKeydown);
  element.addEventListener('cancel', onCancel);
  element.addEventListener('close', onClosed);
  return {
    element,
    open() {
      document.body.append(element);
      removeSheet = addSheet();
      element.showModal();
    },
    hold(held) {
      frame = held;
      cover.style.setProperty('display', 'grid', 'important');
      if (held.parentElement !== null) paint(held.parentElement, WRAPPER);
      paint(held, FRAME);
      held.focus();
    },
    showSlow() {
      cover.append(make('p', SLOW, text.slow));
    },
    showReady() {
      cover.style.setProperty('display', 'none', 'important');
    },
    askBeforeClosing() {
      asks = true;
    },
    close() {
      element.removeEventListener('close', onClosed);
      if (element.open) element.close();
      element.remove();
      removeSheet();
    },
  };
}

function makeQuestion(text: FrameDialogText, onStay: () => void, onLeave: () => void): HTMLElement {
  const question = make('div', PANEL);
  question.setAttribute('role', 'alertdialog');
  question.setAttribute('aria-label', text.leaveTitle);
  question.append(
    make('strong', TITLE, text.leaveTitle),
    make('p', TEXT, text.leaveText),
    makeButton(text.stay, onStay, PRIMARY),
    makeButton(text.leave, onLeave),
  );
  return question;
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, styles: Styles, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  return paint(element, styles);
}

function makeButton(text: string, onClick: () => void, styles = BUTTON): HTMLButtonElement {
  const button = make('button', styles, text);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}

function takeTheme(element: HTMLElement, themedLike: Element): void {
  const theme = getComputedStyle(themedLike);
  element.style.setProperty('color-scheme', theme.colorScheme, 'important');
  for (const name of CUSTOM_PROPERTIES) {
    const value = theme.getPropertyValue(name);
    if (value !== '') element.style.setProperty(name, value);
  }
}

/** Focus rings can't be inline. The sheet is on the page only while the dialog is. */
function addSheet(): () => void {
  if (!('adoptedStyleSheets' in document)) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FOCUS_RING);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
