import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { STATES } from '../helpers/element-arrivals.js';
import { mount } from '../helpers/element-fixture.js';
import { part } from '../helpers/element-parts.js';
import { usePageStyle } from '../helpers/element-viewing.js';
import { readGuide } from '../helpers/theming-guide.js';
import { previews } from '../helpers/theming-situations.js';

const { groups } = await readGuide();
const names = [...STATES, ...groups.keys()];

/** The custom states that the page's rules find: each sets a property of its own. */
function foundByRules(element: KycVerificationElement): string[] {
  const style = getComputedStyle(element);
  return names.filter((name) => style.getPropertyValue(`--in-${name}`).trim() === 'yes');
}

describe('the states that CSS can tell', () => {
  it('are grouped as busy and final', () => {
    expect([...groups.keys()]).to.deep.equal(['busy', 'final']);
  });

  for (const { title, state, arrive } of previews) {
    it(`in ${title} are ${state} and its groups alone`, async () => {
      usePageStyle(names.map((name) => `kyc-verification:state(${name}) { --in-${name}: yes; }`).join('\n'));
      const element = await arrive();
      const expected = [state, ...[...groups].filter(([, states]) => states.includes(state)).map(([name]) => name)];
      expect(foundByRules(element)).to.deep.equal(expected);
      expect(part(element, 'base').dataset['state']).to.equal(state);
    });
  }

  it('change with the state, rules that stand already among them', async () => {
    usePageStyle(names.map((name) => `kyc-verification:state(${name}) { --in-${name}: yes; }`).join('\n'));
    const element = await mount({ preview: 'idle' });
    for (const state of STATES) {
      element.preview = state;
      await element.updateComplete;
      expect(foundByRules(element)[0]).to.equal(state);
    }
  });
});
