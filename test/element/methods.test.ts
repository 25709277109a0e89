import { expect } from '@open-wc/testing';
import type { KycState } from '../../src/index.js';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { held, refuses, says, scriptEndpoint, session, silent, unreachable } from '../helpers/element-endpoint.js';
import { create, mount, mountIn, reach, record, told } from '../helpers/element-fixture.js';
import { frameOf, openFrame } from '../helpers/element-frame.js';
import { eventually, settle } from '../helpers/element-time.js';

const STARTS: readonly KycState[] = ['guidance', 'reviewing', 'rejected', 'resubmission', 'expired', 'failed'];
const STARTS_NOTHING: readonly KycState[] = ['idle', 'requesting', 'verifying', 'verified'];

describe('start()', () => {
  for (const state of STARTS) {
    it(`in ${state} asks, exchanges, and opens Veriff`, async () => {
      const { element, endpoint } = await arriveIn(state);
      const events = record(element);
      await element.start();
      expect(element.state).to.equal('verifying');
      expect(told(events)).to.deep.equal(['kyc-start', `${state}>requesting`, 'requesting>verifying']);
      expect(endpoint.posts).to.have.length(1);
    });
  }

  for (const state of STARTS_NOTHING) {
    it(`in ${state} does nothing`, async () => {
      const { element, endpoint } = await arriveIn(state);
      const [events, before] = [record(element), endpoint.calls.length];
      void element.start();
      await settle();
      expect(element.state).to.equal(state);
      expect(told(events)).to.deep.equal([]);
      expect(endpoint.calls).to.have.length(before);
    });
  }

  it('in checking waits for the read, and goes on where that leads to guidance', async () => {
    const read = held();
    const endpoint = scriptEndpoint({ get: [read.reply] });
    const element = await mountIn('checking');
    const events = record(element);
    const started = element.start();
    await settle();
    expect(element.state).to.equal('checking');
    expect(endpoint.posts).to.have.length(0);
    read.release(says('UNVERIFIED'));
    await started;
    expect(told(events)).to.deep.equal(['checking>guidance', 'kyc-start', 'guidance>requesting', 'requesting>verifying']);
  });

  for (const [answer, state] of [['VERIFIED', 'verified'], ['PENDING', 'reviewing'], ['REJECTED', 'rejected']] as const) {
    it(`in checking goes no further where the read leads to ${state}`, async () => {
      const read = held();
      const endpoint = scriptEndpoint({ get: [read.reply] });
      const element = await mountIn('checking');
      const events = record(element);
      const started = element.start();
      read.release(says(answer));
      await started;
      expect(element.state).to.equal(state);
      expect(told(events)).not.to.include('kyc-start');
      expect(endpoint.posts).to.have.length(0);
    });
  }

  it('ten times in a row leads to one exchange', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    const events = record(element);
    await Promise.all(Array.from({ length: 10 }, () => element.start()));
    expect(endpoint.posts).to.have.length(1);
    expect(told(events).filter((name) => name === 'kyc-start')).to.have.length(1);
    expect(document.querySelectorAll('.kyc-verification-dialog')).to.have.length(1);
  });

  it('does not reject where the exchange fails', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    endpoint.answerPost(refuses(429, { 'retry-after': '30' }));
    await element.start();
    expect(element.state).to.equal('failed');
    expect(element.error?.code).to.equal('rate-limited');
  });

  it('on an element that is on no page does nothing and does not reject', async () => {
    const endpoint = scriptEndpoint();
    const element = create();
    await element.start();
    expect(element.state).to.equal('idle');
    expect(endpoint.calls).to.have.length(0);
  });

  it('settles where the element leaves the page meanwhile', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    endpoint.answerPost(silent);
    const started = element.start();
    await reach(element, 'requesting');
    element.remove();
    await started;
    expect(element.state).to.equal('idle');
  });

  it('after a cancel reopens the same session, without another exchange', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    const first = await openFrame(element);
    const { src } = first.node;
    first.say('CANCELED');
    await reach(element, 'guidance');
    const { node } = await openFrame(element);
    expect(node.src).to.equal(src);
    expect(endpoint.posts).to.have.length(1);
  });

  it('after a cancel exchanges anew where the session has run out', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    endpoint.answerPost(session({ expiresAt: new Date(Date.now() - 1000).toISOString() }), session());
    (await openFrame(element)).say('CANCELED');
    await reach(element, 'guidance');
    await openFrame(element);
    expect(endpoint.posts).to.have.length(2);
  });
});

describe('checkStatus()', () => {
  for (const state of STATES) {
    it(`in ${state} reads the state ${state === 'idle' ? 'not at all' : 'once'}, and does not reject`, async () => {
      const { element, endpoint } = await arriveIn(state);
      const before = endpoint.gets.length;
      // The first read is still out, and serves.
      if (state === 'checking') return expect(before).to.equal(1);
      await element.checkStatus();
      expect(endpoint.gets.length - before).to.equal(state === 'idle' ? 0 : 1);
    });
  }

  for (const state of ['guidance', 'failed'] as const) {
    it(`that fails in ${state} leads to failed`, async () => {
      const { element, endpoint } = await arriveIn(state);
      endpoint.answerGet(unreachable);
      await element.checkStatus();
      expect(element.state).to.equal('failed');
      expect(element.error).to.include({ code: 'network', phase: 'status' });
    });
  }

  it('that fails in checking leads to failed', async () => {
    const read = held();
    scriptEndpoint({ get: [read.reply] });
    const element = await mountIn('checking');
    const checked = element.checkStatus();
    read.release(refuses(503));
    await checked;
    expect(element.error?.code).to.equal('server');
  });

  for (const state of ['verifying', 'reviewing', 'verified', 'rejected', 'resubmission', 'expired'] as const) {
    it(`that fails in ${state} leads nowhere, and says no error`, async () => {
      const { element, endpoint } = await arriveIn(state);
      const events = record(element);
      endpoint.answerGet(unreachable);
      await element.checkStatus();
      expect(element.state).to.equal(state);
      expect(told(events)).to.deep.equal([]);
    });
  }

  it('in rejected may bring the news of another verdict, which begins a new attempt', async () => {
    const { element, endpoint } = await arriveIn('rejected');
    const events = record(element);
    endpoint.answerGet(says('VERIFIED'));
    await element.checkStatus();
    expect(told(events)).to.deep.equal(['rejected>verified', 'kyc-verified']);
  });

  it('twice at once is one read', async () => {
    const { element, endpoint } = await arriveIn('reviewing');
    await Promise.all([element.checkStatus(), element.checkStatus()]);
    expect(endpoint.gets).to.have.length(2);
  });
});

describe('close()', () => {
  for (const state of STATES.filter((name) => name !== 'requesting' && name !== 'verifying')) {
    it(`in ${state} does nothing`, async () => {
      const { element } = await arriveIn(state);
      const events = record(element);
      element.close();
      await settle();
      expect(element.state).to.equal(state);
      expect(told(events)).to.deep.equal([]);
    });
  }

  for (const state of STARTS.filter((name) => name !== 'failed')) {
    it(`in requesting aborts, and goes back to ${state}`, async () => {
      const { element, endpoint } = await arriveIn(state);
      endpoint.answerPost(silent);
      const started = element.start();
      await eventually(() => endpoint.posts.length === 1, 'the exchange');
      const events = record(element);
      element.close();
      await started;
      expect(endpoint.posts[0]?.signal.aborted).to.be.true;
      expect(told(events)).to.deep.equal([`requesting>${state}`]);
    });
  }

  it('in verifying is the user’s close', async () => {
    const { element } = await arriveIn('verifying');
    const events = record(element);
    element.close();
    expect(element.state).to.equal('guidance');
    expect(document.querySelector('dialog')).to.be.null;
    expect(told(events)).to.deep.equal(['verifying>guidance', 'kyc-canceled']);
  });

  it('before the frame has answered is the user’s close, too', async () => {
    scriptEndpoint();
    const element = await mount();
    await reach(element, 'guidance');
    void element.start();
    await frameOf(element);
    element.close();
    expect(element.state).to.equal('guidance');
  });
});
