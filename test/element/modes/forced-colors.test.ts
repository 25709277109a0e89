import { expect } from '@open-wc/testing';
import { STATES } from '../../helpers/element-arrivals.js';
import { contrastOn, textContrast } from '../../helpers/element-colors.js';
import { mount, place } from '../../helpers/element-fixture.js';
import { one, part, tree } from '../../helpers/element-parts.js';
import { linesOf } from '../../helpers/element-text.js';
import { useColorScheme, usePreferences } from '../../helpers/element-viewing.js';
import { describeUnless, unlessEmulated } from '../../helpers/unless.js';

const FULL = { 'continue-url': '/next', 'proof-of-address': '', region: 'us' };
const TEXT_COLORS = ['CanvasText', 'ButtonText', 'LinkText', 'HighlightText', 'SelectedItemText', 'GrayText', 'ButtonFace', 'Canvas'];

/** What the system's colours are in the user's palette. */
function paletteOf(names: readonly string[]): Set<string> {
  const probe = place(document.createElement('i'));
  probe.style.setProperty('forced-color-adjust', 'none');
  return new Set(
    names.map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    }),
  );
}

for (const scheme of ['light', 'dark'] as const) {
  describeUnless(unlessEmulated('forced-colors'), `forced colors on a ${scheme} palette`, () => {
    beforeEach(async () => {
      await useColorScheme(scheme);
      await usePreferences({ 'forced-colors': 'active' });
    });

    for (const state of STATES) {
      it(`leave each control of ${state} a border`, async () => {
        const element = await mount({ ...FULL, preview: state });
        for (const control of tree(element).querySelectorAll('button, a')) {
          for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
            const style = getComputedStyle(control);
            expect(style[`border${side}Style`]).to.equal('solid');
            expect(parseFloat(style[`border${side}Width`])).to.be.at.least(1);
            expect(contrastOn(control.parentElement!, style[`border${side}Color`]), control.textContent).to.be.at.least(3);
          }
        }
      });

      it(`give all text of ${state} a colour of the system that can be read`, async () => {
        const palette = paletteOf(TEXT_COLORS);
        const element = await mount({ ...FULL, preview: state });
        for (const { node, holder } of linesOf(element)) {
          expect([...palette], node.data).to.include(getComputedStyle(holder).color);
          expect(textContrast(holder), node.data).to.be.at.least(4.5);
        }
      });

      it(`leave the icons of ${state} to be seen`, async () => {
        const icons = tree(await mount({ ...FULL, preview: state })).querySelectorAll('svg');
        for (const icon of icons) expect(contrastOn(icon, getComputedStyle(icon).stroke)).to.be.at.least(3);
      });
    }

    for (const state of ['requesting', 'verifying'] as const) {
      it(`leave a gap in the spinner of ${state}, which is seen to turn`, async () => {
        const spinner = part(await mount({ preview: state }), 'spinner');
        const { borderTopColor, borderBottomColor } = getComputedStyle(spinner);
        expect(contrastOn(spinner, borderTopColor)).to.be.at.least(3);
        expect(contrastOn(spinner, borderBottomColor)).to.be.below(3);
      });
    }

    it('leave the present step told by words and by shape', async () => {
      const element = await mount({ preview: 'reviewing' });
      const dots = [...tree(element).querySelectorAll('[part~="timeline-step"]')].map((step) => {
        const marker = one(step, '[part~="timeline-marker"]');
        const { content, backgroundColor, width } = getComputedStyle(marker, '::after');
        return content !== 'none' && parseFloat(width) >= 8 && contrastOn(marker, backgroundColor) >= 3;
      });
      expect(dots).to.deep.equal([false, true, false, false]);
      const present = one(tree(element), '[aria-current="step"]');
      const words = [...tree(element).querySelectorAll('[part~="timeline-text"]')].map(({ textContent }) => textContent);
      expect(words.filter((word) => word === one(present, '[part~="timeline-text"]').textContent)).to.have.length(1);
    });

    it('leave the border of each step of the review to be seen', async () => {
      const markers = tree(await mount({ preview: 'reviewing' })).querySelectorAll('[part~="timeline-marker"]:empty');
      expect(markers.length).to.be.at.least(2);
      for (const marker of markers) expect(contrastOn(marker, getComputedStyle(marker).borderTopColor)).to.be.at.least(3);
    });
  });
}
