import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { arriveIn } from '../helpers/element-arrivals.js';
import { held, says, scriptEndpoint, session, type ScriptedEndpoint } from '../helpers/element-endpoint.js';
import { checkUntil, mount, reach, record, told } from '../helpers/element-fixture.js';
import { frameOf, openFrame, type OpenFrame } from '../helpers/element-frame.js';
import { has, part } from '../helpers/element-parts.js';
import { eventually, holdTime, settle, type HeldTime } from '../helpers/element-time.js';

/** Veriff open on a page whose time is held. */
async function openHeld(): Promise<{ element: KycVerificationElement; endpoint: ScriptedEndpoint; time: HeldTime; frame: OpenFrame; hear(): Promise<void> }> {
  const time = holdTime();
  const endpoint = scriptEndpoint();
  const element = await mount();
  await time.advance(0);
  void element.start();
  await eventually(() => element.state === 'verifying', 'verifying');
  const frame = await frameOf(element);
  frame.say('HANDSHAKE');
  await time.advance(1);
  return { element, endpoint, time, frame, hear: async () => void (await eventually(() => endpoint.gets.length > 1, 'a read'), await settle()) };
}

describe('PENDING', () => {
  it('on a fresh load is in review, with Continue', async () => {
    const { element } = await arriveIn('reviewing');
    expect(has(element, 'continue-button')).to.be.true;
    expect(has(element, 'check-button')).to.be.true;
  });

  it('on a fresh load says no kyc-pending', async () => {
    const events = record(document);
    const { element } = await arriveIn('reviewing');
    await element.checkStatus();
    expect(told(events)).to.deep.equal(['idle>checking', 'checking>reviewing']);
  });

  it('on a fresh load yields to UNVERIFIED later', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    endpoint.answerGet(says('UNVERIFIED'));
    await element.checkStatus();
    expect(element.state).to.equal('guidance');
  });

  it('after a cancel means to continue', async () => {
    const { element, endpoint } = await arriveIn('verifying');
    endpoint.answerGet(says('PENDING'));
    element.close();
    await eventually(() => element.verificationState === 'PENDING', 'PENDING');
    await element.updateComplete;
    expect(element.state).to.equal('guidance');
    expect(has(element, 'continue-button')).to.be.true;
    expect(part(element, 'start-button').innerText.trim()).to.equal('Continue verification');
  });

  it('that was asked for before the submission proves nothing', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    const early = held();
    const frame = await openFrame(element);
    endpoint.answerGet(early.reply, says('UNVERIFIED'));
    void element.checkStatus();
    const events = record(element);
    frame.say('SUBMITTED');
    await eventually(() => told(events).includes('kyc-submitted'), 'kyc-submitted');
    early.release(says('PENDING'));
    await settle();
    expect(told(events)).not.to.include('kyc-pending');
  });

  it('after a submission is said once, also over many reads', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    const events = record(element);
    endpoint.answerGet(says('PENDING'));
    const frame = await openFrame(element);
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    for (let read = 0; read < 3; read++) await element.checkStatus();
    expect(told(events).filter((name) => name === 'kyc-pending')).to.have.length(1);
  });

  it('after our own submission stays so, whatever UNVERIFIED says', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    const frame = await openFrame(element);
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    endpoint.answerGet(says('UNVERIFIED'));
    await element.checkStatus();
    expect(element.state).to.equal('reviewing');
  });
});

describe('RESUBMISSION_REQUESTED while Veriff is open', () => {
  it('closes it 10 s after the submission', async () => {
    const { element, endpoint, time, frame, hear } = await openHeld();
    endpoint.answerGet(says('RESUBMISSION_REQUESTED'));
    frame.say('SUBMITTED');
    await hear();
    await time.advance(9_000);
    expect(element.state).to.equal('verifying');
    await time.advance(1_000);
    expect(element.state).to.equal('resubmission');
    expect(document.querySelector('dialog')).to.be.null;
  });

  it('leaves it open where the user has started again', async () => {
    const { element, endpoint, time, frame, hear } = await openHeld();
    endpoint.answerGet(says('RESUBMISSION_REQUESTED'));
    frame.say('SUBMITTED');
    await hear();
    frame.say('STARTED');
    await time.advance(60_000);
    expect(element.state).to.equal('verifying');
  });

  it('before any submission leaves it open', async () => {
    const { element, endpoint, time } = await openHeld();
    endpoint.answerGet(says('RESUBMISSION_REQUESTED'));
    void element.checkStatus();
    await time.advance(60_000);
    expect(element.state).to.equal('verifying');
  });
});

describe('a verdict while Veriff is open', () => {
  for (const [answer, state] of [['VERIFIED', 'verified'], ['REJECTED', 'rejected'], ['EXPIRED', 'expired']] as const) {
    it(`${answer} closes it, though nothing was submitted here`, async () => {
      const { element, endpoint, time } = await openHeld();
      const events = record(element);
      endpoint.answerGet(says(answer));
      await time.advance(7_000);
      expect(element.state).to.equal(state);
      expect(told(events)).to.deep.equal([`verifying>${state}`, `kyc-${state}`]);
    });
  }
});

describe('a session', () => {
  for (const state of ['rejected', 'expired', 'resubmission'] as const) {
    it(`is exchanged anew after ${state}`, async () => {
      const { element, endpoint } = await arriveIn('guidance');
      (await openFrame(element)).say('CANCELED');
      await reach(element, 'guidance');
      endpoint.answerGet(says({ rejected: 'REJECTED', expired: 'EXPIRED', resubmission: 'RESUBMISSION_REQUESTED' }[state]));
      await checkUntil(element, state);
      endpoint.answerPost(session());
      await openFrame(element);
      expect(endpoint.posts).to.have.length(2);
    });
  }

  it('that was left unfinished is read on meanwhile: it may be finished on a phone', async () => {
    const { element, endpoint, time } = await openHeld();
    element.close();
    await time.advance(0);
    const before = endpoint.gets.length;
    endpoint.answerGet(says('VERIFIED'));
    await time.advance(7_000);
    expect(endpoint.gets.length).to.be.greaterThan(before);
    expect(element.state).to.equal('verified');
  });
});

describe('an answer that comes out of order', () => {
  it('does not take a verdict back', async () => {
    const old = held();
    const { element, endpoint } = await arriveIn('guidance');
    const frame = await openFrame(element);
    endpoint.answerGet(old.reply, says('VERIFIED'));
    void element.checkStatus();
    frame.say('SUBMITTED');
    await reach(element, 'verified');
    old.release(says('PENDING'));
    await settle();
    expect(element.state).to.equal('verified');
  });

  it('is not taken back by an unknown word, either', async () => {
    const { element, endpoint } = await arriveIn('verified');
    endpoint.answerGet(says('SOMETHING_NEW'));
    await element.checkStatus();
    expect(element.state).to.equal('verified');
    expect(element.verificationState).to.equal('VERIFIED');
  });
});
