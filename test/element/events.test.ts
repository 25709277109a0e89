import { expect } from '@open-wc/testing';
import * as published from '../../src/index.js';
import type { KycEventName } from '../../src/index.js';
import { arriveIn } from '../helpers/element-arrivals.js';
import { refuses, says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { closedTree, create, mountIn, place, reach, record, told, type KycEvent } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { eventually } from '../helpers/element-time.js';

const CLASSES: Readonly<Record<KycEventName, new (detail: never) => CustomEvent>> = {
  'kyc-state-change': published.KycStateChangeEvent,
  'kyc-start': published.KycStartEvent,
  'kyc-opened': published.KycOpenedEvent,
  'kyc-submitted': published.KycSubmittedEvent,
  'kyc-canceled': published.KycCanceledEvent,
  'kyc-pending': published.KycPendingEvent,
  'kyc-verified': published.KycVerifiedEvent,
  'kyc-rejected': published.KycRejectedEvent,
  'kyc-resubmission': published.KycResubmissionEvent,
  'kyc-expired': published.KycExpiredEvent,
  'kyc-stalled': published.KycStalledEvent,
  'kyc-error': published.KycErrorEvent,
};
const COMMON = ['onboardingId', 'state', 'verificationState'];
const VERDICT = [...COMMON, 'reasons', 'retryAt'];
const FIELDS: Readonly<Record<KycEventName, readonly string[]>> = {
  'kyc-state-change': [...COMMON, 'previousState'],
  'kyc-start': COMMON,
  'kyc-opened': COMMON,
  'kyc-submitted': COMMON,
  'kyc-canceled': COMMON,
  'kyc-pending': COMMON,
  'kyc-verified': VERDICT,
  'kyc-rejected': VERDICT,
  'kyc-resubmission': VERDICT,
  'kyc-expired': VERDICT,
  'kyc-stalled': [...COMMON, 'reason'],
  'kyc-error': [...COMMON, 'code', 'phase', 'retryable', 'action', 'httpStatus', 'retryAt'],
};

/** Brings each event about, and gives the one that was asked for. */
const WAYS: Readonly<Record<KycEventName, () => Promise<unknown>>> = {
  'kyc-state-change': () => arriveIn('guidance'),
  'kyc-start': async () => (await arriveIn('guidance')).element.start(),
  'kyc-opened': () => arriveIn('verifying'),
  'kyc-submitted': async () => submitted('UNVERIFIED'),
  'kyc-canceled': async () => (await arriveIn('verifying')).element.close(),
  'kyc-pending': async () => submitted('PENDING'),
  'kyc-verified': () => arriveIn('verified'),
  'kyc-rejected': () => arriveIn('rejected'),
  'kyc-resubmission': () => arriveIn('resubmission'),
  'kyc-expired': () => arriveIn('expired'),
  'kyc-stalled': async () => submitted(400),
  'kyc-error': () => arriveIn('failed'),
};

async function submitted(answer: string | number): Promise<void> {
  const endpoint = scriptEndpoint();
  const element = await mountIn('guidance');
  const frame = await openFrame(element);
  endpoint.answerGet(typeof answer === 'string' ? says(answer) : refuses(answer));
  frame.say('FINISHED');
  await reach(element, 'reviewing');
  await eventually(() => endpoint.gets.length > 1, 'a read');
}

describe('each event', () => {
  for (const name of Object.keys(CLASSES) as KycEventName[]) {
    it(`${name} bubbles out of shadow trees, is of its class, and tells just what it should, frozen`, async () => {
      const events = record(document);
      await WAYS[name]();
      const seen = (): KycEvent | undefined => events.find(({ type }) => type === name);
      await eventually(() => seen() !== undefined, name);
      const event = seen()!;
      expect(event).to.be.instanceOf(CLASSES[name]);
      expect(event).to.be.instanceOf(CustomEvent);
      expect(event.bubbles).to.be.true;
      expect(event.composed).to.be.true;
      expect(event.cancelable).to.equal(name === 'kyc-start');
      expect(event.detail).to.be.frozen;
      expect(Object.getPrototypeOf(event.detail)).to.equal(Object.prototype);
      expect(event.detail).to.have.all.keys(...FIELDS[name]);
      expect(event.detail.onboardingId).to.equal('US_1');
    });
  }

  it('reaches the document from inside a closed shadow tree', async () => {
    scriptEndpoint();
    const events = record(document);
    const element = place(create(), closedTree());
    await reach(element, 'guidance');
    expect(told(events)).to.deep.equal(['idle>checking', 'checking>guidance']);
    expect(events.map(({ composed }) => composed)).to.deep.equal([true, true]);
  });

  it('is said with the reasons and the time that the server gave, and both frozen', async () => {
    scriptEndpoint({ get: [says('REJECTED', { reasons: ['document-expired', 'new-code'], retryAt: '2020-01-01T10:00:00+02:00' })] });
    const events = record(document);
    await mountIn('rejected');
    const detail = events.at(-1)?.detail as published.KycVerdictDetail;
    expect(detail.reasons).to.deep.equal(['document-expired', 'new-code']);
    expect(detail.reasons).to.be.frozen;
    expect(new Date(detail.retryAt ?? '').toISOString()).to.equal('2020-01-01T08:00:00.000Z');
  });

  it('holds nothing else of the server’s body, and no session URL', async () => {
    const endpoint = scriptEndpoint({ get: [says('UNVERIFIED', { email: 'ada@example.com', sessionUrl: 'https://magic.veriff.me/v/x' })] });
    const events = record(document);
    const element = await mountIn('guidance');
    const frame = await openFrame(element);
    endpoint.answerGet(says('VERIFIED', { email: 'ada@example.com', ssn: '000-00', reasons: [], note: 'session=1' }));
    frame.say('FINISHED');
    await reach(element, 'verified');
    const told = JSON.stringify(events.map(({ detail }) => detail));
    for (const secret of ['ada@', '000-00', 'session=', 'magic', 'http']) expect(told).not.to.contain(secret);
  });
});
