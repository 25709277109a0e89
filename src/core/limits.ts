import type { Attempt, Verifying } from './flow.js';

/** How long times may last, in milliseconds. */
export const CHECKING_LIMIT = 3_000;
/** Then a sentence says that it takes longer. */
export const SLOW_AFTER = 10_000;
/** An old verdict that lasts this long after a submission is told. */
export const UNCHANGED_AFTER = 60 * 60_000;
/** Reading goes on no longer by itself. */
export const READING_DEADLINE = 24 * 3_600_000;
/** Refused reads, with no answer between them, before reading rests. */
export const MAX_REFUSALS = 3;
/** A retry is never held back longer than this by the device's clock. */
export const LONGEST_HOLD = 24 * 3_600_000;
const RESUBMISSION_GRACE = 10_000;

/** When RESUBMISSION_REQUESTED counts while Veriff is open: 10 s after the submission without a new start (law 8). */
export function heldAnswerDue({ submittedAt }: Attempt, { held, startedAgain }: Verifying): number | null {
  return held === null || submittedAt === null || startedAgain ? null : submittedAt + RESUBMISSION_GRACE;
}
