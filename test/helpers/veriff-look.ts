import { expect } from '@open-wc/testing';
import { onCleanup } from './element-cleanup.js';
import { button, find, TEXT, type Opening } from './veriff-opening.js';
import { expectSame } from './veriff-page.js';

/** At least 48 px, and more where the page's text is large. */
const barHeight = (): number => Math.max(48, 3 * parseFloat(getComputedStyle(document.documentElement).fontSize));
/** CSS px, WCAG 2.5.5. */
const TARGET = 44;

/** A style sheet of the page, until the test ends. */
export function addStyle(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  onCleanup(() => style.remove());
}

/**
 * Waits until the browser has painted, and knows where the focus is: until then it sends clicks and keys to a frame of
 * another origin that had them before.
 */
export async function painted(): Promise<void> {
  for (let times = 0; times < 2; times++) await new Promise(requestAnimationFrame);
}

/** The dialog covers the page, the frame what is below its bar, and Close can be hit. */
export function expectFilled(opening: Opening): void {
  const dialog = opening.dialog();
  const bar = barHeight();
  expect(rectOf(dialog), 'dialog').to.deep.equal([0, 0, innerWidth, innerHeight]);
  expect(rectOf(find('div', dialog)), 'bar').to.deep.equal([0, 0, innerWidth, bar]);
  expect(rectOf(opening.frame()), 'frame').to.deep.equal([0, bar, innerWidth, innerHeight - bar]);
  expectSame(document.elementFromPoint(innerWidth / 2, innerHeight / 2), opening.frame(), 'in the middle');
  expectUsable(button(opening, TEXT.close));
}

/**
 * The container has all the width of its place, no more, and no less of a height than Veriff wants; the frame is what is
 * below its bar, and never narrower than Veriff wants.
 */
export function expectEmbedded(opening: Opening, place: Element): void {
  const [container, frame] = [opening.stage(), opening.frame()];
  const [[x, y, width, height], [placeX, , placeWidth]] = [rectOf(container), rectOf(place)];
  const bar = barHeight();
  expect([x, width], 'across').to.deep.equal([placeX, placeWidth]);
  expect(height - bar, 'height').to.equal(Math.min(800, Math.max(680, innerHeight - bar)));
  expect(rectOf(find('div', container)), 'bar').to.deep.equal([x, y, width, bar]);
  const rect = rectOf(frame);
  expect([rect[1], rect[3]], 'frame, down').to.deep.equal([y + bar, height - bar]);
  expect(rect[2], 'frame, width').to.equal(Math.max(600, width));
  expect(document.documentElement.scrollWidth, 'width of the page').to.be.at.most(innerWidth);
  expectUsable(button(opening, TEXT.close));
  frame.scrollIntoView({ block: 'center', inline: 'nearest' });
  const { left, top } = frame.parentElement!.getBoundingClientRect();
  expectSame(document.elementFromPoint(left + width / 2, top + (height - bar) / 2), frame, 'in the middle');
}

/** The question is wholly in view, in the middle below the bar, and its answers can be hit. */
export function expectAsked(opening: Opening): void {
  const panel = find<HTMLElement>('[role=alertdialog]', opening.dialog());
  const [x, y, width, height] = rectOf(panel);
  expect(seen(panel), 'the question is seen').to.be.true;
  expect(width, 'width').to.equal(Math.min(384, innerWidth - 32));
  expect(height, 'height').to.be.within(120, 300);
  expect(panel.scrollHeight, 'nothing is cut off').to.be.at.most(panel.clientHeight);
  expect(x + width / 2, 'middle across').to.equal(innerWidth / 2);
  expect(y + height / 2, 'middle down').to.be.closeTo((barHeight() + innerHeight) / 2, 1);
  for (const name of [TEXT.stay, TEXT.leave]) expectUsable(button(opening, name));
}

export function expectUsable(control: HTMLElement): void {
  control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const [x, y, width, height] = rectOf(control);
  const name = control.textContent ?? '';
  expect(seen(control), `${name} is seen`).to.be.true;
  expect(Math.min(width, height), `size of ${name}`).to.be.at.least(TARGET);
  expectSame(document.elementFromPoint(x + width / 2, y + height / 2), control, name);
}

const seen = (element: HTMLElement): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

function rectOf(element: Element): readonly [number, number, number, number] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height];
}
