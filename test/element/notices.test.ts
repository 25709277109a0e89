import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { onCleanup } from '../helpers/element-cleanup.js';
import { held, refuses, says, scriptEndpoint, unreachable } from '../helpers/element-endpoint.js';
import { create, mount, place, reach } from '../helpers/element-fixture.js';
import { announced, one, part, tree, words } from '../helpers/element-parts.js';
import { holdTime, settle } from '../helpers/element-time.js';

/** Each text that the live region comes to hold. */
function listen(element: KycVerificationElement): string[] {
  const heard: string[] = [];
  const observer = new MutationObserver(() => heard.push(announced(element)));
  observer.observe(one(tree(element), '[role="status"]'), { childList: true, characterData: true, subtree: true });
  onCleanup(() => observer.disconnect());
  return heard;
}

describe('Check now', () => {
  it('that brings nothing new says so in a line, and to screen readers', async () => {
    const { element } = await arriveIn('reviewing');
    part(element, 'check-button').click();
    await settle();
    expect(words(element)).to.contain('Checked just now. There’s nothing new yet.');
    expect(announced(element)).to.equal('Checked just now. There’s nothing new yet.');
  });

  it('that fails says so in a line, and to screen readers', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    endpoint.answerGet(unreachable);
    await element.checkStatus();
    await element.updateComplete;
    expect(words(element)).to.contain('We couldn’t check just now.');
    expect(announced(element)).to.contain('We couldn’t check just now.');
  });

  it('is busy until it is answered, and can’t be pressed again', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    const read = held();
    endpoint.answerGet(read.reply);
    const button = part<HTMLButtonElement>(element, 'check-button');
    button.click();
    await element.updateComplete;
    expect(button.ariaBusy).to.equal('true');
    expect(button.ariaDisabled).to.equal('true');
    button.click();
    expect(endpoint.gets).to.have.length(2);
    read.release(says('PENDING'));
    await settle();
    expect(button.ariaBusy).to.be.null;
    expect(button.isConnected).to.be.true;
  });

  it('that brings a verdict leaves no line behind', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    await element.checkStatus();
    endpoint.answerGet(says('REJECTED'));
    await element.checkStatus();
    await element.updateComplete;
    expect(words(element)).not.to.contain('Checked just now');
  });

  it('pressed twice with the same result is announced twice', async () => {
    const { element } = await arriveIn('reviewing');
    const heard = listen(element);
    for (let press = 0; press < 2; press++) {
      part(element, 'check-button').click();
      await settle();
    }
    expect(heard.filter((text) => text.startsWith('Checked just now'))).to.have.length(2);
  });
});

describe('the live region', () => {
  it('is one, polite, and never shown', async () => {
    const { element } = await arriveIn('reviewing');
    const region = one(tree(element), '[role="status"]');
    expect(region.getBoundingClientRect().width).to.be.at.most(1);
    expect(tree(element).querySelectorAll('[aria-live="assertive"], [role="alert"]')).to.have.length(0);
  });

  it('keeps its node in all states, so that screen readers notice its text', async () => {
    const element = await mount({ preview: 'idle' });
    const region = one(tree(element), '[role="status"]');
    for (const state of STATES) {
      element.preview = state;
      await element.updateComplete;
      expect(one(tree(element), '[role="status"]') === region).to.be.true;
    }
  });

  it('says nothing while polls bring nothing', async () => {
    const time = holdTime();
    const endpoint = scriptEndpoint({ get: [says('PENDING'), says('PENDING'), refuses(500), unreachable, says('PENDING')] });
    const element = await mount();
    await time.advance(0);
    const heard = listen(element);
    await time.advance(10 * 60_000);
    expect(endpoint.gets.length).to.be.at.least(10);
    expect(heard).to.deep.equal([]);
  }).timeout(30_000);

  for (const [answer, title] of [['VERIFIED', 'You’re verified'], ['REJECTED', 'We couldn’t verify you'], ['RESUBMISSION_REQUESTED', 'We need another photo'], ['EXPIRED', 'Your time ran out']] as const) {
    it(`says ${answer} once`, async () => {
      const { element, endpoint } = await arriveIn('reviewing');
      const heard = listen(element);
      endpoint.answerGet(says(answer));
      await element.checkStatus();
      await settle();
      expect(heard.filter((text) => text.includes(title))).to.have.length(1);
    });
  }

  it('says an error once', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    const heard = listen(element);
    endpoint.answerPost(refuses(403));
    await element.start();
    await settle();
    expect(heard.filter((text) => text.includes('no longer signed in'))).to.have.length(1);
  });

  it('says nothing of guidance that was there from the start', async () => {
    scriptEndpoint();
    const element = place(create());
    await element.updateComplete;
    const heard = listen(element);
    await reach(element, 'guidance');
    expect(heard).to.deep.equal([]);
    expect(announced(element)).to.equal('');
  });
});
