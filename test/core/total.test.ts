import { expect } from '@open-wc/testing';
import type { Effect } from '../../src/core/effects.js';
import { WARNINGS } from '../../src/core/environment.js';
import { ERROR_CODES, kycError } from '../../src/core/errors.js';
import type { FlowEvent, FlowEventType } from '../../src/core/flow-events.js';
import type { Flow } from '../../src/core/flow.js';
import { transition } from '../../src/core/machine.js';
import { STATES, VERIFICATION_STATES, type KycState } from '../../src/core/names.js';
import { sampleScreen } from '../../src/core/preview.js';
import { FlowRunner } from '../helpers/flow-runner.js';
import * as flows from '../helpers/flows.js';

const AT = 100_000;
const LATER = AT + 90_000_000;

const statusEvents = [null, ...VERIFICATION_STATES].flatMap((verificationState) =>
  [0, AT, LATER].flatMap((at): FlowEvent[] => [
    {
      type: 'reading',
      status: { verificationState, reasons: ['underage'], retryAt: '2026-01-06T00:00:00.000Z', updatedAt: at, stream: false },
      sentAt: at,
      at: Math.max(at, AT),
      now: at,
    },
    { type: 'reading', status: { verificationState, reasons: [], retryAt: null, updatedAt: null, stream: true }, sentAt: at, at: LATER, now: 0 },
  ]),
);

/** Every type of event, each in several shapes. */
const EVENTS: { readonly [T in FlowEventType]: readonly FlowEvent[] } = {
  configured: [false, true].flatMap((reverify) => [undefined, true].map((leftOpen) => ({ type: 'configured', at: AT, reverify, ...(leftOpen && { leftOpen }) }))),
  unconfigured: [{ type: 'unconfigured', missing: ['endpoint'] }],
  misconfigured: [{ type: 'misconfigured' }],
  previewed: STATES.map((name) => ({ type: 'previewed', screen: sampleScreen(name) })),
  removed: [{ type: 'removed' }],
  start: [{ type: 'start' }, { type: 'start', leaves: true }],
  'start-accepted': [null, ...ERROR_CODES].flatMap((blocked) =>
    [false, true].map((leaves) => ({ type: 'start-accepted', at: AT, blocked, leaves })),
  ),
  warned: WARNINGS.flatMap((warning) => [false, true].map((away) => ({ type: 'warned', warning, away, at: AT }))),
  'handed-over': [false, true].map((away) => ({ type: 'handed-over', away, at: AT })),
  returned: [{ type: 'returned', at: AT }],
  'leave-again': [{ type: 'leave-again' }],
  told: (['copied', 'copy-failed', 'not-loaded'] as const).map((notice) => ({ type: 'told', notice })),
  check: [{ type: 'check' }],
  close: [{ type: 'close', at: AT }],
  session: [{ type: 'session', at: AT }],
  'exchange-failed': ERROR_CODES.map((code) => ({ type: 'exchange-failed', error: kycError(code, 'exchange'), at: AT })),
  reading: statusEvents,
  'read-failed': ERROR_CODES.flatMap((code) =>
    [0, LATER].map((sentAt) => ({ type: 'read-failed', error: kycError(code, 'status'), sentAt, at: LATER })),
  ),
  'frame-message': (['handshake', 'started', 'submitted', 'finished', 'canceled'] as const).map((message) => ({
    type: 'frame-message',
    message,
    at: AT,
  })),
  'frame-failed': ERROR_CODES.map((code) => ({ type: 'frame-failed', code, at: AT })),
  elsewhere: [false, true].map((open) => ({ type: 'elsewhere', open })),
  woken: [0, AT, LATER].map((at) => ({ type: 'woken', at })),
};

const EFFECTS: ReadonlySet<Effect['type']> = new Set([
  'reset',
  'join-tabs',
  'reserve',
  'release',
  'ask-start',
  'announce',
  'exchange',
  'abort-exchange',
  'open-frame',
  'close-frame',
  'leave',
  'stay',
  'mark-at-end',
  'forget-session',
  'read',
  'follow',
  'wake',
]);

/** Several histories behind each state. */
const HISTORIES: { readonly [S in KycState]: readonly (() => FlowRunner)[] } = {
  idle: [flows.WAYS.idle],
  checking: [flows.WAYS.checking, () => flows.WAYS.checking().send({ type: 'start' }), () => flows.WAYS.checking().check(), () => flows.onVeriffsPage().returns()],
  guidance: [
    flows.inGuidance,
    () => flows.inVerifying().close(),
    () => new FlowRunner().configure().at(3).wake(),
    () => flows.inRequesting().isWarned('in-app-browser'),
    () => flows.inGuidance().handsOver(true),
    () => flows.inRequesting().isWarned('camera-missing', true),
    () => new FlowRunner().configure({ leftOpen: true }).reads('UNVERIFIED'),
  ],
  requesting: [
    flows.inRequesting,
    () => flows.inGuidance().leave(),
    () => flows.loadedWith('REJECTED').start(),
    () => flows.inFreshReview().start(),
    () => flows.inRequesting().check(),
    () => flows.inRequesting().isWarned('camera-missing').start(),
  ],
  verifying: [
    flows.inVerifying,
    flows.afterSubmitting,
    () => flows.afterSubmitting().hears('started'),
    () => flows.afterSubmitting().at(82).reads('RESUBMISSION_REQUESTED'),
    flows.onVeriffsPage,
  ],
  reviewing: [
    flows.inReview,
    flows.inFreshReview,
    () => flows.inReviewOfRetry(null).at(4000).reads('REJECTED'),
    () => flows.inReview().readFails(404),
    () => flows.inReview().at(90_000).reads('PENDING'),
  ],
  verified: [flows.WAYS.verified, () => flows.loadedWith('VERIFIED', true), () => flows.WAYS.verified().check()],
  rejected: [
    flows.WAYS.rejected,
    () => new FlowRunner().configure().at(1).reads('REJECTED', { retryAt: '2026-01-06T00:00:00.000Z' }),
  ],
  resubmission: [flows.WAYS.resubmission],
  expired: [flows.WAYS.expired],
  failed: [flows.inFailed, () => flows.onVeriffsPage().frameFails('frame-blocked'), () => flows.inFailed().check(), () => new FlowRunner().send({ type: 'misconfigured' })],
};

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

function expectLegal(before: Flow, event: FlowEvent): void {
  const { flow, effects } = transition(before, event);
  expect(STATES).to.include(flow.screen.name);
  expect(flow.attempt.number).to.be.at.least(0);
  for (const effect of effects) expect(EFFECTS, effect.type).to.include(effect.type);
  const changes = effects.filter((effect) => effect.type === 'announce' && effect.event.name === 'kyc-state-change');
  const changed = before.screen.name !== flow.screen.name && event.type !== 'removed';
  expect(changes.length, 'kyc-state-change').to.equal(changed ? 1 : 0);
}

describe('the transition table', () => {
  for (const state of STATES) {
    for (const [type, events] of Object.entries(EVENTS)) {
      it(`answers ${type} in ${state} with a legal flow and leaves its input as it was`, () => {
        for (const history of HISTORIES[state]) {
          const flow = deepFreeze(history().flow);
          expect(flow.screen.name).to.equal(state);
          for (const event of events) expectLegal(flow, deepFreeze(event));
        }
      });
    }
  }

  for (const state of STATES) {
    it(`lets nothing but configuration move the sample of ${state}`, () => {
      const { flow } = transition(deepFreeze(flows.inVerifying().flow), { type: 'previewed', screen: sampleScreen(state) });
      deepFreeze(flow);
      const lasting = ['configured', 'unconfigured', 'misconfigured', 'previewed', 'removed'];
      for (const event of Object.values(EVENTS).flat()) {
        if (lasting.includes(event.type)) {
          expectLegal(flow, event);
        } else {
          const after = transition(flow, event);
          expect(after.flow, event.type).to.deep.equal(flow);
          expect(after.effects, event.type).to.deep.equal([]);
        }
      }
    });
  }

  it('answers the same event in the same flow in the same way', () => {
    for (const state of STATES) {
      const { flow } = flows.WAYS[state]();
      for (const event of Object.values(EVENTS).flat()) expect(transition(flow, event)).to.deep.equal(transition(flow, event));
    }
  });
});
