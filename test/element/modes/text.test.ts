import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../../src/index.js';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { part, tree } from '../../helpers/element-parts.js';
import { linesOf, spaceText, spaceTextFromOutside, unreadable } from '../../helpers/element-text.js';
import { eventually } from '../../helpers/element-time.js';
import { useWindow } from '../../helpers/element-viewing.js';
import { SCREENS, type ShownScreen } from '../../helpers/element-ways.js';

const LANGUAGES = ['en', 'de', 'ar'] as const;

async function show(screen: ShownScreen, lang = 'en'): Promise<KycVerificationElement> {
  const element = await screen.show({ lang });
  await eventually(() => part(element, 'base').lang === lang, `words in ${lang}`);
  for (const details of tree(element).querySelectorAll('details')) details.open = true;
  return element;
}

/** Settings of the browser for the size of text, until the test ends. */
function enlargeText(percent: number): void {
  document.documentElement.style.fontSize = `${percent}%`;
  onCleanup(() => (document.documentElement.style.fontSize = ''));
}

describe('text', () => {
  for (const screen of SCREENS) {
    for (const lang of LANGUAGES) {
      // High enough that the buttons do not lie above what is scrolled.
      it(`of ${screen.title} in ${lang} that the user sets apart is all there at 320 px`, async () => {
        await useWindow(320, 3000);
        const element = await show(screen, lang);
        spaceText(element);
        expect(unreadable(element)).to.deep.equal([]);
      });

      it(`of ${screen.title} in ${lang} at 200 % is twice as large, and all there at 320 px`, async () => {
        await useWindow(320, 6000);
        const sizes = (element: Element): number[] => linesOf(element).map(({ holder }) => parseFloat(getComputedStyle(holder).fontSize));
        const element = await show(screen, lang);
        const usual = sizes(element);
        enlargeText(200);
        expect(sizes(element)).to.deep.equal(usual.map((size) => 2 * size));
        expect(unreadable(element)).to.deep.equal([]);
      });
    }

    it(`of ${screen.title} is set apart inside, too, where it is on the element`, async () => {
      await useWindow(320, 3000);
      const element = await show(screen);
      spaceTextFromOutside();
      const size = parseFloat(getComputedStyle(element).fontSize);
      for (const { node, holder } of linesOf(element)) {
        const { letterSpacing, wordSpacing } = getComputedStyle(holder);
        expect(parseFloat(letterSpacing), node.data).to.be.closeTo(0.12 * size, 0.01);
        expect(parseFloat(wordSpacing), node.data).to.be.closeTo(0.16 * size, 0.01);
      }
      expect(unreadable(element)).to.deep.equal([]);
    });

    it(`of ${screen.title} at a zoom of 400 % needs no scrolling to the side`, async () => {
      await useWindow(320, 256);
      const element = await show(screen);
      expect(unreadable(element).filter((fault) => !fault.includes('lies on'))).to.deep.equal([]);
    });
  }
});
