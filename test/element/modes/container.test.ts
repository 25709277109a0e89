import { expect } from '@open-wc/testing';
import type { KycState } from '../../../src/index.js';
import { STATES } from '../../helpers/element-arrivals.js';
import { mount, place } from '../../helpers/element-fixture.js';
import { part, tree } from '../../helpers/element-parts.js';
import { useWindow } from '../../helpers/element-viewing.js';
import { itUnless, unlessWindow } from '../../helpers/unless.js';

const FULL = { 'continue-url': '/next', 'proof-of-address': '', region: 'us' };

/** Where each part is, seen from the element's own corner: all of them, in a box of that width in a window of that width. */
async function layoutOf(preview: KycState, boxWidth: number, windowWidth: number): Promise<string[]> {
  await useWindow(windowWidth, 2400);
  const box = place(document.createElement('div'));
  box.style.cssText = `inline-size: ${boxWidth}px; position: absolute; inset: 0 auto auto 0;`;
  const element = await mount({ ...FULL, preview });
  box.append(element);
  await element.updateComplete;
  const { left, top } = element.getBoundingClientRect();
  const places = [...tree(element).querySelectorAll('[part]')].map((node) => {
    const rect = node.getBoundingClientRect();
    return `${[...node.part].join('.')} ${[rect.left - left, rect.top - top, rect.width, rect.height].map(Math.round).join(' ')}`;
  });
  element.remove();
  box.remove();
  return places;
}

describe('the layout', () => {
  for (const state of STATES) {
    for (const width of [240, 320, 480, 640]) {
      itUnless(unlessWindow(width), `of ${state} in ${width} px goes by the room there is, not by the window`, async () => {
        expect(await layoutOf(state, width, 1280)).to.deep.equal(await layoutOf(state, width, width));
      });
    }
  }

  it('ends with what is last where no footer is slotted, below the footer where one is', async () => {
    const element = await mount({ ...FULL, preview: 'verified' });
    expect(element.getBoundingClientRect().bottom).to.equal(part(element, 'actions').getBoundingClientRect().bottom);
    element.innerHTML = '<p slot="footer" style="margin: 0">Help</p>';
    await element.updateComplete;
    const [footer] = element.children;
    expect(element.getBoundingClientRect().bottom).to.equal(footer?.getBoundingClientRect().bottom);
    expect(footer?.getBoundingClientRect().top).to.be.greaterThan(part(element, 'actions').getBoundingClientRect().bottom);
  });

  it('of the steps is a column in a narrow place, a row in a wide one', async () => {
    const tops = async (width: number): Promise<Set<string | undefined>> => {
      const steps = (await layoutOf('guidance', width, 1280)).filter((place) => place.startsWith('timeline-step.'));
      expect(steps).to.have.length(3);
      return new Set(steps.map((place) => place.split(' ')[2]));
    };
    expect(await tops(320)).to.have.property('size', 3);
    expect(await tops(640)).to.have.property('size', 1);
  });

  it('of two buttons is a column in a narrow place, a row in a wide one', async () => {
    const tops = async (width: number): Promise<Set<string | undefined>> => {
      const buttons = (await layoutOf('failed', width, 1280)).filter((place) => place.includes('-button'));
      expect(buttons).to.have.length(2);
      return new Set(buttons.map((place) => place.split(' ').at(-3)));
    };
    expect(await tops(320)).to.have.property('size', 2);
    expect(await tops(640)).to.have.property('size', 1);
  });
});
