import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { STATES } from '../helpers/element-arrivals.js';
import { mount, place } from '../helpers/element-fixture.js';
import { part } from '../helpers/element-parts.js';
import { usePageStyle } from '../helpers/element-viewing.js';
import { namesIn, readGuide } from '../helpers/theming-guide.js';
import { nodesOf, pointAt } from '../helpers/theming-nodes.js';
import { waySituations } from '../helpers/theming-situations-ways.js';

const guide = await readGuide();

/** The nodes that have that part; at least one. */
function presentIn(element: KycVerificationElement, name: string): HTMLElement[] {
  const nodes = nodesOf(element, name);
  expect(nodes.length, name).to.be.at.least(1);
  return nodes;
}

function expectRulesTaken(element: KycVerificationElement, names: readonly string[]): void {
  const sheet = place(document.createElement('style'), document.head);
  for (const name of names) {
    sheet.textContent = `kyc-verification::part(${name}) { color: rgb(1, 2, 3); padding: 13px; font-size: 17px; outline: 3px dotted; }`;
    for (const node of presentIn(element, name)) {
      const { color, paddingTop, fontSize, outlineStyle } = getComputedStyle(node);
      expect([color, paddingTop, fontSize, outlineStyle], name).to.deep.equal(['rgb(1, 2, 3)', '13px', '17px', 'dotted']);
    }
  }
}

describe('the parts', () => {
  for (const state of STATES) {
    const names = namesIn(guide.parts, state);

    it(`of ${state} take the page’s rules, each its own`, async () => {
      expectRulesTaken(await mount({ preview: state }), names);
    });

    it(`of ${state} take rules for that state, and for no other`, async () => {
      const element = await mount({ preview: state });
      const sheet = place(document.createElement('style'), document.head);
      const others = STATES.filter((other) => other !== state).map((other) => `:state(${other})`);
      for (const name of names) {
        sheet.textContent = `
          kyc-verification:state(${state})::part(${name}) { scroll-margin-top: 19px; }
          kyc-verification:is(${others.join()})::part(${name}) { scroll-margin-left: 19px; }`;
        for (const node of presentIn(element, name)) {
          expect(getComputedStyle(node).scrollMarginTop, name).to.equal('19px');
          expect(getComputedStyle(node).scrollMarginLeft, name).to.equal('0px');
        }
      }
    });
  }

  for (const { title, state, screen = state, holds, arrive } of waySituations) {
    it(`of ${title} take the page’s rules, each its own`, async () => {
      expectRulesTaken(await arrive(), namesIn(guide.parts, screen, holds));
    });
  }

  it('take pseudo-classes behind them', async () => {
    usePageStyle('kyc-verification::part(start-button):hover { letter-spacing: 5px; }');
    const button = part(await mount({ preview: 'guidance' }), 'start-button');
    expect(getComputedStyle(button).letterSpacing).not.to.equal('5px');
    await pointAt(button);
    expect(getComputedStyle(button).letterSpacing).to.equal('5px');
  });

  const pseudoElements = [
    ['guidance', 'tips-title', '::marker'],
    ['reviewing', 'timeline-step-done', '::before'],
    ['reviewing', 'timeline-marker', '::after'],
  ] as const;
  for (const [state, name, pseudo] of pseudoElements) {
    it(`take pseudo-elements behind them: ${name}${pseudo}`, async () => {
      usePageStyle(`kyc-verification::part(${name})${pseudo} { color: rgb(1, 2, 3); }`);
      const element = await mount({ preview: state });
      for (const node of presentIn(element, name)) expect(getComputedStyle(node, pseudo).color).to.equal('rgb(1, 2, 3)');
    });
  }

  it('take their rules in the shadow tree of a component, too', async () => {
    const host = place(document.createElement('div'));
    const inner = host.attachShadow({ mode: 'open' });
    inner.innerHTML = '<style>kyc-verification::part(title) { color: rgb(1, 2, 3); }</style><kyc-verification preview="guidance"></kyc-verification>';
    const element = inner.querySelector('kyc-verification')!;
    await element.updateComplete;
    expect(getComputedStyle(part(element, 'title')).color).to.equal('rgb(1, 2, 3)');
  });
});

describe('parts that a component hands on', () => {
  const names = guide.parts.map(({ name }) => name);

  /** The element two shadow trees deep, each of which hands all parts on. */
  async function nested(preview: string): Promise<[outer: HTMLElement, element: KycVerificationElement]> {
    const outer = place(document.createElement('div'));
    outer.id = 'partner-component';
    const inner = document.createElement('div');
    const element = Object.assign(document.createElement('kyc-verification'), { preview });
    outer.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).append(element);
    for (const node of [inner, element]) node.setAttribute('exportparts', names.join());
    await element.updateComplete;
    return [outer, element];
  }

  for (const state of STATES) {
    it(`can be styled from outside, in ${state}`, async () => {
      const [, element] = await nested(state);
      const sheet = place(document.createElement('style'), document.head);
      for (const name of namesIn(guide.parts, state)) {
        sheet.textContent = `#partner-component::part(${name}) { color: rgb(1, 2, 3); }`;
        for (const node of presentIn(element, name)) expect(getComputedStyle(node).color, name).to.equal('rgb(1, 2, 3)');
      }
    });
  }

  it('can have other names outside', async () => {
    const [outer, element] = await nested('guidance');
    const inner = outer.shadowRoot!.firstElementChild!;
    element.setAttribute('exportparts', 'start-button: kyc-start');
    inner.setAttribute('exportparts', 'kyc-start: begin');
    usePageStyle('#partner-component::part(begin) { color: rgb(1, 2, 3); }');
    expect(getComputedStyle(part(element, 'start-button')).color).to.equal('rgb(1, 2, 3)');
  });

  it('need no handing on of custom properties', async () => {
    usePageStyle('#partner-component { --kyc-text-color: rgb(1, 2, 3); }');
    const [, element] = await nested('guidance');
    expect(getComputedStyle(part(element, 'title')).color).to.equal('rgb(1, 2, 3)');
  });
});
