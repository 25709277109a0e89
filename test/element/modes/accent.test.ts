import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { KycVerificationElement } from '../../../src/index.js';
import { contrastOn, textContrast } from '../../helpers/element-colors.js';
import { mount } from '../../helpers/element-fixture.js';
import { hasFocus, one, part, tree } from '../../helpers/element-parts.js';
import { useColorScheme, usePreferences } from '../../helpers/element-viewing.js';

/** From the least to the most of each, so that no colour of a brand is far from one of these. */
function grid(): string[] {
  const hues = Array.from({ length: 24 }, (_, index) => 15 * index);
  const lights = [8, 18, 28, 36, 44, 50, 58, 68, 80, 94];
  const colours = hues.flatMap((hue) => lights.flatMap((light) => [35, 100].map((saturation) => `hsl(${hue} ${saturation}% ${light}%)`)));
  const greys = Array.from({ length: 33 }, (_, index) => `rgb(${[8, 8, 8].map((step) => Math.min(step * index, 255)).join(' ')})`);
  const wide = hues.map((hue) => `oklch(0.7 0.35 ${hue})`);
  return [...colours, ...greys, ...wide, 'color(display-p3 0 1 0)', 'color(display-p3 1 0 0)', 'lab(50% 80 -80)', 'rebeccapurple'];
}

const ACCENTS = grid();

/** The accents with which a contrast is too low, the worst first: a few of them, and how many there are. */
function tooLow(element: KycVerificationElement, least: number, measure: () => number): string[] {
  const low = ACCENTS.map((accent) => {
    element.style.setProperty('--kyc-accent-color', accent);
    return { accent, contrast: measure() };
  }).filter(({ contrast }) => !(contrast >= least));
  const worst = low.sort((one, other) => one.contrast - other.contrast).slice(0, 8);
  return low.length === 0 ? [] : [`${low.length} of ${ACCENTS.length}`, ...worst.map(({ accent, contrast }) => `${accent}: ${contrast.toFixed(2)}`)];
}

async function hover(control: Element): Promise<void> {
  control.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = control.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  expect(control.matches(':hover')).to.be.true;
}

describe('the accents that are tried', () => {
  it('are of all hues, from black to white', () => {
    expect(new Set(ACCENTS).size).to.equal(ACCENTS.length);
    expect(ACCENTS.length).to.be.at.least(300);
    expect(ACCENTS).to.include.members(['rgb(0 0 0)', 'rgb(255 255 255)']);
    expect(ACCENTS.every((accent) => CSS.supports('color', accent))).to.be.true;
  });
});

for (const scheme of ['light', 'dark'] as const) {
  describe(`with any accent, ${scheme},`, () => {
    beforeEach(async () => {
      await useColorScheme(scheme);
      // Colours then change at once.
      await usePreferences({ 'prefers-reduced-motion': 'reduce' });
    });
    afterEach(() => resetMouse());

    it('the text on the filled button can be read', async () => {
      const element = await mount({ preview: 'guidance' });
      const button = part(element, 'primary-button');
      expect(tooLow(element, 4.5, () => textContrast(button))).to.deep.equal([]);
    });

    it('it can be read while the pointer is on it', async () => {
      const element = await mount({ preview: 'guidance' });
      const button = part(element, 'primary-button');
      const usual = getComputedStyle(button).backgroundColor;
      await hover(button);
      expect(getComputedStyle(button).backgroundColor).not.to.equal(usual);
      expect(tooLow(element, 4.5, () => textContrast(button))).to.deep.equal([]);
    });

    for (const [state, name] of [['guidance', 'tips-title'], ['reviewing', 'timeline-step-current']] as const) {
      it(`the words of ${name} can be read`, async () => {
        const element = await mount({ preview: state });
        const words = [part(element, name), ...part(element, name).querySelectorAll('*:not(:empty)')];
        expect(tooLow(element, 4.5, () => Math.min(...words.map(textContrast)))).to.deep.equal([]);
      });
    }

    it('words on a notice can be read', async () => {
      const element = await mount({ preview: 'guidance' });
      // The look of one, which no preview shows.
      const notice = document.createElement('p');
      notice.className = 'notice';
      part(element, 'base').append(notice);
      expect(tooLow(element, 4.5, () => textContrast(notice))).to.deep.equal([]);
    });

    it('icons can be seen', async () => {
      const guidance = await mount({ preview: 'guidance' });
      const reviewing = await mount({ preview: 'reviewing' });
      const icons = [tree(guidance).querySelector('[part~="document-icon"]')!, part(reviewing, 'status-icon')];
      expect(tooLow(guidance, 3, () => textContrast(icons[0]!)), 'of documents').to.deep.equal([]);
      expect(tooLow(reviewing, 3, () => textContrast(icons[1]!)), 'of the status').to.deep.equal([]);
    });

    it('the mark of the present step can be seen', async () => {
      const element = await mount({ preview: 'reviewing' });
      const marker = one(part(element, 'timeline-step-current'), '[part~="timeline-marker"]');
      expect(tooLow(element, 3, () => contrastOn(marker, getComputedStyle(marker, '::after').backgroundColor)), 'its dot').to.deep.equal([]);
      expect(tooLow(element, 3, () => contrastOn(marker.parentElement!, getComputedStyle(marker).borderTopColor)), 'its ring').to.deep.equal([]);
    });

    it('the ring around what has the focus can be seen', async () => {
      const element = await mount({ preview: 'guidance' });
      const button = part(element, 'primary-button');
      for (let presses = 0; presses < 10 && !hasFocus(button); presses++) await sendKeys({ press: 'Tab' });
      expect(hasFocus(button)).to.be.true;
      expect(getComputedStyle(button).outlineStyle).to.equal('solid');
      expect(tooLow(element, 3, () => contrastOn(button.parentElement!, getComputedStyle(button).outlineColor))).to.deep.equal([]);
    });
  });
}
