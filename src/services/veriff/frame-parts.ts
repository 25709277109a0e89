/** The elements that stand around Veriff's frame, each with its whole style. */
import type { FrameText } from '../../core/frame-text.js';
import * as styles from './frame-stage.styles.js';
import { paint, type Styles } from './frame-stage.styles.js';

export function make<K extends keyof HTMLElementTagNameMap>(name: K, look: Styles, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  return paint(element, look);
}

export function makeButton(text: string, onClick: (event: MouseEvent) => unknown, look: Styles): HTMLButtonElement {
  const button = make('button', look, text);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}

export function makeQuestion(text: FrameText, onStay: () => void, onLeave: () => void): HTMLElement {
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

export function isShown({ style }: HTMLElement): boolean {
  return style.display !== 'none';
}

export function show({ style }: HTMLElement, display: 'grid' | 'none'): void {
  style.setProperty('display', display, 'important');
}

/** Something moves while the frame loads, unless the user wants nothing to. */
export function run(line: HTMLElement): Animation | null {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return null;
  // In a shadow tree, since what is important on the line itself can't be animated.
  const mover = document.createElement('div');
  Object.assign(mover.style, styles.MOVER);
  line.attachShadow({ mode: 'open' }).append(mover);
  return mover.animate([{ marginInlineStart: '-40%' }, { marginInlineStart: '100%' }], { duration: 1400, iterations: Infinity, easing: 'ease-in-out' });
}
