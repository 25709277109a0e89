import { expect } from '@open-wc/testing';
import { contrastOn, textContrast } from '../../helpers/element-colors.js';
import { mount, place } from '../../helpers/element-fixture.js';
import { one, part, tree } from '../../helpers/element-parts.js';
import { linesOf } from '../../helpers/element-text.js';
import { useColorScheme, usePreferences } from '../../helpers/element-viewing.js';
import { SCREENS, WAY_SCREENS } from '../../helpers/element-ways.js';
import { describeUnless, unlessEmulated } from '../../helpers/unless.js';

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

    for (const { title, show } of SCREENS) {
      it(`leave each control of ${title} a border`, async () => {
        const element = await show();
        for (const control of tree(element).querySelectorAll('button, a, input')) {
          for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
            const style = getComputedStyle(control);
            expect(style[`border${side}Style`]).to.equal('solid');
            expect(parseFloat(style[`border${side}Width`])).to.be.at.least(1);
            expect(contrastOn(control.parentElement!, style[`border${side}Color`]), control.textContent).to.be.at.least(3);
          }
        }
      });

      it(`give all text of ${title} a colour of the system that can be read`, async () => {
        const palette = paletteOf(TEXT_COLORS);
        const element = await show();
        for (const { node, holder } of linesOf(element)) {
          expect([...palette], node.data).to.include(getComputedStyle(holder).color);
          expect(textContrast(holder), node.data).to.be.at.least(4.5);
        }
      });

      it(`leave the icons of ${title} to be seen`, async () => {
        const icons = tree(await show()).querySelectorAll('svg.icon');
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

    it('leave the code black on white, which phones can read', async () => {
      const code = part<SVGSVGElement>(await WAY_SCREENS.code.arrive({}), 'qr-code');
      const { backgroundColor, fill } = getComputedStyle(code);
      expect([backgroundColor, fill]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    });

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
