import { expect, waitUntil } from '@open-wc/testing';
import type { KycErrorCode } from '../../../src/index.js';
import { huntCanaries } from '../../helpers/canary-hunt.js';
import { arrive } from '../../helpers/journey.js';

describe('journeys that begin elsewhere or go wrong', () => {
  let hunt: Awaited<ReturnType<typeof huntCanaries>>;

  beforeEach(async () => {
    hunt = await huntCanaries();
  });
  afterEach(() => {
    hunt.end();
    expect(hunt.found()).to.deep.equal([]);
  });

  it('already pending: in review with Continue, and never told as submitted', async () => {
    const user = await arrive('already-pending');
    await user.reaches('reviewing');
    expect(user.events).not.to.include('pending');
    await user.press('continue-button');
    await user.inFrame('submit');
    await user.reaches('verified');
  });

  it('already verified: said at once', async () => {
    const user = await arrive('already-verified');
    await user.reaches('verified');
    expect(user.events).to.deep.equal(['→ checking', '→ verified', 'verified']);
  });

  it('already rejected: said at once, then approved', async () => {
    const user = await arrive('already-rejected');
    await user.reaches('rejected');
    await user.press('retry-button');
    await user.inFrame('submit');
    await user.reaches('verified');
  });

  it('record closed while in review: the webhook brings the verdict all the same', async () => {
    const user = await arrive('record-closed');
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('verified');
    expect(user.events).not.to.include('stalled').and.not.to.include('error');
  });

  it('record closed while in review, without webhooks: told, and nothing is a failure', async () => {
    const user = await arrive('record-closed', { webhooks: false });
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('reviewing');
    await waitUntil(() => user.events.includes('stalled'), 'the stall is told', { timeout: 9000 });
    await user.element.checkStatus();
    await user.element.updateComplete;
    expect(user.element.state).to.equal('reviewing');
    expect(user.events.filter((name) => name === 'stalled')).to.have.length(1);
    expect(user.events).not.to.include('error');
  });

  it('two elements that start at once: one session is asked for, the other user is told', async () => {
    const first = await arrive('approve');
    const second = await arrive('approve');
    await first.reaches('guidance');
    await second.reaches('guidance');
    void first.element.start();
    await second.element.start();
    expect(second.element.error?.code).to.equal('frame-busy');
    expect((await second.calls()).filter((call) => call.startsWith('POST'))).to.have.length(0);
    await first.inFrame('cancel');
    await first.reaches('guidance');
    await second.press('retry-button');
    await second.reaches('verifying');
    second.element.close();
    await second.reaches('guidance');
  });

  it('forced reload: the same session opens again, and the page stays', async () => {
    const user = await arrive('approve');
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('force-reload');
    const first = document.querySelector('#veriffFrame');
    await waitUntil(() => document.querySelector('#veriffFrame') !== first, 'the frame is made anew', { timeout: 9000 });
    await user.inFrame('cancel');
    await user.reaches('guidance', 5000).catch(async () => {
      // The frame was still loading when it was told to cancel.
      await user.inFrame('cancel');
      await user.reaches('guidance', 9000);
    });
    expect((await user.calls()).filter((call) => call.startsWith('POST'))).to.have.length(1);
  }).timeout(40_000);

  // Browsers repeat a request by themselves when a kept connection answers 408 (RFC 9110, section 15.5.9): those tries are not ours.
  const exchanges: readonly (readonly [scenario: string, code: KycErrorCode, tries: number | 'any'])[] = [
    ['error-400', 'onboarding-invalid', 1],
    ['error-401', 'unauthorized', 1],
    ['error-403', 'unauthorized', 1],
    ['error-404', 'onboarding-not-found', 1],
    ['error-408', 'timeout', 'any'],
    ['error-429', 'rate-limited', 1],
    ['error-498', 'client-key', 1],
    ['error-499', 'client-key', 1],
    ['error-500', 'server', 3],
    ['error-503', 'server', 3],
    ['bad-response', 'bad-response', 1],
    ['bad-session-url', 'session-url', 1],
    ['vendor-session-url', 'server', 3],
  ];
  for (const [scenario, code, tries] of exchanges) {
    it(`${scenario}: ${code} in plain words, with a way on; tries: ${tries}`, async () => {
      const user = await arrive(scenario);
      await user.reaches('guidance');
      await user.press('start-button');
      await user.reaches('failed', 12_000);
      const { error, shadowRoot } = user.element;
      expect(error?.code).to.equal(code);
      expect(error?.phase).to.equal('exchange');
      expect(shadowRoot?.querySelector('[part="error-code"]')?.textContent).to.equal(code);
      expect(shadowRoot?.querySelector('[part~="retry-button"]')).not.to.equal(null);
      if (tries !== 'any') expect((await user.calls()).filter((call) => call.startsWith('POST'))).to.have.length(tries);
      expect(user.events.filter((name) => name === 'error')).to.have.length(1);
    }).timeout(20_000);
  }

  const firstReads: readonly (readonly [scenario: string, code: KycErrorCode])[] = [
    ['status-400', 'onboarding-invalid'],
    ['status-401', 'unauthorized'],
    ['status-404', 'onboarding-not-found'],
    ['status-498', 'client-key'],
  ];
  for (const [scenario, code] of firstReads) {
    it(`${scenario}: ${code}, and the next read brings the user on`, async () => {
      const user = await arrive(scenario);
      await user.reaches('failed');
      expect(user.element.error?.code).to.equal(code);
      await user.press('retry-button');
      await user.reaches('guidance');
      expect(user.element.error).to.equal(null);
    });
  }

  it('a first read that fails for the moment leaves the guidance usable', async () => {
    const user = await arrive('status-500');
    await user.reaches('guidance');
    expect(await user.calls()).to.deep.equal(['GET 502']);
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('verified');
  });

  it('flaky: the third try of the exchange opens Veriff', async () => {
    const user = await arrive('flaky');
    await user.reaches('guidance');
    await user.press('start-button');
    await user.inFrame('submit');
    await user.reaches('verified');
    expect((await user.calls()).filter((call) => call.startsWith('POST'))).to.deep.equal(['POST 503', 'POST 503', 'POST 200']);
  }).timeout(20_000);

  it('slow answers: the guidance is there after 3 s, and the start works', async () => {
    const user = await arrive('slow');
    await user.reaches('guidance');
    expect(user.element.verificationState, 'nothing is answered yet').to.equal(undefined);
    await user.press('start-button');
    await user.inFrame('cancel');
    await user.reaches('guidance');
  }).timeout(30_000);
});
