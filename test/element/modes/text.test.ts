import { expect } from '@open-wc/testing';
import type { KycState, KycVerificationElement } from '../../../src/index.js';
import { STATES } from '../../helpers/element-arrivals.js';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { mount } from '../../helpers/element-fixture.js';
import { part, tree } from '../../helpers/element-parts.js';
import { linesOf, spaceText, spaceTextFromOutside, unreadable } from '../../helpers/element-text.js';
import { useWindow } from '../../helpers/element-viewing.js';

const LANGUAGES = ['en', 'de', 'ar'] as const;

async function show(preview: KycState, lang = 'en'): Promise<KycVerificationElement> {
  const element = await mount({ 'continue-url': '/next', 'proof-of-address': '', region: 'us', lang, preview });
  expect(part(element, 'base').lang).to.equal(lang);
  for (const details of tree(element).querySelectorAll('details')) details.open = true;
  return element;
}

/** Settings of the browser for the size of text, until the test ends. */
function enlargeText(percent: number): void {
  document.documentElement.style.fontSize = `${percent}%`;
  onCleanup(() => (document.documentElement.style.fontSize = ''));
}

describe('text', () => {
  for (const state of STATES) {
    for (const lang of LANGUAGES) {
      // High enough that the buttons do not lie above what is scrolled.
      it(`of ${state} in ${lang} that the user sets apart is all there at 320 px`, async () => {
        await useWindow(320, 3000);
        const element = await show(state, lang);
        spaceText(element);
        expect(unreadable(element)).to.deep.equal([]);
      });

      it(`of ${state} in ${lang} at 200 % is twice as large, and all there at 320 px`, async () => {
        await useWindow(320, 6000);
        const sizes = (element: Element): number[] => linesOf(element).map(({ holder }) => parseFloat(getComputedStyle(holder).fontSize));
        const element = await show(state, lang);
        const usual = sizes(element);
        enlargeText(200);
        expect(sizes(element)).to.deep.equal(usual.map((size) => 2 * size));
        expect(unreadable(element)).to.deep.equal([]);
      });
    }

    it(`of ${state} is set apart inside, too, where it is on the element`, async () => {
      await useWindow(320, 3000);
      const element = await show(state);
      spaceTextFromOutside();
      const size = parseFloat(getComputedStyle(element).fontSize);
      for (const { node, holder } of linesOf(element)) {
        const { letterSpacing, wordSpacing } = getComputedStyle(holder);
        expect(parseFloat(letterSpacing), node.data).to.be.closeTo(0.12 * size, 0.01);
        expect(parseFloat(wordSpacing), node.data).to.be.closeTo(0.16 * size, 0.01);
      }
      expect(unreadable(element)).to.deep.equal([]);
    });

    it(`of ${state} at a zoom of 400 % needs no scrolling to the side`, async () => {
      await useWindow(320, 256);
      const element = await show(state);
      expect(unreadable(element).filter((fault) => !fault.includes('lies on'))).to.deep.equal([]);
    });
  }
});
