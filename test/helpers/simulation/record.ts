import type { EnvironmentWarning } from '../../../src/core/environment.js';
import type { KycErrorCode } from '../../../src/core/errors.js';
import type { FlowEvent } from '../../../src/core/flow-events.js';
import type { KycState, StallReason } from '../../../src/core/names.js';
import { Memory } from './memory.js';
import { must } from './must.js';

/** What guidance tells beside itself: what may keep the verification from working here, and the code for the phone. */
export interface Shown {
  readonly warning: EnvironmentWarning | null;
  readonly code: boolean;
}

export const NOTHING_SHOWN: Shown = { warning: null, code: false };

/** One event and what the flow made of it. */
export interface Happening<E extends FlowEvent = FlowEvent> {
  readonly from: KycState;
  readonly event: E;
  readonly to: KycState;
  /** The names of what was said, without the change of state. */
  readonly said: readonly string[];
  readonly stalls: readonly StallReason[];
  readonly untouched: boolean;
  readonly shows: Shown;
}

/** What an attempt has seen so far. */
export interface AttemptRecord {
  submittedAt: number | null;
  /** The user began a new round since the last submission. */
  startedAgain: boolean;
  /** A submission followed such a new round. */
  rounds: number;
  opened: boolean;
  readonly said: Set<string>;
}

const newAttempt = (): AttemptRecord => ({ submittedAt: null, startedAgain: false, rounds: 0, opened: false, said: new Set() });

/** A read refused with one of these can’t succeed later (contract, section 3). */
export const FOR_GOOD: ReadonlySet<KycErrorCode> = new Set(['onboarding-invalid', 'onboarding-not-found', 'unauthorized', 'client-key']);

/** What the laws must remember of a flow to judge what it does next. */
export class FlowRecord {
  memory = new Memory();
  attempt = newAttempt();
  /** A check waits for its answer. */
  asked = false;
  /** It was asked for in the present state. */
  askedHere = false;
  firstReadDone = false;
  enteredAt = 0;
  stalled: StallReason | null = null;
  /** Reads refused while in review, since the last answer. */
  refusals = 0;
  /** When the last verdict was told. */
  toldAt = 0;
  /** The review follows a submission of ours. */
  ownReview = false;
  reviewSince = 0;
  inPreview = false;
  shown = NOTHING_SHOWN;
  /** A start went on in spite of a warning, in this configuration. */
  isWaived = false;
  /** The start under way leads to a page of Veriff's own. */
  leaves = false;
  /** It was asked for in review. */
  fromReview = false;
  /** A session was opened and nothing was sent since, or what was sent is waited for. */
  unfinished = false;
  /** Another tab has Veriff open for the same verification. */
  elsewhere = false;
  /** The page was come back to, and has not read yet. */
  isBack = false;
  /** What was come to of the ways beside the frame, so that it is known what was tried. */
  readonly ways = new Set<string>();

  beginAttempt(): void {
    this.attempt = newAttempt();
    this.memory.beginAttempt();
  }

  /** Notes something that an attempt says once at most. */
  sayOnce(name: string): void {
    must(!this.attempt.said.has(name), `${name} was said twice in an attempt`);
    this.attempt.said.add(name);
  }
}
