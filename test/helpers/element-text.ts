import { usePageStyle } from './element-viewing.js';
import { tree } from './element-parts.js';

const SPACING = 'letter-spacing: 0.12em !important; word-spacing: 0.16em !important;';

/** Text set apart as far as WCAG 2.2 asks (1.4.12), by a style sheet of the user that reaches everything. */
export function spaceText(element: Element): void {
  const sheet = document.createElement('style');
  sheet.textContent = `* { line-height: 1.5 !important; ${SPACING} } p { margin-block-end: 2em !important; }`;
  tree(element).append(sheet);
}

/** Letters and words set apart as far, by a style sheet that has only the element itself; until the test ends. */
export function spaceTextFromOutside(): void {
  usePageStyle(`kyc-verification { ${SPACING} }`);
}

interface Line {
  readonly node: Text;
  readonly holder: HTMLElement;
  readonly rects: readonly DOMRect[];
}

/** Where the texts are that can be seen. */
export function linesOf(element: Element): Line[] {
  const walker = document.createTreeWalker(tree(element), NodeFilter.SHOW_TEXT);
  const lines: Line[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    // A slot has no box of its own.
    const holder = node.parentElement instanceof HTMLSlotElement ? node.parentElement.parentElement : node.parentElement;
    if (!(node instanceof Text) || holder === null || node.data.trim() === '') continue;
    if (holder.closest('[role="status"], style') !== null || !holder.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    lines.push({ node, holder, rects: [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0) });
  }
  return lines;
}

/** What of the texts is cut off, lies on another text, or sticks out of the page to the side: none where all can be read. */
export function unreadable(element: Element): string[] {
  const lines = linesOf(element);
  return [...lines.flatMap(cutOff), ...lines.flatMap((line, index) => lines.slice(index + 1).flatMap((other) => overlap(line, other))), ...sticksOut(element)];
}

/** By an ancestor that hides what does not fit, or that ends before its text does. */
function cutOff({ node, holder, rects }: Line): string[] {
  for (let box: HTMLElement | null = holder; box !== null; box = box.parentElement) {
    const { overflow, display } = getComputedStyle(box);
    if (display === 'inline' || (overflow === 'visible' && !box.matches('button, a, li, p'))) continue;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (rects.some((rect) => rect.left < left - 1 || rect.right > right + 1 || rect.top < top - 1 || rect.bottom > bottom + 1)) {
      return [`${quote(node)} leaves its ${box.tagName}`];
    }
  }
  return [];
}

/** A pixel may be shared: the boxes of text are higher than its letters. */
function overlap(one: Line, other: Line): string[] {
  const meets = (a: DOMRect, b: DOMRect): boolean => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return one.rects.some((rect) => other.rects.some((also) => meets(rect, also))) ? [`${quote(one.node)} lies on ${quote(other.node)}`] : [];
}

function sticksOut(element: Element): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const wide = [...tree(element).querySelectorAll<HTMLElement>('[part]')].filter((node) => {
    const { left, right, width } = node.getBoundingClientRect();
    return width > 0 && (left < -0.5 || right > clientWidth + 0.5);
  });
  return [
    ...wide.map((node) => `${node.getAttribute('part') ?? ''} sticks out`),
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : []),
  ];
}

function quote({ data }: Text): string {
  return `“${data.trim().slice(0, 30)}”`;
}
