import type { KycErrorCode } from '../../../src/core/errors.js';
import type { FlowEvent } from '../../../src/core/flow-events.js';
import type { KycState, StallReason } from '../../../src/core/names.js';
import { Memory } from './memory.js';
import { must } from './must.js';

/** One event and what the flow made of it. */
export interface Happening<E extends FlowEvent = FlowEvent> {
  readonly from: KycState;
  readonly event: E;
  readonly to: KycState;
  /** The names of what was said, without the change of state. */
  readonly said: readonly string[];
  readonly stalls: readonly StallReason[];
  readonly untouched: boolean;
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
