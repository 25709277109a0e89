import type { EnvironmentWarning } from './environment.js';
import type { KycError } from './errors.js';
import type { KycState, StallReason, Verdict, VerificationState } from './names.js';

/**
 * The flow of one element: the screen that the user sees, and what is remembered across screens. Plain data; times are
 * milliseconds of a clock that only ever moves forward.
 */
export interface Flow {
  readonly screen: Screen;
  readonly attempt: Attempt;
  readonly reverify: boolean;
  /** The last state that the server said. */
  readonly verificationState: VerificationState | undefined;
  /** The last answer that had a known state. */
  readonly lastSeen: Sighting | null;
  /** When the read was sent whose answer was taken last: older ones come too late (law 5). */
  readonly lastSentAt: number;
  /** A session was opened and left before submitting: guidance says Continue. */
  readonly unfinished: boolean;
  /** Veriff is open for the same verification in another tab of this browser. */
  readonly elsewhere: boolean;
  /** The user asked for a read and it is under way. */
  readonly asked: boolean;
  /** One line about the last thing that the user asked for. */
  readonly notice: Notice | null;
  /** How many such lines there were: the same one is told again. */
  readonly told: number;
  /** What may keep the verification from working here; told in `guidance`, before a session is spent. */
  readonly warning: EnvironmentWarning | null;
  /** The user has gone on in spite of a warning: there are no more of them. */
  readonly waived: boolean;
  /** Sample data for designers; nothing happens in it. */
  readonly preview: boolean;
}

/**
 * `check-unchanged`: asked, and nothing new. `check-failed`: asked, and no answer. `copied` and `copy-failed`: the link. `not-loaded`: the
 * code could not be made for want of its file.
 */
export type Notice = 'check-unchanged' | 'check-failed' | 'copied' | 'copy-failed' | 'not-loaded';

/** A known answer of the server, as far as later ones are compared with it. */
export interface Sighting {
  readonly verificationState: VerificationState;
  /** Milliseconds since the epoch, or `null`. */
  readonly updatedAt: number | null;
}

/** From one accepted start to the next; the page load is number 0 (law 7). */
export interface Attempt {
  readonly number: number;
  /** What the server said before the frame opened, and still says until there is news (law 4). */
  readonly baseline: Sighting | null;
  /** Another state than the baseline's was seen since. */
  readonly otherSeen: boolean;
  /** Its verdict has been said. */
  readonly concluded: boolean;
  /** The session reached the page; reads sent before belong to the baseline. */
  readonly openedAt: number | null;
  /** The frame's genuine handshake was heard. */
  readonly answered: boolean;
  /** The latest submission. */
  readonly submittedAt: number | null;
  /** PENDING was read after the submission. */
  readonly confirmed: boolean;
}

export type Screen =
  | { readonly name: 'idle'; readonly missing: readonly string[] }
  | { readonly name: 'checking'; readonly since: number; readonly startWanted: boolean }
  | Guidance
  | { readonly name: 'requesting'; readonly since: number; readonly slow: boolean; readonly leaves: boolean; readonly back: Screen }
  | Verifying
  | Reviewing
  | Outcome
  | { readonly name: 'failed'; readonly error: KycError };

export interface Guidance {
  readonly name: 'guidance';
  readonly since: number;
  readonly firstReadDue: boolean;
  /** The user goes on on a phone: the code for it is shown, and the status is followed. */
  readonly away: boolean;
}

export interface Verifying {
  readonly name: 'verifying';
  readonly since: number;
  /** The user has begun a new round in the frame since the last submission. */
  readonly startedAgain: boolean;
  /** RESUBMISSION_REQUESTED was read: it counts when the user does not go on in the frame (law 8). */
  readonly held: Answer | null;
  /** Veriff has a page of its own, to which the browser leaves (`presentation="redirect"`). */
  readonly left: boolean;
}

export interface Reviewing {
  readonly name: 'reviewing';
  readonly since: number;
  /** PENDING was found without a submission of ours: the user may have to continue (law 2). */
  readonly fresh: boolean;
  readonly stalled: StallReason | null;
  /** The earlier verdict has stood for long after the submission: the user may start again (law 4). */
  readonly unchanged: boolean;
  /** Refused reads since the last answer: what fails in between says nothing of them. */
  readonly refusals: number;
}

export interface Outcome {
  readonly name: OutcomeName;
  readonly since: number;
  readonly reasons: readonly string[];
  /** ISO 8601, as the server said it. */
  readonly retryAt: string | null;
  /** Until then a retry is held back. */
  readonly heldUntil: number | null;
}

export const OUTCOMES = {
  VERIFIED: 'verified',
  REJECTED: 'rejected',
  RESUBMISSION_REQUESTED: 'resubmission',
  EXPIRED: 'expired',
} as const satisfies Record<Verdict, KycState>;
export type OutcomeName = (typeof OUTCOMES)[Verdict];

/** A known answer with its details. */
export interface Answer extends Sighting {
  readonly at: number;
  readonly reasons: readonly string[];
  /** ISO 8601. */
  readonly retryAt: string | null;
  /** `retryAt` on the flow's clock; 24 h ahead at most. */
  readonly heldUntil: number | null;
}

const PAGE_LOAD: Attempt = {
  number: 0,
  baseline: null,
  otherSeen: false,
  concluded: false,
  openedAt: null,
  answered: false,
  submittedAt: null,
  confirmed: false,
};

/** The flow before any configuration, and again after its element has left the page. */
export const INITIAL_FLOW: Flow = {
  screen: { name: 'idle', missing: [] },
  attempt: PAGE_LOAD,
  reverify: false,
  verificationState: undefined,
  lastSeen: null,
  lastSentAt: -Infinity,
  unfinished: false,
  elsewhere: false,
  asked: false,
  notice: null,
  told: 0,
  warning: null,
  waived: false,
  preview: false,
};

/** The attempt that begins now. Until its frame opens, what was told or known before the last one stays the measure. */
export function nextAttempt({ attempt: { number, baseline, otherSeen } }: Flow): Attempt {
  return { ...PAGE_LOAD, number: number + 1, baseline, otherSeen };
}

/** Whether the status is read on by itself while in review: a verdict that has stood for long is still waited out. */
export function readsOn({ stalled }: Reviewing): boolean {
  return stalled === null || stalled === 'unchanged';
}

/** Since when a verdict is waited for: the submission, or else the screen. */
export function waitsSince({ submittedAt }: Attempt, { since }: Verifying | Reviewing): number {
  return submittedAt ?? since;
}

/** The error that the flow stands at, if it does. */
export function errorOf({ screen }: Flow): KycError | null {
  return screen.name === 'failed' ? screen.error : null;
}

/** Whether the user may start now; in `checking` a start waits for the read. */
export function canStart({ screen, reverify, preview }: Flow): boolean {
  if (preview) return false;
  switch (screen.name) {
    case 'checking':
    case 'guidance':
    case 'resubmission':
    case 'expired':
    case 'failed':
      return true;
    case 'rejected':
      return screen.heldUntil === null;
    case 'reviewing':
      return screen.fresh || screen.unchanged;
    case 'verified':
      return reverify;
    default:
      return false;
  }
}
