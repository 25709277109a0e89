import { expect } from '@open-wc/testing';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { useColorScheme, usePreferences, useWindow } from '../../helpers/element-viewing.js';
import { itUnless, unlessEmulated } from '../../helpers/unless.js';
import { addHost, embed, embedReady, embedStarted, useMouse } from '../../helpers/veriff-embedding.js';
import { addStyle, expectEmbedded, expectUsable } from '../../helpers/veriff-look.js';
import { button, find, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { expectFocus } from '../../helpers/veriff-page.js';

/** The page's rules that a theme, a builder or a reset may bring. */
const RULES = [
  'div { display: none }',
  'div { display: none !important }',
  'veriff-host > * { display: none !important }',
  'div { position: static !important; padding: 20px !important; margin: 20px !important; float: left; box-sizing: content-box !important }',
  'div { max-height: 40px !important }',
  'div { max-width: 300px; width: 200px; height: 10px }',
  'div { transform: rotate(3deg) scale(0.5) }',
  'div { opacity: 0; visibility: hidden; overflow: visible }',
  'div::before, div::after { content: "x" !important; display: block !important; height: 100px !important }',
  'iframe { width: 10px !important }',
  'iframe, img, video { max-width: 50% !important; height: auto !important; aspect-ratio: 16 / 9 !important; display: inline !important }',
  'iframe { position: relative; float: left; clip-path: circle(10px); pointer-events: none }',
  '#veriffFrame { display: none !important; visibility: hidden !important; width: 1px !important; height: 1px !important }',
  'button { display: none; position: absolute; top: -100px; font-size: 0; max-width: 10px }',
  'p, span, strong { display: none !important; font-size: 0 !important }',
  '* { all: revert !important }',
  'div, iframe, button { translate: 10px 10px !important; scale: 0.5 }',
  '@layer reset { div, iframe, button { all: initial !important } }',
] as const;

const nextTask = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

/** The question is in the middle of the container, in view, and both answers can be hit. */
async function expectAsked(opening: Opening): Promise<void> {
  button(opening, TEXT.close).click();
  await nextTask();
  const panel = find<HTMLElement>('[role=alertdialog]', opening.stage());
  const [outer, inner] = [opening.stage().getBoundingClientRect(), panel.getBoundingClientRect()];
  expect(inner.width).to.equal(Math.min(384, outer.width - 32));
  expect(inner.height).to.be.within(120, 300);
  expect((inner.left + inner.right) / 2).to.be.closeTo((outer.left + outer.right) / 2, 1);
  expectFocus(button(opening, TEXT.stay));
  expect(inner.top, 'its top is in view').to.be.at.least(0);
  for (const name of [TEXT.stay, TEXT.leave]) expectUsable(button(opening, name));
}

beforeEach(() => useMouse());

describe('the container’s place', () => {
  for (const width of [320, 599, 600, 700, 784]) {
    it(`is all of an element of ${width} px, and the frame has 600 px at least`, async () => {
      const host = addHost(`width: ${width}px`);
      const opening = await embedStarted(host);
      expectEmbedded(opening, host);
      await expectAsked(opening);
    });
  }

  it('is as high as the window where that is between what Veriff wants at least and at best', async () => {
    for (const height of [500, 800, 1000]) {
      await useWindow(1000, height);
      const host = addHost();
      const opening = await embedReady(host);
      expectEmbedded(opening, host);
      opening.close();
    }
  });

  it('is hidden, or can’t be pressed, with its place in the page', async () => {
    const host = addHost();
    const opening = await embedStarted(host);
    const hit = (): Element | null => {
      const { left, top } = button(opening, TEXT.close).getBoundingClientRect();
      return document.elementFromPoint(left + 5, top + 5);
    };
    expect(hit() === button(opening, TEXT.close)).to.be.true;
    for (const [name, value] of [['visibility', 'hidden'], ['pointer-events', 'none']] as const) {
      host.style.setProperty(name, value);
      expect(hit() === button(opening, TEXT.close), name).to.be.false;
      host.style.removeProperty(name);
      for (const node of [opening.frame(), button(opening, TEXT.close)]) expect(getComputedStyle(node).getPropertyValue(name), name).not.to.equal(value);
    }
  });

  it('scrolls within a narrower element, from the side where the line begins', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const opening = await embedReady(addHost('width: 400px'), { text: { ...TEXT, dir } });
      const wrapper = opening.frame().parentElement!;
      expect([wrapper.scrollWidth, wrapper.clientWidth]).to.deep.equal([600, 400]);
      const side = dir === 'ltr' ? 'left' : 'right';
      expect(opening.frame().getBoundingClientRect()[side]).to.equal(opening.stage().getBoundingClientRect()[side]);
      wrapper.scrollLeft = dir === 'ltr' ? 200 : -200;
      expect(Math.abs(wrapper.scrollLeft)).to.equal(200);
      opening.close();
    }
  });

  for (const [name, style] of Object.entries({
    'is as wide as its content': 'width: fit-content',
    floats: 'float: left',
    'is an inline block': 'display: inline-block',
  })) {
    it(`is neither nothing nor wider than the page in an element that ${name}`, async () => {
      const host = addHost(style);
      const opening = await embedReady(host);
      expectEmbedded(opening, host);
      expect(opening.stage().offsetWidth).to.be.within(600, document.body.clientWidth);
    });
  }

  it('takes no more than its share of a row', async () => {
    const row = document.createElement('section');
    row.style.cssText = 'display: grid; grid-template-columns: 1fr 1fr; width: 700px';
    document.body.append(row);
    onCleanup(() => row.remove());
    const host = addHost('', row);
    const opening = await embedReady(host);
    expect(opening.stage().offsetWidth).to.equal(350);
    expectEmbedded(opening, host);
  });

  it('keeps Close at the end of the line from right to left', async () => {
    const host = addHost();
    const opening = await embedReady(host, { text: { ...TEXT, dir: 'rtl' } });
    expect(button(opening, TEXT.close).getBoundingClientRect().right).to.be.below(innerWidth / 2);
    expectEmbedded(opening, host);
  });

  it('brings its top into view when it opens', async () => {
    const space = document.createElement('section');
    space.style.height = '2000px';
    document.body.prepend(space);
    onCleanup(() => space.remove());
    const opening = await embedReady();
    await nextTask();
    expect(opening.stage().getBoundingClientRect().top).to.be.within(-1, innerHeight - 100);
    expectFocus(opening.frame());
    window.scrollTo(0, 0);
  });
});

describe('the container, under the page’s CSS,', () => {
  for (const css of RULES) {
    it(`keeps its place and its controls against ${css}`, async () => {
      addStyle(css);
      const host = addHost();
      const opening = await embedStarted(host);
      expectEmbedded(opening, host);
      await expectAsked(opening);
    });
  }

  it('has room for a bar where the page’s text is very large', async () => {
    addStyle('html { font-size: 40px }');
    const host = addHost();
    expectEmbedded(await embedStarted(host), host);
  });

  it('takes the spacing of letters and words that a user has set for the page', async () => {
    addStyle('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
    const opening = await embedStarted();
    const { letterSpacing, wordSpacing } = getComputedStyle(button(opening, TEXT.close));
    expect([letterSpacing, wordSpacing].map(parseFloat)).to.deep.equal([1.92, 2.56]);
    await expectAsked(opening);
  });

  it('leaves the page’s own buttons as they are', async () => {
    const own = document.body.appendChild(document.createElement('button'));
    onCleanup(() => own.remove());
    const style = (): string[] => ['color', 'outline', 'textDecoration', 'backgroundColor'].map((name) => getComputedStyle(own).getPropertyValue(name));
    const before = style();
    await embedReady();
    expect(style()).to.deep.equal(before);
  });
});

describe('the container’s look', () => {
  it('takes the custom properties of the element', () => {
    const themedLike = addHost('--kyc-surface-color: rgb(1, 2, 3); --kyc-text-color: rgb(250, 240, 230); --kyc-radius: 3px; --kyc-font-size: 20px; --kyc-border-color: rgb(9, 9, 9); color-scheme: dark');
    const opening = embed(addHost(), { themedLike });
    const container = getComputedStyle(opening.stage());
    expect(getComputedStyle(find('div', opening.stage())).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(button(opening, TEXT.close)).fontSize).to.equal('20px');
    expect([container.outlineColor, container.borderTopLeftRadius, container.colorScheme]).to.deep.equal(['rgb(9, 9, 9)', '3px', 'dark']);
  });

  itUnless(unlessEmulated('forced-colors'), 'has an edge and a main answer in forced colours', async () => {
    await usePreferences({ 'forced-colors': 'active' });
    const opening = await embedStarted();
    await expectAsked(opening);
    const { outlineStyle, outlineWidth } = getComputedStyle(opening.stage());
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '1px']);
    expect(getComputedStyle(button(opening, TEXT.stay)).borderTopWidth).to.equal('3px');
    expect(getComputedStyle(button(opening, TEXT.leave)).borderTopWidth).to.equal('1px');
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no axe violations while it waits, when it is open and while it asks, in ${scheme}`, async () => {
      await useColorScheme(scheme);
      const waiting = embed(addHost('width: 500px'));
      await expect(waiting.stage()).to.be.accessible({ ignoredRules: ['frame-tested'] });
      waiting.close();
      const opening = await embedStarted(addHost('width: 500px'));
      await expect(opening.stage()).to.be.accessible({ ignoredRules: ['frame-tested'] });
      button(opening, TEXT.close).click();
      await expect(opening.stage()).to.be.accessible({ ignoredRules: ['frame-tested'] });
    });
  }
});
