import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { STATES } from '../helpers/element-arrivals.js';
import { textContrast } from '../helpers/element-colors.js';
import { mount } from '../helpers/element-fixture.js';
import { part, tree } from '../helpers/element-parts.js';
import { linesOf, unreadable } from '../helpers/element-text.js';
import { useColorScheme, usePageStyle } from '../helpers/element-viewing.js';
import { readGuide } from '../helpers/theming-guide.js';
import { arriveFully, endMotion, unfold } from '../helpers/theming-nodes.js';
import { FULL, previews } from '../helpers/theming-situations.js';
import { waySituations } from '../helpers/theming-situations-ways.js';

const guide = await readGuide();

/** What the guide gives as CSS, not in words. */
const LITERALS = [...guide.properties].flatMap(([name, fallback]) => {
  const [, literal] = /^`([^`]+)`$/.exec(fallback) ?? [];
  return literal === undefined ? [] : [[name, literal] as const];
});

type Look = readonly (readonly [name: string, value: string])[];

/** All that CSS says of how each node looks and where it stands. */
function looksOf(element: KycVerificationElement): Look[] {
  endMotion(element);
  return [element, ...tree(element).querySelectorAll('*')].map((node) => {
    const style = getComputedStyle(node);
    return [...style].filter((name) => !name.startsWith('--')).map((name) => [`${name} of ${node.tagName}`, style.getPropertyValue(name)] as const);
  });
}

function changes(before: readonly Look[], after: readonly Look[]): string[] {
  const now = after.flat();
  return before.flat().flatMap(([name, value], index) => {
    const [, other = ''] = now[index] ?? [];
    return value === other ? [] : [`${name}: ${value} became ${other}`];
  });
}

describe('the defaults', () => {
  it('that the guide gives as CSS are those of sizes', () => {
    expect(LITERALS.map(([name]) => name)).to.deep.equal(['--kyc-radius', '--kyc-space', '--kyc-font-size', '--kyc-heading-size', '--kyc-icon-size', '--kyc-max-width']);
  });

  for (const pageText of ['10px', '16px', '22px']) {
    for (const state of ['guidance', 'reviewing', 'failed'] as const) {
      it(`of ${state}, spelled out as in the guide, change nothing, with text of ${pageText} on the page`, async () => {
        usePageStyle(`body { font-size: ${pageText}; }`);
        const element = await mount({ ...FULL, preview: state });
        await unfold(element);
        const before = looksOf(element);
        for (const [name, literal] of LITERALS) element.style.setProperty(name, literal);
        expect(changes(before, looksOf(element))).to.deep.equal([]);
      });
    }
  }

  for (const [name] of LITERALS) {
    it(`are no matter of chance: another ${name} changes what is seen`, async () => {
      const element = await mount({ ...FULL, preview: 'guidance' });
      const before = looksOf(element);
      element.style.setProperty(name, '3px');
      expect(changes(before, looksOf(element))).not.to.deep.equal([]);
    });
  }

  for (const scheme of ['light', 'dark'] as const) {
    it(`are what the theme neutral spells out, ${scheme}`, async () => {
      const theme = await (await fetch('/src/themes/neutral.css')).text();
      expect(theme).to.contain('--kyc-accent-color:');
      await useColorScheme(scheme);
      for (const state of STATES) {
        const element = await mount({ ...FULL, preview: state });
        await unfold(element);
        // In WebKit time passes between two looks, and what turns turns on.
        for (const animation of tree(element).getAnimations()) animation.cancel();
        const before = looksOf(element);
        const sheet = document.head.appendChild(Object.assign(document.createElement('style'), { textContent: theme }));
        const after = looksOf(element);
        sheet.remove();
        expect(changes(before, after), state).to.deep.equal([]);
      }
    });
  }
});

describe('a value that CSS can’t take', () => {
  // Instead of it the text is in the colour around the button. CSS knows no second choice.
  const UNGUARDED = ['--kyc-on-accent-color'];

  for (const scheme of ['light', 'dark'] as const) {
    for (const situation of [...previews, ...waySituations]) {
      it(`leaves all text of ${situation.title} to be read, ${scheme}`, async () => {
        await useColorScheme(scheme);
        const element = await arriveFully(situation);
        for (const name of guide.properties.keys()) {
          element.style.setProperty(name, 'no-such-value');
          endMotion(element);
          const faint = linesOf(element).filter(({ holder }) => textContrast(holder) < 4.5);
          expect(UNGUARDED.includes(name) ? [] : faint.map(({ node }) => node.data), name).to.deep.equal([]);
          expect(unreadable(element), name).to.deep.equal([]);
          element.style.removeProperty(name);
        }
      });
    }
  }

  it('of --kyc-on-accent-color leaves the colour of the text around', async () => {
    const element = await mount({ preview: 'guidance' });
    element.style.setProperty('--kyc-on-accent-color', 'no-such-value');
    expect(getComputedStyle(part(element, 'start-button')).color).to.equal(getComputedStyle(part(element, 'actions')).color);
  });
});
