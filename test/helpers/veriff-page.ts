import { expect } from '@open-wc/testing';
import { standIn } from './element-cleanup.js';

const sheetNumbers = new WeakMap<CSSStyleSheet, number>();
let sheets = 0;

/** All that an open frame may leave behind in the page. */
export function tracesOf(): Record<string, unknown> {
  return {
    body: styleOf(document.body),
    html: styleOf(document.documentElement),
    nodes: document.querySelectorAll('dialog.kyc-verification-dialog, .kyc-verification-frame, #veriffFrame').length,
    sheets: Array.from(document.adoptedStyleSheets, numberOf),
    symbols: Object.getOwnPropertySymbols(document),
    appendChild: Object.getOwnPropertyDescriptor(document.body, 'appendChild'),
    getElementById: Object.getOwnPropertyDescriptor(document, 'getElementById'),
    matchMedia: Object.getOwnPropertyDescriptor(window, 'matchMedia'),
  };
}

function numberOf(sheet: CSSStyleSheet): number {
  const number = sheetNumbers.get(sheet) ?? ++sheets;
  sheetNumbers.set(sheet, number);
  return number;
}

/** The very same node. Told in words where it is not: the runner takes minutes to print two nodes. */
export function expectSame(actual: Element | null | undefined, expected: Element | null, what = 'element'): void {
  if (actual !== expected) expect.fail(`${what}: ${wordsOf(actual)} is not the ${wordsOf(expected)}`);
}

export function expectOther(actual: Element | null | undefined, unexpected: Element | null, what = 'element'): void {
  if (actual === unexpected) expect.fail(`${what}: it is the ${wordsOf(unexpected)}`);
}

export function expectFocus(expected: Element): void {
  expectSame(document.activeElement, expected, 'focus');
}

export function wordsOf(node: Element | null | undefined): string {
  return node == null ? 'nothing' : `<${node.localName}> “${(node.textContent ?? '').trim().slice(0, 40)}”`;
}

/** The inline style whatever its order, `null` where there is no such attribute. */
export function styleOf(element: HTMLElement): readonly string[] | null {
  const { style } = element;
  if (!element.hasAttribute('style')) return null;
  return Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)} ${style.getPropertyPriority(name)}`.trim()).sort();
}

/** Counts the listeners of `window` and `document` that come and go from now on, until the test ends. */
export function countListeners(): () => readonly string[] {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const listening: { target: EventTarget; type: string; listener: unknown; capture: boolean }[] = [];
  const isCapture = (options: boolean | EventListenerOptions = false): boolean =>
    typeof options === 'boolean' ? options : (options.capture ?? false);
  const indexOf = (target: EventTarget, type: string, listener: unknown, capture: boolean): number =>
    listening.findIndex((one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture);

  standIn(EventTarget.prototype, 'addEventListener', function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    const capture = isCapture(options);
    const known = indexOf(target, type, listener, capture) >= 0;
    if ((target === window || target === document) && !known) listening.push({ target, type, listener, capture });
    addEventListener.call(target, type, listener, options);
  });
  standIn(EventTarget.prototype, 'removeEventListener', function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    const at = indexOf(target, type, listener, isCapture(options));
    if (at >= 0) listening.splice(at, 1);
    removeEventListener.call(target, type, listener, options);
  });
  return () => listening.map(({ type }) => type).sort();
}
