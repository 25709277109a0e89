import { expect } from '@open-wc/testing';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { held, says, scriptEndpoint, silent } from '../helpers/element-endpoint.js';
import { create, mount, mountIn, place, reach, record, told } from '../helpers/element-fixture.js';
import { frameOf, openFrame } from '../helpers/element-frame.js';
import { countListeners } from '../helpers/element-leaks.js';
import { hasFocus, part } from '../helpers/element-parts.js';
import { eventually, holdTime, settle } from '../helpers/element-time.js';
import { itUnless, unlessMoveBefore } from '../helpers/unless.js';

type Movable = Element & { moveBefore?: (node: Node, child: Node | null) => void };

describe('an element that leaves the page', () => {
  for (const state of STATES) {
    it(`in ${state} takes its requests and Veriff with it, and says nothing`, async () => {
      const { element, endpoint } = await arriveIn(state);
      const events = record(element);
      element.remove();
      await settle();
      expect(element.state).to.equal('idle');
      expect(told(events)).to.deep.equal([]);
      expect(endpoint.calls.every(({ signal }) => signal.aborted)).to.be.true;
      expect(document.querySelector('dialog, iframe[id="veriffFrame"]')).to.be.null;
    });
  }

  for (const state of ['checking', 'guidance', 'requesting', 'verifying', 'reviewing', 'rejected', 'failed'] as const) {
    it(`in ${state} leaves no listener behind, and the page’s styles as they were`, async () => {
      const listeners = countListeners();
      const before = [document.body.getAttribute('style'), document.documentElement.getAttribute('style')];
      const { element } = await arriveIn(state);
      if (state === 'verifying' || state === 'reviewing') expect(listeners.left).not.to.be.empty;
      element.remove();
      await settle();
      expect(listeners.left).to.deep.equal([]);
      expect([document.body.getAttribute('style'), document.documentElement.getAttribute('style')]).to.deep.equal(before);
    });
  }

  it('while it reads on leaves no timer behind, and reads no more', async () => {
    const time = holdTime();
    const endpoint = scriptEndpoint({ get: [says('PENDING')] });
    const element = await mount();
    await time.advance(20_000);
    const reads = endpoint.gets.length;
    element.remove();
    await time.advance(0);
    expect(time.pending).to.equal(0);
    await time.advance(3_600_000);
    expect(endpoint.gets).to.have.length(reads);
  });

  for (const state of ['checking', 'requesting', 'verifying'] as const) {
    it(`in ${state} leaves no timer behind`, async () => {
      const time = holdTime();
      const endpoint = scriptEndpoint({ get: [state === 'checking' ? silent : says('UNVERIFIED')] });
      if (state === 'requesting') endpoint.answerPost(silent);
      const element = await mount();
      await settle();
      if (state !== 'checking') void element.start();
      await eventually(() => element.state === state, state);
      if (state === 'verifying') await frameOf(element);
      element.remove();
      await time.advance(0);
      expect(time.pending).to.equal(0);
    });
  }

  it('makes an answer that comes late count for nothing', async () => {
    const read = held();
    scriptEndpoint({ get: [read.reply] });
    const element = await mountIn('checking');
    const events = record(element);
    element.remove();
    await settle();
    read.release(says('VERIFIED'));
    await settle();
    expect(told(events)).to.deep.equal([]);
  });

  for (const [fate, back] of [['for good', false], ['to be moved', true]] as const) {
    it(`${fate} says nothing of an answer that comes as it leaves${back ? ', until it is back' : ''}`, async () => {
      const { element, endpoint } = await arriveIn('reviewing');
      const read = held();
      endpoint.answerGet(read.reply);
      void element.checkStatus();
      await settle();
      const off: boolean[] = [];
      element.addEventListener('kyc-state-change', () => off.push(!element.isConnected));
      element.remove();
      read.release(says('VERIFIED'));
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      if (back) document.body.append(element);
      await settle();
      expect(off).to.deep.equal(back ? [false] : []);
    });
  }

  it('a hundred times leaves nothing behind', async () => {
    const listeners = countListeners();
    const nodes = document.querySelectorAll('*').length;
    const endpoint = scriptEndpoint({ get: [says('PENDING')] });
    for (let turn = 0; turn < 100; turn++) {
      const element = create();
      document.body.append(element);
      await element.updateComplete;
      element.remove();
    }
    await settle();
    expect(listeners.left).to.deep.equal([]);
    expect(document.querySelectorAll('*')).to.have.length(nodes);
    expect(endpoint.calls.every(({ signal }) => signal.aborted)).to.be.true;
  });
});

describe('an element that comes back', () => {
  it('later begins at checking', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    element.remove();
    await settle();
    const events = record(element);
    place(element);
    await reach(element, 'reviewing');
    expect(told(events)).to.deep.equal(['idle>checking', 'checking>reviewing']);
    expect(endpoint.gets).to.have.length(2);
  });

  it('later says its verdict again, for the new page load', async () => {
    const { element } = await arriveIn('verified');
    element.remove();
    await settle();
    const events = record(element);
    place(element);
    await reach(element, 'verified');
    expect(told(events)).to.deep.equal(['idle>checking', 'checking>verified', 'kyc-verified']);
  });

  it('later no longer keeps the session that was open', async () => {
    const { element, endpoint } = await arriveIn('verifying');
    element.remove();
    await settle();
    place(element);
    await reach(element, 'guidance');
    await openFrame(element);
    expect(endpoint.posts).to.have.length(2);
  });
});

describe('an element that is moved', () => {
  for (const state of STATES) {
    it(`in one task goes on in ${state}`, async () => {
      const { element, endpoint } = await arriveIn(state);
      const [events, calls, frame] = [record(element), endpoint.calls.length, document.querySelector('dialog iframe')];
      const elsewhere = place(document.createElement('section'));
      element.remove();
      elsewhere.append(element);
      await element.updateComplete;
      await settle();
      expect(element.state).to.equal(state);
      expect(told(events)).to.deep.equal([]);
      expect(endpoint.calls).to.have.length(calls);
      expect(document.querySelector('dialog iframe') === frame).to.be.true;
    });

    itUnless(unlessMoveBefore, `by moveBefore goes on in ${state}`, async () => {
      const { element, endpoint } = await arriveIn(state);
      const [events, calls, frame] = [record(element), endpoint.calls.length, document.querySelector('dialog iframe')];
      const elsewhere: Movable = place(document.createElement('section'));
      elsewhere.moveBefore?.(element, null);
      await element.updateComplete;
      await settle();
      expect(element.state).to.equal(state);
      expect(told(events)).to.deep.equal([]);
      expect(endpoint.calls).to.have.length(calls);
      expect(document.querySelector('dialog iframe') === frame).to.be.true;
    });
  }

  it('keeps the focus on the control that had it last', async () => {
    const { element } = await arriveIn('guidance');
    for (const name of ['start-button', 'tips-title']) part(element, name).focus();
    place(document.createElement('section')).append(element);
    await settle();
    expect(hasFocus(part(element, 'tips-title'))).to.be.true;
  });

  it('with a frame that goes on hears it still', async () => {
    const { element } = await arriveIn('guidance');
    const frame = await openFrame(element);
    place(document.createElement('section')).append(element);
    await settle();
    frame.say('FINISHED');
    await reach(element, 'reviewing');
  });

  it('to another configuration in the same task begins anew', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    element.remove();
    element.onboardingId = 'US_2';
    place(element);
    await eventually(() => endpoint.gets.length === 2, 'the read');
    expect(endpoint.gets[1]?.url.searchParams.get('onboardingId')).to.equal('US_2');
  });
});

describe('a page that removes Veriff', () => {
  it('counts as the user’s close, and nothing reopens by itself', async () => {
    const { element } = await arriveIn('verifying');
    const events = record(element);
    document.querySelector('.kyc-verification-dialog')?.remove();
    await reach(element, 'guidance');
    await settle();
    expect(told(events)).to.deep.equal(['verifying>guidance', 'kyc-canceled']);
    expect(document.querySelector('dialog')).to.be.null;
  });

  it('after a submission is no cancel', async () => {
    const { element } = await arriveIn('guidance');
    const frame = await openFrame(element);
    const events = record(element);
    frame.say('SUBMITTED');
    await eventually(() => events.length === 1, 'kyc-submitted');
    document.querySelector('.kyc-verification-dialog')?.remove();
    await reach(element, 'reviewing');
    expect(told(events)).to.deep.equal(['kyc-submitted', 'verifying>reviewing']);
  });
});
