import { expect } from '@open-wc/testing';
import { button, find, open, openStarted, TEXT } from '../../helpers/veriff-opening.js';
import { addStyle, expectAsked, expectFilled } from '../../helpers/veriff-look.js';

const SHEETS = {
  'a reset of all properties': '* { all: revert !important }',
  'an unset of all properties': '*, *::before, *::after { all: unset !important }',
  'a reset in a layer': '@layer reset { * { all: initial !important } }',
  'responsive media':
    'iframe, img, video { max-width: 50% !important; height: auto !important; aspect-ratio: 16 / 9 !important; display: inline !important }',
  'styles for every dialog':
    'dialog { display: none !important; max-width: 20rem !important; max-height: 10rem !important; margin: auto !important; padding: 2rem !important; border: 5px solid !important; inset: auto !important; opacity: 0 !important; transform: translate(-50%, -50%) !important }',
  'styles for every div':
    'div { position: static !important; display: none; padding: 20px !important; margin: 20px !important; float: left; box-sizing: content-box !important; background: red !important }',
  'styles for every button':
    'button { height: 10px; max-height: 10px; max-width: 10px; overflow: hidden; line-height: 0; font-size: 0; text-indent: -999px; color: transparent }',
  'a blocker of Veriff’s id': '#veriffFrame { display: none !important; visibility: hidden !important; opacity: 0 !important; width: 1px !important; height: 1px !important }',
  'borders and outlines': '* { border: 3px solid; outline: 3px solid; box-sizing: content-box }',
} as const;

/** One rule each. `* { zoom }` is left out: it zooms the page's own root, and the dialog, like all of the page, with it. */
const RULES = [
  '* { transition: all 30s }',
  '* { transition: all 30s !important }',
  '* { translate: 10px 10px }',
  '* { scale: 0.5 }',
  '* { rotate: 3deg }',
  '* { aspect-ratio: 1 }',
  'dialog { translate: -50% -50% }',
  'dialog { scale: 0.9 }',
  'dialog { clip-path: circle(10px) }',
  'dialog { mask: linear-gradient(transparent, transparent) }',
  'dialog { contain: strict }',
  'dialog { pointer-events: none }',
  'dialog { animation: late 10s } @keyframes late { from { opacity: 0; top: 100px } }',
  'dialog { display: flex; flex: none; flex-direction: row; align-items: center; justify-content: center }',
  'dialog { writing-mode: vertical-rl }',
  'dialog { user-select: none }',
  'dialog { columns: 2 }',
  'dialog { overlay: none }',
  'dialog > div { inset: auto }',
  'div { max-height: 40px }',
  'div { max-height: 40px !important }',
  'div { min-height: 200px }',
  'div { max-width: 300px }',
  'div { width: 200px }',
  'div { height: 10px }',
  'div { transform: rotate(3deg) }',
  'div { opacity: 0 }',
  'div { visibility: hidden }',
  'div { overflow: hidden }',
  'div { content-visibility: hidden }',
  'div { align-self: start }',
  'iframe { clip-path: circle(10px) }',
  'iframe { pointer-events: none }',
  'iframe { align-self: start; justify-self: center }',
  'iframe { float: left; position: relative }',
  'span { position: absolute; inset: 0 }',
  'button { display: none }',
  'button { visibility: hidden }',
  'button { opacity: 0 }',
  'button { pointer-events: none }',
  'button { transform: translateY(-100px) }',
  'button { position: absolute; top: -100px }',
  'button { position: fixed; left: 0 }',
] as const;

describe('the dialog, under the page’s CSS,', () => {
  for (const [name, css] of [...Object.entries(SHEETS), ...RULES.map((rule) => [rule, rule] as const)]) {
    it(`keeps its place and its controls against ${name}`, async () => {
      addStyle(css);
      const opening = await openStarted();
      expectFilled(opening);
      button(opening, TEXT.close).click();
      expectAsked(opening);
    });
  }

  it('fills the page also where its text is very large', async () => {
    addStyle('html { font-size: 40px }');
    expectFilled(await openStarted());
  });

  it('shows the waiting text whole', () => {
    addStyle('div, p { max-height: 10px; overflow: hidden; visibility: hidden }');
    const text = find<HTMLElement>('[role=status] p', open().dialog());
    expect(text.getBoundingClientRect().height).to.be.at.least(20);
    expect(text.checkVisibility({ visibilityProperty: true })).to.be.true;
  });
});
