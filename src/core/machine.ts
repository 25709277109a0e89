import { effectsBetween, type Effect, type Step } from './effects.js';
import { kycError } from './errors.js';
import type { FlowEvent, FlowEventOf, FlowEventType } from './flow-events.js';
import { INITIAL_FLOW, canStart, type Flow } from './flow.js';
import * as way from './other-ways.js';
import * as move from './moves.js';
import type { KycState } from './names.js';
import { onReadFailed, onReading, onTimePassed } from './readings.js';

/** What follows of an event: LAWS.md says what may. */
export interface Transition {
  readonly flow: Flow;
  readonly effects: readonly Effect[];
}

/** The one place where the flow changes. Total: every event is answered in every state, most often by staying. */
export function transition(flow: Flow, event: FlowEvent): Transition {
  const row = flow.preview ? PREVIEW : TABLE[flow.screen.name];
  const step = (row[event.type] as Handler<FlowEventType>)(flow, event);
  return { flow: step.flow, effects: effectsBetween(flow, step) };
}

type Handler<T extends FlowEventType> = (flow: Flow, event: FlowEventOf<T>) => Step;
type Row = { readonly [T in FlowEventType]: Handler<T> };

const stay = (flow: Flow): Step => ({ flow });

/** What holds in every state. */
const ANYWHERE: Row = {
  configured: (_flow, { at, reverify, leftOpen = false }) => ({
    ...move.reset({ ...INITIAL_FLOW, reverify, unfinished: leftOpen, screen: move.checking(at) }),
    then: [{ type: 'join-tabs' }, { type: 'read', anew: false }],
  }),
  unconfigured: (_flow, { missing }) => move.reset({ ...INITIAL_FLOW, screen: { name: 'idle', missing } }),
  misconfigured: () => ({
    ...move.fail(INITIAL_FLOW, kycError('configuration', 'configuration')),
    first: [{ type: 'reset' }],
  }),
  previewed: (_flow, { screen }) => move.reset({ ...INITIAL_FLOW, preview: true, screen }),
  removed: () => ({ ...move.reset(INITIAL_FLOW), silent: true }),
  start: (flow, { leaves = false }) => (canStart(flow) ? { flow, then: [{ type: 'ask-start', leaves }] } : { flow }),
  'start-accepted': move.acceptStart,
  check: (flow) => ({ flow: { ...flow, asked: true, notice: null }, then: [{ type: 'read', anew: false }] }),
  warned: stay,
  'handed-over': stay,
  returned: stay,
  'leave-again': stay,
  told: way.tell,
  close: stay,
  session: stay,
  'exchange-failed': stay,
  reading: onReading,
  'read-failed': onReadFailed,
  'frame-message': stay,
  'frame-failed': stay,
  elsewhere: move.noteElsewhere,
  woken: stay,
};

/** Sample data answers nobody. */
const PREVIEW: Row = {
  ...ANYWHERE,
  start: stay,
  'start-accepted': stay,
  check: stay,
  told: stay,
  reading: stay,
  'read-failed': stay,
  elsewhere: stay,
};

/** Each state's own answers, over those that hold anywhere. */
const TABLE: { readonly [S in KycState]: Row } = {
  idle: { ...ANYWHERE, check: stay, told: stay, reading: stay, 'read-failed': stay, elsewhere: stay },
  checking: { ...ANYWHERE, start: move.wantStart, 'start-accepted': stay, woken: move.stopWaiting },
  guidance: { ...ANYWHERE, 'handed-over': way.handOver },
  requesting: {
    ...ANYWHERE,
    close: move.giveUpRequest,
    session: move.openFrame,
    'exchange-failed': move.failExchange,
    warned: way.warn,
    woken: move.noteSlowness,
  },
  verifying: {
    ...ANYWHERE,
    close: move.leaveFrame,
    'frame-message': move.hearFrame,
    'frame-failed': move.failFrame,
    returned: way.comeBack,
    'leave-again': way.leaveAgain,
    woken: move.wakeInFrame,
  },
  reviewing: { ...ANYWHERE, woken: onTimePassed },
  verified: ANYWHERE,
  rejected: { ...ANYWHERE, woken: move.releaseRetry },
  resubmission: ANYWHERE,
  expired: ANYWHERE,
  failed: ANYWHERE,
};
