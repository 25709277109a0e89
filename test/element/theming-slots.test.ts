import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { STATES } from '../helpers/element-arrivals.js';
import { mount } from '../helpers/element-fixture.js';
import { part, tree } from '../helpers/element-parts.js';
import { settle } from '../helpers/element-time.js';
import { usePageStyle } from '../helpers/element-viewing.js';
import { namesIn, readGuide } from '../helpers/theming-guide.js';
import { isSeen, partOf } from '../helpers/theming-nodes.js';
import { FULL } from '../helpers/theming-situations.js';
import { waySituations } from '../helpers/theming-situations-ways.js';

const guide = await readGuide();
const names = guide.slots.map(({ name }) => name);

/** A preview with something of the page's in each of those slots. */
async function show(preview: string, slots: readonly string[]): Promise<KycVerificationElement> {
  const element = await mount({ ...FULL, preview });
  fill(element, slots);
  return element;
}

function fill(element: KycVerificationElement, slots: readonly string[]): void {
  for (const name of slots) element.insertAdjacentHTML('beforeend', `<p slot="${name}">own ${name}</p>`);
}

const topOf = (node: Element | null | undefined): number => node?.getBoundingClientRect().top ?? NaN;
const bottomOf = (node: Element | null | undefined): number => node?.getBoundingClientRect().bottom ?? NaN;

describe('slots', () => {
  for (const state of STATES) {
    it(`of ${state} are those that the guide names: what stands in them is seen, and in no other`, async () => {
      const element = await show(state, names);
      expect([...element.children].filter(isSeen).map(({ slot }) => slot)).to.have.members(namesIn(guide.slots, state));
    });

    it(`of ${state} stand in the order of the guide’s words: logo above everything, footer below`, async () => {
      const element = await show(state, ['logo', 'footer']);
      const [logo, footer] = element.children;
      const parts = [...tree(element).querySelectorAll('[part]:not([part="base"], [part="footer"])')].filter(isSeen);
      expect(Math.min(...parts.map(topOf))).to.be.greaterThan(bottomOf(logo));
      expect(Math.max(...parts.map(bottomOf))).to.be.lessThan(topOf(footer));
    });

    it(`of ${state} take no room while they are empty`, async () => {
      const element = await show(state, []);
      const base = part(element, 'base');
      // A slot has no box of its own: what it holds until it is filled stands in its place.
      const inPlace = [...base.children].flatMap((child) => (child instanceof HTMLSlotElement ? [...child.children] : [child]));
      const last = inPlace.filter((child) => isSeen(child) && child.role !== 'status');
      expect(topOf(last[0])).to.equal(topOf(base));
      expect(bottomOf(last.at(-1))).to.equal(bottomOf(base));
    });
  }

  for (const { title, state, screen = state, holds, arrive } of waySituations) {
    it(`of ${title} are those that the guide names, consent just above the buttons`, async () => {
      const element = await arrive();
      fill(element, names);
      await settle();
      expect([...element.children].filter(isSeen).map(({ slot }) => slot)).to.have.members(namesIn(guide.slots, screen, holds));
      const [consent] = [...element.children].filter(({ slot }) => slot === 'consent');
      if (isSeen(consent!)) expect(part(element, 'actions').previousElementSibling === consent!.assignedSlot).to.be.true;
    });
  }

  for (const state of guide.startScreens) {
    it(`consent stands just above Start in ${state}`, async () => {
      const element = await show(state, ['consent']);
      const consent = element.firstElementChild!;
      expect(part(element, 'actions').previousElementSibling === consent.assignedSlot).to.be.true;
      expect(topOf(part(element, 'start-button'))).to.be.greaterThan(bottomOf(consent));
      expect(topOf(consent)).to.be.greaterThan(bottomOf(part(element, 'guidance')));
    });

    it(`title and description replace the words of ${state}`, async () => {
      const element = await show(state, []);
      const replaced = ['title', 'description'].map((name) => part(element, name));
      for (const node of replaced) expect(node.innerText.trim()).not.to.equal('');
      element.innerHTML = '<p slot="title">own</p><p slot="description">own</p>';
      for (const node of replaced) expect(node.innerText.trim()).to.equal('');
      for (const child of element.children) expect(isSeen(child)).to.be.true;
    });

    it(`guidance replaces documents, steps and tips of ${state}, and nothing else`, async () => {
      const element = await show(state, []);
      const seen = (): string[] => [...tree(element).querySelectorAll('[part]')].filter(isSeen).map(partOf);
      const [inside, before] = [[...part(element, 'guidance').querySelectorAll('[part]')].map(partOf), seen()];
      expect(inside).to.include.members(['document-list', 'timeline', 'tips']);
      element.innerHTML = '<p slot="guidance">own</p>';
      expect(seen()).to.deep.equal(before.filter((name) => !inside.includes(name)));
    });
  }

  it('hold what is the page’s, and styled by its CSS', async () => {
    usePageStyle('kyc-verification p { color: rgb(1, 2, 3); padding: 13px; font-size: 31px; }');
    for (const state of STATES) {
      for (const child of (await show(state, namesIn(guide.slots, state))).children) {
        const { color, paddingTop, fontSize } = getComputedStyle(child);
        expect([color, paddingTop, fontSize], child.slot).to.deep.equal(['rgb(1, 2, 3)', '13px', '31px']);
      }
    }
  });

  it('take what comes later, and give back what goes', async () => {
    const element = await show('guidance', []);
    const before = part(element, 'title').innerText;
    element.innerHTML = '<b slot="title">own</b>';
    expect(part(element, 'title').innerText.trim()).to.equal('');
    element.innerHTML = '';
    expect(part(element, 'title').innerText).to.equal(before);
  });
});
