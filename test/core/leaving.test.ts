import { expect } from '@open-wc/testing';
import { type KycState, type Verdict } from '../../src/core/names.js';
import { EPOCH, FlowRunner } from '../helpers/flow-runner.js';
import * as flows from '../helpers/flows.js';

interface Way {
  readonly by: string;
  readonly to: KycState;
  readonly go: () => FlowRunner;
}

const OUTCOMES = {
  VERIFIED: 'verified',
  REJECTED: 'rejected',
  RESUBMISSION_REQUESTED: 'resubmission',
  EXPIRED: 'expired',
} as const satisfies Record<Verdict, KycState>;

/** Each verdict, read in that flow. */
const verdicts = (from: () => FlowRunner): readonly Way[] =>
  Object.entries(OUTCOMES).map(([verdict, to]) => ({ by: verdict, to, go: () => from().reads(verdict as Verdict, { updatedAt: 99 }) }));

const GONE_FOR_GOOD = [400, 401, 403, 404, 498, 499] as const;
const PASSING = [204, 408, 425, 429, 500, 503, 'network', 'offline', 'timeout', 'bad-response'] as const;

const failing = (reasons: readonly (typeof GONE_FOR_GOOD | typeof PASSING)[number][], to: KycState, from: () => FlowRunner): readonly Way[] =>
  reasons.map((why) => ({ by: `a read that fails with ${why}`, to, go: () => from().readFails(why) }));

/** The same ways in another situation, which their titles name. */
const onceMore = (when: string, ways: readonly Way[]): readonly Way[] => ways.map((way) => ({ ...way, by: `${way.by}, ${when}` }));

const heldUntil = (seconds: number): FlowRunner =>
  new FlowRunner().configure().at(1).reads('REJECTED', { retryAt: new Date(EPOCH + seconds * 1000).toISOString() });

/** Back from Veriff's own page. */
const returned = (): FlowRunner => flows.onVeriffsPage().returns();
const onPhone = (): FlowRunner => flows.inGuidance().handsOver(true);
const warned = (): FlowRunner => flows.inRequesting().isWarned('camera-missing');

const { idle, checking, verified, resubmission, expired } = flows.WAYS;

/** Contract, section 3: how each state is left, and what does not leave it. */
const WAYS: { readonly [S in KycState]: readonly Way[] } = {
  idle: [
    { by: 'configuration', to: 'checking', go: () => idle().configure() },
    { by: 'a start', to: 'idle', go: () => idle().start() },
    { by: 'a check', to: 'idle', go: () => idle().check() },
    { by: 'a configuration that can’t be used', to: 'failed', go: () => idle().send({ type: 'misconfigured' }) },
  ],
  checking: [
    { by: 'UNVERIFIED', to: 'guidance', go: () => checking().reads('UNVERIFIED') },
    { by: 'PENDING', to: 'reviewing', go: () => checking().reads('PENDING') },
    { by: 'an unknown word', to: 'guidance', go: () => checking().reads(null) },
    ...verdicts(checking),
    ...failing(GONE_FOR_GOOD, 'failed', checking),
    ...failing(PASSING, 'guidance', checking),
    { by: '3 s without an answer', to: 'guidance', go: () => checking().at(102).wake() },
    { by: 'less than 3 s without an answer', to: 'checking', go: () => checking().at(101.9).wake() },
    { by: 'a start and UNVERIFIED', to: 'requesting', go: () => checking().start().reads('UNVERIFIED').accept() },
    { by: 'a start and PENDING', to: 'reviewing', go: () => checking().start().reads('PENDING') },
    { by: 'a start alone', to: 'checking', go: () => checking().start() },
    { by: 'a start and UNVERIFIED, back from Veriff’s page', to: 'requesting', go: () => returned().start().reads('UNVERIFIED').accept() },
    { by: 'an unknown word, back from Veriff’s page', to: 'guidance', go: () => returned().reads(null) },
    { by: '3 s without an answer, back from Veriff’s page', to: 'guidance', go: () => returned().at(103).wake() },
    ...onceMore('back from Veriff’s page', [...verdicts(returned), ...failing(GONE_FOR_GOOD, 'failed', returned), ...failing(PASSING, 'guidance', returned)]),
  ],
  guidance: [
    { by: 'a start', to: 'requesting', go: () => flows.inGuidance().start() },
    { by: 'a start that the page prevents', to: 'guidance', go: () => flows.inGuidance().send({ type: 'start' }) },
    { by: 'UNVERIFIED', to: 'guidance', go: () => flows.inGuidance().reads('UNVERIFIED') },
    ...verdicts(flows.inGuidance),
    ...verdicts(() => flows.inVerifying().hears('canceled').at(110)),
    ...failing([...GONE_FOR_GOOD, ...PASSING], 'failed', () => flows.inGuidance().check()),
    ...failing([...GONE_FOR_GOOD, ...PASSING], 'guidance', () => flows.inVerifying().hears('canceled').at(110)),
    { by: 'the phone’s code', to: 'guidance', go: onPhone },
    { by: 'PENDING while the phone’s code is shown', to: 'reviewing', go: () => onPhone().reads('PENDING') },
    { by: 'PENDING while the phone’s code is shown after a cancel', to: 'reviewing', go: () => flows.inVerifying().close().handsOver(true).reads('PENDING') },
    ...onceMore('while the phone’s code is shown', [...verdicts(onPhone), ...failing([...GONE_FOR_GOOD, ...PASSING], 'guidance', onPhone)]),
    { by: 'a start in spite of a warning', to: 'requesting', go: () => warned().start() },
    ...onceMore('behind a warning', [...verdicts(warned), ...failing([...GONE_FOR_GOOD, ...PASSING], 'guidance', () => warned().reads(null))]),
  ],
  requesting: [
    { by: 'a session', to: 'verifying', go: () => flows.inRequesting().session() },
    { by: 'a warning', to: 'guidance', go: warned },
    { by: 'a failure', to: 'failed', go: () => flows.inRequesting().exchangeFailed('server') },
    { by: 'a close, back to guidance', to: 'guidance', go: () => flows.inRequesting().close() },
    { by: 'a close, back to a rejection', to: 'rejected', go: () => flows.loadedWith('REJECTED').start().close() },
    { by: 'a close, back to a review', to: 'reviewing', go: () => flows.inFreshReview().start().close() },
    { by: 'a second start', to: 'requesting', go: () => flows.inRequesting().start() },
    { by: 'a failed read', to: 'requesting', go: () => flows.inRequesting().readFails(401) },
  ],
  verifying: [
    { by: 'FINISHED', to: 'reviewing', go: () => flows.inVerifying().hears('finished') },
    { by: 'SUBMITTED', to: 'verifying', go: () => flows.inVerifying().hears('submitted') },
    { by: 'CANCELED', to: 'guidance', go: () => flows.inVerifying().hears('canceled') },
    { by: 'CANCELED after SUBMITTED', to: 'reviewing', go: () => flows.afterSubmitting().hears('canceled') },
    { by: 'a close', to: 'guidance', go: () => flows.inVerifying().close() },
    { by: 'a close after SUBMITTED', to: 'reviewing', go: () => flows.afterSubmitting().close() },
    { by: 'a frame failure', to: 'failed', go: () => flows.inVerifying().frameFails('frame-timeout') },
    { by: 'a second start', to: 'verifying', go: () => flows.inVerifying().start() },
    ...verdicts(flows.inVerifying).filter(({ to }) => to !== 'resubmission'),
    ...verdicts(flows.afterSubmitting),
    ...failing([...GONE_FOR_GOOD, ...PASSING], 'verifying', flows.inVerifying),
    { by: 'the way back from Veriff’s page', to: 'checking', go: returned },
    { by: 'a close on the way to Veriff’s page', to: 'guidance', go: () => flows.onVeriffsPage().close() },
    { by: 'a way to Veriff’s page that is barred', to: 'failed', go: () => flows.onVeriffsPage().frameFails('frame-blocked') },
    { by: 'FINISHED of a frame from before, on the way to Veriff’s page', to: 'verifying', go: () => flows.onVeriffsPage().hears('finished') },
    ...onceMore('on the way to Veriff’s page', [
      ...verdicts(flows.onVeriffsPage).filter(({ to }) => to !== 'resubmission'),
      ...failing([...GONE_FOR_GOOD, ...PASSING], 'verifying', flows.onVeriffsPage),
    ]),
  ],
  reviewing: [
    ...verdicts(flows.inReview),
    ...verdicts(flows.inFreshReview),
    { by: 'Continue on a fresh load', to: 'requesting', go: () => flows.inFreshReview().start() },
    { by: 'a start after a submission', to: 'reviewing', go: () => flows.inReview().start() },
    ...failing([...GONE_FOR_GOOD, ...PASSING], 'reviewing', flows.inReview),
    ...failing([...GONE_FOR_GOOD, ...PASSING], 'reviewing', () => flows.inReview().check()),
  ],
  verified: [
    { by: 'a start', to: 'verified', go: () => verified().start() },
    { by: 'a start for a re-verification', to: 'requesting', go: () => flows.loadedWith('VERIFIED', true).start() },
    { by: 'PENDING', to: 'verified', go: () => verified().check().reads('PENDING') },
    ...failing([...GONE_FOR_GOOD, ...PASSING], 'verified', () => verified().check()),
  ],
  rejected: [
    { by: 'a start', to: 'requesting', go: () => flows.loadedWith('REJECTED').start() },
    { by: 'a start before `retryAt`', to: 'rejected', go: () => heldUntil(3600).at(3599).start() },
    { by: 'a start after `retryAt`', to: 'requesting', go: () => heldUntil(3600).at(3600).wake().start() },
    { by: 'a start 24 h later, whatever `retryAt` says', to: 'requesting', go: () => heldUntil(9e6).at(86_402).wake().start() },
    { by: 'a start with a `retryAt` that is past', to: 'requesting', go: () => heldUntil(-60).start() },
    { by: 'news that was asked for', to: 'verified', go: () => flows.loadedWith('REJECTED').check().reads('VERIFIED', { updatedAt: 99 }) },
    { by: 'a check without news', to: 'rejected', go: () => flows.loadedWith('REJECTED').check().reads('REJECTED', { updatedAt: 1 }) },
    ...failing([...GONE_FOR_GOOD, ...PASSING], 'rejected', () => flows.loadedWith('REJECTED').check()),
  ],
  resubmission: [{ by: 'a start', to: 'requesting', go: () => resubmission().start() }],
  expired: [{ by: 'a start', to: 'requesting', go: () => expired().start() }],
  failed: [
    { by: 'a start', to: 'requesting', go: () => flows.inFailed().start() },
    ...verdicts(() => flows.inFailed().check()),
    { by: 'a check and UNVERIFIED', to: 'guidance', go: () => flows.inFailed().check().reads('UNVERIFIED') },
    { by: 'a check and an unknown word', to: 'guidance', go: () => flows.inFailed().check().reads(null) },
    { by: 'a read that nobody asked for', to: 'failed', go: () => flows.inFailed().reads('VERIFIED', { updatedAt: 99 }) },
    ...failing([...GONE_FOR_GOOD, ...PASSING], 'failed', () => flows.inFailed().check()),
  ],
};

describe('the ways out of a state', () => {
  for (const [state, ways] of Object.entries(WAYS)) {
    for (const { by, to, go } of ways) {
      it(to === state ? `${state} is not left by ${by}` : `${state} is left for ${to} by ${by}`, () => {
        expect(go().state).to.equal(to);
      });
    }
  }
});

describe('a first read that is late', () => {
  const late = (): FlowRunner => new FlowRunner().configure().at(3).wake().at(5);

  for (const way of [...verdicts(late), { by: 'PENDING', to: 'reviewing', go: () => late().reads('PENDING') } as const]) {
    it(`still leads to ${way.to} by ${way.by}`, () => {
      expect(way.go().state).to.equal(way.to);
    });
  }

  for (const status of GONE_FOR_GOOD) {
    it(`still leads to failed by ${status}`, () => {
      expect(late().readFails(status, 0).state).to.equal('failed');
    });
  }

  it('leads to failed only itself: after its answer a read that nobody asked for does not', () => {
    const flow = late().reads(null, { sentAt: 0 }).at(6).start().at(7).close();
    expect(flow.at(8).readFails(401, 6).state).to.equal('guidance');
  });

  it('leads to failed by any failure when the user has asked meanwhile', () => {
    expect(new FlowRunner().configure().at(1).check().at(3).wake().at(5).readFails('network', 0).state).to.equal('failed');
  });
});

describe('a new configuration', () => {
  for (const [state, way] of Object.entries(flows.WAYS)) {
    it(`begins anew at checking from ${state} and says no cancel`, () => {
      const flow = way();
      const events = flow.events.length;
      expect(flow.configure().state).to.equal('checking');
      expect(flow.events.length).to.equal(events);
      expect(flow.flow.verificationState).to.equal(undefined);
      expect(flow.asked).to.include.members(['reset', 'read']);
    });
  }
});
