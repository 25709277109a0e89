import { expect } from '@open-wc/testing';
import { mount } from '../helpers/element-fixture.js';
import { tree } from '../helpers/element-parts.js';
import { linesOf } from '../helpers/element-text.js';
import { usePageStyle } from '../helpers/element-viewing.js';
import { arriveFully } from '../helpers/theming-nodes.js';
import { bare, nodesFor, ownSelectors } from '../helpers/theming-rules.js';
import { previews, situations } from '../helpers/theming-situations.js';
import { waySituations } from '../helpers/theming-situations-ways.js';

/** Rules for nodes without a part, and why a page misses nothing. */
const NEEDS_NO_PART: Readonly<Record<string, string>> = {
  '*': 'how sizes are counted, the same for all',
  li: 'takes away what browsers add; all else comes from the list, which is a part',
  'slot[name="guidance"]': 'what stands in it is the page’s, or has parts',
  '.link': 'how the field and its button share a row; both have parts',
  '.code': 'keeps the room of the code while it is made',
  '.announcer': 'is never to be seen',
  '.icon': 'has the colour of its part, and --kyc-icon-size',
  '.privacy .icon': 'has the colour of its part, and grows with its text',
  '.stroke': 'is drawn, once, in the colour of its part',
};

const LOOKS = ['color', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'letterSpacing', 'textTransform'] as const;

describe('nothing styled is out of reach', () => {
  const used = new Set<string>();

  for (const situation of [...previews, ...situations, ...waySituations]) {
    it(`in ${situation.title}: what a rule is for has a part, and all words and icons look as theirs does`, async () => {
      const element = await arriveFully(situation);
      const lacking = ownSelectors(element).flatMap((selector) =>
        nodesFor(element, selector)
          .filter(({ part }) => part.length === 0)
          .map((node) => ({ selector: bare(selector), node })),
      );
      for (const { selector } of lacking) used.add(selector);
      expect(lacking.filter(({ selector }) => !(selector in NEEDS_NO_PART)).map(({ selector, node }) => `${selector}: ${node.outerHTML}`)).to.deep.equal([]);

      const leaves = [...linesOf(element).map(({ holder }) => holder), ...tree(element).querySelectorAll('svg')];
      expect(leaves.length).to.be.at.least(2);
      for (const leaf of leaves) {
        const [own, ofPart] = [getComputedStyle(leaf), getComputedStyle(leaf.closest('[part]')!)];
        for (const property of LOOKS) expect(own[property], `${property} of ${leaf.outerHTML}`).to.equal(ofPart[property]);
      }
    });
  }

  it('each exception is one', () => {
    expect([...used].filter((selector) => selector in NEEDS_NO_PART)).to.have.members(Object.keys(NEEDS_NO_PART));
  });

  for (const [state, list] of [['guidance', 'tips-list'], ['rejected', 'reasons-list']] as const) {
    it(`the points of ${list} are as the page wants them`, async () => {
      usePageStyle(`kyc-verification::part(${list}) { list-style: square; }`);
      const points = tree(await mount({ preview: state })).querySelectorAll(`[part~="${list}"] > li`);
      expect(points.length).to.be.at.least(1);
      for (const point of points) expect(getComputedStyle(point).listStyleType).to.equal('square');
    });
  }

  it('no rule is important, which pages could not outdo', async () => {
    for (const { arrive } of previews) {
      const element = await arrive();
      const rules = tree(element).adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
      expect(rules.map(({ cssText }) => cssText).filter((text) => text.includes('!important'))).to.deep.equal([]);
    }
  });
});
