import { expect } from '@open-wc/testing';
import { read } from '../../src/element/page-scheme.js';
import { scriptEndpoint } from '../helpers/element-endpoint.js';
import { create, mountIn, place } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { part } from '../helpers/element-parts.js';
import { eventually } from '../helpers/element-time.js';
import type { KycVerificationElement } from '../../src/index.js';

const NEAR_BLACK = 'rgb(20, 24, 31)';
const NEAR_WHITE = 'rgb(238, 241, 246)';

async function within(style: string, own = ''): Promise<KycVerificationElement> {
  const parent = place(document.createElement('section'));
  parent.style.cssText = style;
  const element = place(create({ preview: 'guidance', style: own }), parent);
  await element.updateComplete;
  return element;
}

const textOf = (element: KycVerificationElement): string => getComputedStyle(part(element, 'title')).color;

describe('a page that does not declare its color-scheme', () => {
  it('is dark where its text is light', async () => {
    const element = await within('color: #dee2e6; background: #212529');
    expect(textOf(element)).to.equal(NEAR_WHITE);
    await expect(element).to.be.accessible();
  });

  it('is light where its text is dark', async () => {
    expect(textOf(await within('color: #212529'))).to.equal(NEAR_BLACK);
  });

  it('is told through a shadow root', async () => {
    const host = place(document.createElement('section'));
    host.style.color = '#eee';
    const element = place(create({ preview: 'guidance' }), host.attachShadow({ mode: 'open' }));
    await element.updateComplete;
    expect(textOf(element)).to.equal(NEAR_WHITE);
  });

  it('has a window around Veriff that is dark where the element is', async () => {
    scriptEndpoint();
    const parent = document.body.style;
    parent.color = '#eee';
    try {
      await openFrame(await mountIn('guidance'));
      const dialog = document.querySelector('dialog.kyc-verification-dialog')!;
      expect(getComputedStyle(dialog.querySelector('button')!).color).to.equal(NEAR_WHITE);
    } finally {
      document.body.removeAttribute('style');
    }
  });
});

describe('a page that declares its color-scheme', () => {
  it('is taken at its word, whatever the color of its text', async () => {
    expect(textOf(await within('color-scheme: light; color: #eee'))).to.equal(NEAR_BLACK);
    expect(textOf(await within('color-scheme: dark; color: #222'))).to.equal(NEAR_WHITE);
    expect(textOf(await within('color: #222', 'color-scheme: dark'))).to.equal(NEAR_WHITE);
    expect(textOf(await within('color: #eee', 'color-scheme: light'))).to.equal(NEAR_BLACK);
  });
});

describe('the ground that text stands on', () => {
  it('makes grey text no sign of a dark page where it is light', async () => {
    expect(textOf(await within('color: #999'))).to.equal(NEAR_BLACK);
    expect(textOf(await within('color: #999; background: #fff8'))).to.equal(NEAR_BLACK);
    expect(textOf(await within('color: #999; background: #111'))).to.equal(NEAR_WHITE);
  });
});

describe('a page that turns dark', () => {
  it('takes the element along, and back', async () => {
    const { documentElement } = document;
    const element = await within('');
    for (const [style, color] of [['color: #eee; background: #111', NEAR_WHITE], ['', NEAR_BLACK]] as const) {
      documentElement.setAttribute('style', style);
      await eventually(() => textOf(element) === color, color);
    }
    documentElement.removeAttribute('style');
  });

  it('is not watched once the element is gone', async () => {
    const element = await within('');
    element.remove();
    document.body.dataset['theme'] = 'dark';
    await Promise.resolve();
    expect(element.isUpdatePending).to.be.false;
    delete document.body.dataset['theme'];
  });
});

describe('a computed color', () => {
  for (const color of ['rgb(230, 230, 230)', 'rgba(230, 230, 230, 0.8)', 'oklch(0.9 0.02 240)', 'oklab(0.9 0 0 / 0.8)', 'lab(90 0 0)', 'lch(90 4 30)', 'color(srgb 0.9 0.9 0.9)', 'color(display-p3 0.9 0.9 0.9 / 0.8)']) {
    it(`${color} is read`, () => {
      expect(read(color).lightness).to.be.closeTo(0.9, 0.01);
      expect(read(color).alpha).to.equal(/0\.8/.test(color) ? 0.8 : 1);
    });
  }
  it('in an unknown notation counts as black', () => {
    for (const color of ['', 'CanvasText', 'unheard-of(1 1 1)']) expect(read(color).lightness).to.equal(0);
  });
});

describe('a card on a page', () => {
  it('is what counts, whatever the text around it inherits', async () => {
    const body = document.body.style;
    body.cssText = 'background: #111; color: #fff';
    try {
      const element = await within('background: #fff');
      expect(textOf(element)).to.equal(NEAR_BLACK);
    } finally {
      document.body.removeAttribute('style');
    }
  });

  it('with a picture for its ground is dark where its text is light', async () => {
    expect(textOf(await within('background: linear-gradient(#000, #222); color: #fff'))).to.equal(NEAR_WHITE);
    expect(textOf(await within('background: linear-gradient(#fff, #eee); color: #777'))).to.equal(NEAR_BLACK);
  });
});

describe('a page that fades from light to dark', () => {
  it('takes the element along when its colors have arrived', async () => {
    const { documentElement } = document;
    const element = await within('');
    documentElement.setAttribute('style', 'transition: color 150ms, background-color 150ms; color: #000; background: #fff');
    await new Promise(requestAnimationFrame);
    documentElement.setAttribute('style', 'transition: color 150ms, background-color 150ms; color: #eee; background: #111');
    await eventually(() => textOf(element) === NEAR_WHITE, 'dark');
    documentElement.removeAttribute('style');
  });
});
