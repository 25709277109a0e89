import { expect } from '@open-wc/testing';
import { isLight } from '../../src/element/page-scheme.js';
import { scriptEndpoint } from '../helpers/element-endpoint.js';
import { create, mountIn, place } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { part } from '../helpers/element-parts.js';
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

describe('a computed color', () => {
  for (const color of ['rgb(238, 241, 246)', 'rgba(255, 255, 255, 0.8)', 'oklch(0.9 0.02 240)', 'oklab(0.8 0 0)', 'lab(92 0 0)', 'lch(88 4 30)', 'color(srgb 0.9 0.9 0.9)', 'color(display-p3 1 1 1 / 0.9)']) {
    it(`${color} is light`, () => {
      expect(isLight(color)).to.be.true;
    });
  }
  for (const color of ['rgb(33, 37, 41)', 'rgba(0, 0, 0, 0.8)', 'oklch(0.3 0.02 240)', 'lab(20 0 0)', 'color(srgb 0.1 0.1 0.1)', '', 'CanvasText', 'unheard-of(1 1 1)']) {
    it(`${color || 'nothing'} is not`, () => {
      expect(isLight(color)).to.be.false;
    });
  }
});
