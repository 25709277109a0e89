import { expect } from '@open-wc/testing';
import { partNames, tree } from '../helpers/element-parts.js';
import { namesIn, readGuide } from '../helpers/theming-guide.js';
import { arriveFully, isSeen, nodesOf, partOf } from '../helpers/theming-nodes.js';
import { previews, situations as waysThrough } from '../helpers/theming-situations.js';
import { waySituations } from '../helpers/theming-situations-ways.js';

const guide = await readGuide();
const situations = [...waysThrough, ...waySituations];

describe('the parts that are there', () => {
  for (const situation of [...previews, ...situations]) {
    const { title, state, screen = state, holds } = situation;

    it(`in ${title} are those that the guide names, and are to be seen`, async () => {
      const element = await arriveFully(situation);
      expect(element.state).to.equal(state);
      expect([...partNames(element)].sort()).to.deep.equal(namesIn(guide.parts, screen, holds).sort());

      const hidden = [...tree(element).querySelectorAll('[part]')].filter((node) => !isSeen(node)).map(partOf);
      // The buttons take no room where there are none.
      const empty = nodesOf(element, 'actions').filter(({ childElementCount }) => childElementCount === 0);
      expect(hidden).to.deep.equal(empty.map(() => 'actions'));
    });
  }

  it('have been looked for under each condition that the guide names', () => {
    const missed = guide.parts.flatMap(({ name, clauses }) =>
      clauses
        .filter(({ screens, condition }) => !situations.some(({ state, screen = state, holds }) => screens.includes(screen) && (condition === '' || holds.includes(condition))))
        .map(({ condition }) => `${name} ${condition}`),
    );
    expect(missed).to.deep.equal([]);
  });

  it('depend on no condition that the guide does not name', () => {
    const named = new Set(guide.parts.flatMap(({ clauses }) => clauses.map(({ condition }) => condition)));
    const unnamed = [...previews, ...situations].flatMap(({ holds }) => holds).filter((condition) => !named.has(condition));
    expect(unnamed).to.deep.equal([]);
  });
});
