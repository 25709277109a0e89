import type { KycErrorCode, KycState, StallReason } from '../../src/index.js';

/**
 * What the model believes of one element. It is written from the public contract alone and shares no code with the product. Where the
 * contract leaves a choice, a step leads to several beliefs; what the element then shows and tells decides which of them live on.
 * When none does, the element has done what the contract does not allow.
 */
export interface Belief {
  /** `gone`: not on the page, so that its state is not looked at. */
  readonly state: KycState | 'gone';
  readonly code: KycErrorCode | null;
  readonly isPreview: boolean;
  /** Virtual time at which the state was entered. */
  readonly since: number;
  /** The last state that the server said, as `verificationState` has it. */
  readonly said: Reading | null;
  /** Number of the latest request whose answer counted. */
  readonly answeredTo: number;
  /** The first read may still fail for good. */
  readonly isFirst: boolean;
  /** A start that waits for the first read. */
  readonly isStartAsked: boolean;
  /** Number of the first request that can answer the user's own wish to read; null when he has none. */
  readonly checkFrom: number | null;
  /** He has come to another state since: whether that wish still counts is not said. */
  readonly isCheckPast: boolean;
  readonly attempt: number;
  /** The verdict event of this attempt has been told. */
  readonly isTold: boolean;
  /** What the server said before the frame of this attempt opened. */
  readonly baseline: Reading | null;
  readonly isOtherSeen: boolean;
  readonly isOpened: boolean;
  readonly submittedAt: number | null;
  /** Number of the first request that was sent after the submit. */
  readonly submittedFrom: number;
  readonly isPendingTold: boolean;
  readonly frame: Frame | null;
  /** Number of the first request that was sent after the frame opened. */
  readonly openedFrom: number;
  readonly reloads: number;
  /** A resubmission that waits for its ten seconds. */
  readonly resubmission: Reading | null;
  /** Whether the next start reopens the session without an exchange. */
  readonly kept: 'yes' | 'no' | 'perhaps';
  /** Where `close()` leads back to from `requesting`. */
  readonly before: KycState;
  readonly post: number | null;
  readonly posts: number;
  /** When the last try of the exchange ended; null while one is under way. */
  readonly triedAt: number | null;
  readonly isUnfinished: boolean;
  /** Somebody looks around before a session is asked for, and will find no camera; with a link for the phone or without. */
  readonly looks: 'no' | 'here' | 'away';
  /** It is told that the device lacks a camera. */
  readonly isWarned: boolean;
  /** A start went on in spite of that: it is not told again. */
  readonly isWaived: boolean;
  /** The code for the phone is shown. */
  readonly isAway: boolean;
  readonly stalled: StallReason | null;
  /** The old verdict was told to stand. */
  readonly isUnchanged: boolean;
  /** Reads refused since the last answer. */
  readonly refused: number;
  /** A read has said that there is no record, before the element was in review. */
  readonly isClosedSeen: boolean;
  readonly mayStartAt: number | null;
  /** Time in review, or while the code is shown, without a read, while somebody could see its answer. */
  readonly unreadFor: number;
  readonly moves: readonly string[];
  readonly tales: readonly string[];
}

export interface Reading {
  readonly value: string;
  /** A number for `updatedAt`: a later one is newer. */
  readonly stamp: number | null;
  /** `retryAt`, by the wall clock. */
  readonly retryAt?: number;
}

export interface Frame {
  readonly hasAnswered: boolean;
  /** It has said something other than the handshake. */
  readonly hasSpoken: boolean;
  readonly hasStarted: boolean;
  readonly startedAt: number;
  /** The latest SUBMITTED. */
  readonly submittedAt: number;
  readonly visibleFor: number;
  readonly openFor: number;
}

/** What the world around is like at this moment. */
export interface Around {
  readonly now: number;
  readonly wall: number;
  readonly wasWallMoved: boolean;
  /** Number that the next request gets. */
  readonly nextRequest: number;
  readonly isOnline: boolean;
  readonly isVisible: boolean;
  /** The time that has just passed was sleep. */
  readonly wasAsleep: boolean;
  readonly isReverify: boolean;
  readonly isSessionAllowed: boolean;
  /** The device has no camera. */
  readonly lacks: boolean;
  /** There is a link for the phone. */
  readonly hasHandover: boolean;
  readonly configuration: 'missing' | 'unusable' | 'complete';
  /** The page prevents the start. */
  readonly isPrevented: boolean;
  /** What another element of the page does with the one place for Veriff. */
  readonly other: 'open' | 'coming' | null;
}

export const VERDICTS: Readonly<Record<string, KycState>> = {
  VERIFIED: 'verified',
  REJECTED: 'rejected',
  RESUBMISSION_REQUESTED: 'resubmission',
  EXPIRED: 'expired',
};

export const isKnown = (value: unknown): value is string =>
  typeof value === 'string' && (value === 'UNVERIFIED' || value === 'PENDING' || Object.hasOwn(VERDICTS, value));

const FRESH: Belief = {
  state: 'idle',
  code: null,
  isPreview: false,
  since: 0,
  said: null,
  answeredTo: -1,
  isFirst: true,
  isStartAsked: false,
  checkFrom: null,
  isCheckPast: false,
  attempt: 0,
  isTold: false,
  baseline: null,
  isOtherSeen: false,
  isOpened: false,
  submittedAt: null,
  submittedFrom: Infinity,
  isPendingTold: false,
  frame: null,
  openedFrom: Infinity,
  reloads: 0,
  resubmission: null,
  kept: 'no',
  before: 'guidance',
  post: null,
  posts: 0,
  triedAt: null,
  isUnfinished: false,
  looks: 'no',
  isWarned: false,
  isWaived: false,
  isAway: false,
  stalled: null,
  isUnchanged: false,
  refused: 0,
  isClosedSeen: false,
  mayStartAt: null,
  unreadFor: 0,
  moves: [],
  tales: [],
};

/** A later step of the same belief, in another state. */
export function enter(belief: Belief, state: KycState, { now }: Pick<Around, 'now'>, more: Partial<Belief> = {}): Belief {
  const moves = belief.state === state ? belief.moves : [...belief.moves, `${belief.state}>${state}`];
  const since = belief.state === state ? belief.since : now;
  const frame = state === 'verifying' ? belief.frame : null;
  const code = state === 'failed' ? belief.code : null;
  const isCheckPast = belief.checkFrom !== null && (belief.isCheckPast || belief.state !== state);
  const stays = belief.state === 'guidance' && state === 'guidance';
  return { ...belief, moves, since, frame, code, state, isCheckPast, looks: 'no', isWarned: stays && belief.isWarned, isAway: stays && belief.isAway, ...more };
}

export function tell(belief: Belief, tale: string): Belief {
  return { ...belief, tales: [...belief.tales, tale] };
}

export function fail(belief: Belief, code: KycErrorCode, around: Around): Belief {
  return tell(enter(belief, 'failed', around, { code, isStartAsked: false, isFirst: false, post: null, triedAt: null }), `kyc-error:${code}`);
}

/** The flow begins anew, as on a fresh load; what was told in this step stays told. */
export function begin({ state, moves, tales }: Belief, around: Around, kept: Belief['kept'] = 'no'): readonly Belief[] {
  const fresh: Belief = { ...FRESH, state, moves, tales, kept, since: around.now, answeredTo: around.nextRequest };
  if (around.configuration === 'missing') return [enter(fresh, 'idle', around)];
  const ways = [fresh, enter(fresh, 'idle', around)];
  if (around.configuration === 'unusable') return ways.map((way) => fail(way, 'configuration', around));
  return ways.map((way) => enter(way, 'checking', around, { since: around.now }));
}

/** The look around is over: there is no camera, and the user is told in guidance. */
export function warned(belief: Belief, now: number): Belief {
  if (belief.looks === 'no') return belief;
  const told = enter(belief, 'guidance', { now }, { isWarned: true, isAway: belief.looks === 'away', unreadFor: 0, triedAt: null });
  return { ...told, looks: 'no' };
}

/** Before the element is on the page. */
export const absent: Belief = { ...FRESH, state: 'gone' };
