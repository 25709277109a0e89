import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { KycState, KycVerificationElement } from '../../src/index.js';
import { seen } from '../helpers/element-colors.js';
import { hasFocus, tree } from '../helpers/element-parts.js';
import { linesOf } from '../helpers/element-text.js';
import { usePageStyle, useWindow } from '../helpers/element-viewing.js';
import { readGuide } from '../helpers/theming-guide.js';
import { arriveFully, partOf } from '../helpers/theming-nodes.js';
import { previews, situations } from '../helpers/theming-situations.js';
import { THEME, VALUES } from '../helpers/theming-values.js';

const guide = await readGuide();

type Style = 'color' | 'backgroundColor' | 'borderTopColor' | 'borderTopLeftRadius' | 'fontSize' | 'width';
/** Where the property shows: parts, `a b` for b within a. */
type Probe = readonly [property: string, style: Style, at: string, states?: readonly KycState[]];

/** What the words of the guide's table come to. */
const PROBES: readonly Probe[] = [
  ['--kyc-accent-color', 'backgroundColor', 'primary-button'],
  ['--kyc-accent-color', 'color', 'document-icon, tips-title'],
  ['--kyc-accent-color', 'color', 'timeline-step-current timeline-text', ['reviewing']],
  ['--kyc-accent-color', 'borderTopColor', 'timeline-marker-current'],
  ['--kyc-accent-color', 'color', 'status-icon', ['idle', 'verifying', 'reviewing']],
  ['--kyc-on-accent-color', 'color', 'primary-button'],
  ['--kyc-text-color', 'color', 'base, title, status-title, section-title, document-title, timeline-title'],
  ['--kyc-text-color', 'color', 'tips-list, reasons-list, text, notice, secondary-button'],
  ['--kyc-muted-color', 'color', 'description, status-text, document-requirements, privacy, error-note'],
  ['--kyc-muted-color', 'color', 'timeline-step-next timeline-text, timeline-step-done timeline-text'],
  ['--kyc-surface-color', 'backgroundColor', 'document-list, reasons'],
  ['--kyc-border-color', 'borderTopColor', 'document-list, reasons, notice, timeline-marker-next'],
  ['--kyc-success-color', 'color', 'timeline-marker-done'],
  ['--kyc-success-color', 'color', 'status-icon', ['verified']],
  ['--kyc-warning-color', 'color', 'status-icon', ['rejected', 'resubmission', 'expired']],
  ['--kyc-danger-color', 'color', 'status-icon', ['failed']],
  ['--kyc-radius', 'borderTopLeftRadius', 'primary-button, secondary-button, document-list, reasons, notice'],
  ['--kyc-font-size', 'fontSize', 'base, description, document-title, section-title, status-text, text, notice'],
  ['--kyc-font-size', 'fontSize', 'primary-button, secondary-button'],
  ['--kyc-heading-size', 'fontSize', 'title, status-title'],
  ['--kyc-icon-size', 'width', 'document-icon, timeline-marker'],
];
/** What the other tests of this file, and those of the dialog, are about. */
const ELSEWHERE = ['--kyc-space', '--kyc-font-family', '--kyc-focus-ring', '--kyc-max-width', '--kyc-backdrop-color'];

const withNotice = situations.filter(({ title }) => title === 'reviewing on a fresh load, checked in vain');
const places = [...previews, ...withNotice];

function matchesOf(element: KycVerificationElement, path: string): Element[] {
  return [...tree(element).querySelectorAll(path.split(' ').map((name) => `[part~="${name}"]`).join(' '))];
}

/** Colours in whatever notation. */
function same(one: string, other: string): boolean {
  return /^(?:rgb|oklch|oklab|color)/.test(one) ? seen(one).join() === seen(other).join() : one === other;
}

describe('the custom properties', () => {
  const proved = new Set<string>();

  for (const situation of places) {
    it(`reach in ${situation.title} what the guide says`, async () => {
      usePageStyle(`kyc-verification { ${THEME} }`);
      const element = await arriveFully(situation);
      for (const [property, style, at, states] of PROBES) {
        if (states !== undefined && !states.includes(situation.state)) continue;
        for (const path of at.split(', ')) {
          for (const node of matchesOf(element, path)) {
            const value = getComputedStyle(node)[style];
            expect(same(value, VALUES[property]!), `${property} at ${path}: ${value}`).to.be.true;
            proved.add(`${property} ${path}`);
          }
        }
      }
    });

    it(`--kyc-font-family is that of every word in ${situation.title}, but for the error’s code`, async () => {
      usePageStyle(`kyc-verification { ${THEME} }`);
      const holders = linesOf(await arriveFully(situation)).map(({ holder }) => holder);
      const others = holders.filter((holder) => getComputedStyle(holder).fontFamily !== VALUES['--kyc-font-family']);
      expect(others.map(partOf)).to.deep.equal(situation.state === 'failed' ? ['error-code'] : []);
    });

    it(`gaps, icons and the width of ${situation.title} are measured by --kyc-space, --kyc-icon-size and --kyc-max-width`, async () => {
      usePageStyle(`kyc-verification { ${THEME} }`);
      const element = await arriveFully(situation);
      const gaps = [...tree(element).querySelectorAll('*')].flatMap((node) => gapsOf(node).map((gap) => [node.outerHTML.slice(0, 60), gap] as const));
      expect(gaps.some(([, gap]) => gap > 0)).to.be.true;
      expect(gaps.filter(([, gap]) => Math.abs(gap / 6 - Math.round(gap / 6)) > 0.01)).to.deep.equal([]);
      // The lock stands in a line of small text.
      for (const icon of tree(element).querySelectorAll(':not([part="privacy"]) > svg')) {
        const { width, height } = icon.getBoundingClientRect();
        expect([width, height]).to.deep.equal([30, 30]);
      }
      expect(element.getBoundingClientRect().width).to.equal(500);
    });

    it(`--kyc-focus-ring is around what has the focus in ${situation.title}`, async () => {
      usePageStyle(`kyc-verification { ${THEME} }`);
      const element = await arriveFully(situation);
      for (const control of tree(element).querySelectorAll<HTMLElement>('button, a, summary')) {
        // Only who works by keyboard is shown the focus.
        for (let presses = 0; presses < 12 && !hasFocus(control); presses++) await sendKeys({ press: 'Tab' });
        expect(hasFocus(control)).to.be.true;
        const { outlineWidth, outlineStyle, outlineColor } = getComputedStyle(control);
        expect(`${outlineWidth} ${outlineStyle} ${outlineColor}`).to.equal(VALUES['--kyc-focus-ring']);
      }
    });
  }

  it('--kyc-space measures the gaps of a narrow column, too', async () => {
    await useWindow(320, 640);
    usePageStyle(`kyc-verification { ${THEME} }`);
    for (const { arrive } of previews) {
      const gaps = [...tree(await arrive()).querySelectorAll('*')].flatMap(gapsOf);
      expect(gaps.filter((gap) => Math.abs(gap / 6 - Math.round(gap / 6)) > 0.01)).to.deep.equal([]);
    }
  });

  it('have each been seen at work, wherever they show', () => {
    const probes = PROBES.flatMap(([property, , at]) => at.split(', ').map((path) => `${property} ${path}`));
    expect(probes.filter((probe) => !proved.has(probe))).to.deep.equal([]);
    expect([...new Set(PROBES.map(([property]) => property)), ...ELSEWHERE]).to.have.members([...guide.properties.keys()]);
  });
});

/** Margins, paddings and gaps, in px. */
function gapsOf(node: Element): number[] {
  const style = getComputedStyle(node);
  const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
  const gaps = [style.rowGap, style.columnGap, ...sides.flatMap((side) => [style[`margin${side}`], style[`padding${side}`]])];
  return gaps.map(parseFloat).filter((gap) => !Number.isNaN(gap));
}
