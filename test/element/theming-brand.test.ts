import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { STATES } from '../helpers/element-arrivals.js';
import type {} from '../helpers/element-axe.js';
import { seen, textContrast } from '../helpers/element-colors.js';
import { create, place } from '../helpers/element-fixture.js';
import { tree } from '../helpers/element-parts.js';
import { linesOf } from '../helpers/element-text.js';
import { useColorScheme, usePageStyle } from '../helpers/element-viewing.js';
import { endMotion, partOf, pointAt, unfold } from '../helpers/theming-nodes.js';

const ACCENTS = ['#0a6b5e', '#ffdd00', '#ff6600', '#7c3aed', '#000000', '#ffffff', '#00e5a8'];
const FONT = 'Georgia, serif';
const RADIUS = '5px';

/** All states side by side on a page that sets these three. */
async function showAll(accent: string, scheme: 'light' | 'dark'): Promise<[page: HTMLElement, elements: KycVerificationElement[]]> {
  await useColorScheme(scheme);
  usePageStyle(`kyc-verification { --kyc-accent-color: ${accent}; --kyc-font-family: ${FONT}; --kyc-radius: ${RADIUS}; }`);
  const page = place(document.createElement('main'));
  const elements = STATES.map((preview) => {
    const element = create({ preview, 'continue-url': '/next', 'proof-of-address': '', region: 'us' });
    page.appendChild(document.createElement('article')).append(element);
    return element;
  });
  await Promise.all(elements.map(({ updateComplete }) => updateComplete));
  return [page, elements];
}

const nodesIn = (elements: readonly KycVerificationElement[], selector: string): HTMLElement[] =>
  elements.flatMap((element) => [...tree(element).querySelectorAll<HTMLElement>(selector)]);

describe('a page that sets only accent, font and radius', () => {
  // It is the assertion that brings axe onto the page.
  before(() => expect(document.body).to.be.accessible());

  for (const accent of ACCENTS) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`${accent}, ${scheme}: axe finds no fault in any state`, async () => {
        const [page, elements] = await showAll(accent, scheme);
        for (const element of elements) await unfold(element);
        const { violations } = await window.axe!.run(page, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
        expect(violations.flatMap(({ id, nodes }) => nodes.map(({ failureSummary }) => `${id}: ${failureSummary ?? ''}`))).to.deep.equal([]);
        // Eleven screens at once take WebKitGTK some time.
      }).timeout(60_000);

      it(`${accent}, ${scheme}: all text can be read, also where axe can’t tell`, async () => {
        const [, elements] = await showAll(accent, scheme);
        for (const element of elements) await unfold(element);
        const holders = [...elements.flatMap((element) => linesOf(element).map(({ holder }) => holder)), ...nodesIn(elements, '[part="title"], [part="description"]')];
        expect(holders.filter((holder) => textContrast(holder) < 4.5).map(({ innerText }) => innerText)).to.deep.equal([]);
      });

      it(`${accent}, ${scheme}: the button wears the accent, and its words can be read while it is pointed at`, async () => {
        const [, elements] = await showAll(accent, scheme);
        const buttons = nodesIn(elements, '[part~="primary-button"]');
        expect(buttons.length).to.equal(8);
        for (const button of buttons) expect(seen(getComputedStyle(button).backgroundColor)).to.deep.equal(seen(accent));

        const start = buttons[0]!;
        await pointAt(start);
        endMotion(elements[STATES.indexOf('checking')]!);
        expect(textContrast(start)).to.be.at.least(4.5);
      });
    }

    it(`${accent}: the font is that of every text, the radius that of every button`, async () => {
      const [, elements] = await showAll(accent, 'light');
      const others = elements.flatMap(linesOf).filter(({ holder }) => getComputedStyle(holder).fontFamily !== FONT);
      expect(others.map(({ holder }) => partOf(holder))).to.deep.equal(['error-code']);
      const buttons = nodesIn(elements, 'button, a');
      expect(buttons.length).to.be.at.least(10);
      for (const button of buttons) expect(getComputedStyle(button).borderRadius).to.equal(RADIUS);
    });
  }
});
