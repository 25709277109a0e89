import { expect } from '@open-wc/testing';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { held, refuses, says, unreachable } from '../helpers/element-endpoint.js';
import { mount, mountIn, reach } from '../helpers/element-fixture.js';
import { one, part, tree } from '../helpers/element-parts.js';
import { useColorScheme, useWindow } from '../helpers/element-viewing.js';

const FULL = { 'continue-url': '/next', 'proof-of-address': '', region: 'us' };

describe('accessibility', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const state of STATES) {
      it(`of ${state} in ${scheme} has no fault that axe knows`, async () => {
        await useColorScheme(scheme);
        const element = await mount({ ...FULL, preview: state });
        for (const details of tree(element).querySelectorAll('details')) details.open = true;
        await expect(element).to.be.accessible();
      });
    }
  }

  for (const state of STATES) {
    it(`of ${state} at 320 px has no fault that axe knows`, async () => {
      await useWindow(320, 640);
      await expect(await mount({ ...FULL, preview: state })).to.be.accessible();
    });
  }

  for (const scheme of ['light', 'dark'] as const) {
    it(`of guidance to be continued, while it is checked, in ${scheme}`, async () => {
      await useColorScheme(scheme);
      const { element, endpoint } = await arriveIn('verifying');
      element.close();
      await reach(element, 'guidance');
      endpoint.answerGet(held().reply);
      void element.checkStatus();
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });

    it(`of a review that can’t be followed, with a line about the last check, in ${scheme}`, async () => {
      await useColorScheme(scheme);
      const { element, endpoint } = await arriveIn('reviewing');
      endpoint.answerGet(refuses(400), unreachable);
      await element.checkStatus();
      await element.checkStatus();
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });

    it(`of a rejection with reasons that can’t be retried yet, in ${scheme}`, async () => {
      await useColorScheme(scheme);
      const { element, endpoint } = await arriveIn('guidance');
      endpoint.answerGet(says('REJECTED', { reasons: ['name-mismatch'], retryAt: new Date(Date.now() + 3_600_000).toISOString() }));
      await element.checkStatus();
      await reach(element, 'rejected');
      await expect(element).to.be.accessible();
    });
  }
});

describe('the headings', () => {
  for (const state of STATES) {
    it(`of ${state} begin with one of level 2, and skip no level`, async () => {
      const element = await mount({ ...FULL, preview: state });
      const levels = [...tree(element).querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName.slice(1)));
      expect(levels[0]).to.equal(2);
      expect(levels.filter((level) => level === 2)).to.have.length(1);
      expect(Math.max(...levels)).to.be.at.most(3);
    });
  }

  it('can be had by the focus, but not with Tab', async () => {
    for (const state of STATES) expect(one(tree(await mount({ preview: state })), 'h2').tabIndex).to.equal(-1);
  });
});

describe('the words for assistive technology', () => {
  it('icons are decoration', async () => {
    for (const state of STATES) {
      for (const icon of tree(await mount({ ...FULL, preview: state })).querySelectorAll('svg')) expect(icon).to.have.attribute('aria-hidden', 'true');
    }
  });

  it('lists have names, and the present step of the review is marked as such', async () => {
    const element = await mount({ preview: 'reviewing' });
    expect(part(element, 'timeline').ariaLabel).not.to.equal('');
    expect(tree(element).querySelectorAll('[aria-current="step"]')).to.have.length(1);
  });

  it('a button that is busy stays one, with its name', async () => {
    for (const state of ['checking', 'requesting'] as const) {
      const button = part<HTMLButtonElement>(await mount({ preview: state }), 'start-button');
      expect(button.ariaBusy).to.equal('true');
      expect(button.disabled).to.be.false;
      expect(button.innerText.trim()).not.to.equal('');
    }
  });

  it('say no word that only its makers know', async () => {
    for (const state of STATES) {
      const element = await mountIn(state, { ...FULL, preview: state });
      expect(part(element, 'base').innerText).not.to.match(/\b(kyc|token|session url|endpoint|json|api)\b/i);
    }
  });
});
