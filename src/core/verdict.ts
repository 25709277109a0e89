import { OUTCOMES, type Answer, type Flow, type OutcomeName, type Sighting } from './flow.js';
import type { StatusAnswer } from './contract.js';
import { LONGEST_HOLD } from './limits.js';
import type { VerificationState, Verdict } from './names.js';

/** The state that a verdict leads to; `null` for UNVERIFIED and PENDING, which decide nothing. */
export function outcomeOf(state: VerificationState): OutcomeName | null {
  return isVerdict(state) ? OUTCOMES[state] : null;
}

function isVerdict(state: VerificationState): state is Verdict {
  return state in OUTCOMES;
}

/**
 * Whether an answer differs from what the server said before this attempt (law 4): another state, a newer `updatedAt`,
 * or the same state again after another one. Who is verified once and for all is so whenever that is read: only in
 * re-verification can it be an old verdict.
 */
export function isNews({ attempt, reverify }: Flow, seen: Sighting): boolean {
  const { baseline, otherSeen } = attempt;
  if (seen.verificationState === 'VERIFIED' && !reverify && !attempt.concluded) return true;
  if (baseline === null || otherSeen || baseline.verificationState !== seen.verificationState) return true;
  return baseline.updatedAt !== null && seen.updatedAt !== null && seen.updatedAt > baseline.updatedAt;
}

/** Whether the last answer is a verdict that would be news once more: it came while nothing could be told. */
export function isUntold(flow: Flow): boolean {
  const { lastSeen } = flow;
  return lastSeen !== null && outcomeOf(lastSeen.verificationState) !== null && isNews(flow, lastSeen);
}

/**
 * Whether an answer tells only what was so before this attempt: its read was sent before the frame opened; or it is the first
 * that came at all, in the open frame, and the documents were not yet sent: an old verdict must not close it.
 */
export function isOfBefore({ attempt: { openedAt, submittedAt }, lastSentAt, screen }: Flow, sentAt: number): boolean {
  if (openedAt === null) return false;
  return sentAt <= openedAt || (screen.name === 'verifying' && lastSentAt === -Infinity && sentAt < (submittedAt ?? Infinity));
}

/** The flow after an answer was seen: what later answers are compared with. */
export function remember(flow: Flow, seen: Sighting, sentAt: number): Flow {
  const { attempt } = flow;
  const otherSeen =
    attempt.otherSeen || (attempt.baseline !== null && attempt.baseline.verificationState !== seen.verificationState);
  return {
    ...flow,
    verificationState: seen.verificationState,
    lastSeen: sighting(seen),
    attempt: isOfBefore(flow, sentAt)
      ? { ...attempt, baseline: sighting(seen), otherSeen: false }
      : { ...attempt, otherSeen },
  };
}

/** The part of an answer that later ones are compared with. */
export function sighting({ verificationState, updatedAt }: Sighting): Sighting {
  return { verificationState, updatedAt };
}

/**
 * The answer as the flow takes it; `null` where it is no news by its words alone (law 3).
 *
 * @param at the flow's clock
 * @param now milliseconds since the epoch, by the device's clock
 */
export function understand(status: StatusAnswer, at: number, now: number): Answer | null {
  const { verificationState, updatedAt, reasons, retryAt } = status;
  if (verificationState === null) return null;
  const wait = retryAt === null ? 0 : Math.min(Date.parse(retryAt) - now, LONGEST_HOLD);
  return { at, verificationState, updatedAt, reasons, retryAt, heldUntil: wait > 0 ? at + wait : null };
}
