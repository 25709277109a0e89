import type { KycErrorCode } from '../../src/index.js';
import { enter, fail, isKnown, tell, VERDICTS, type Around, type Belief, type Reading } from './belief.js';
import { accept, meanwhile } from './user-steps.js';

const HOUR = 3_600_000;
const FOR_GOOD: ReadonlySet<number> = new Set([400, 401, 403, 404, 498, 499]);
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 498, 499]);

/** A read is sent: none for a hidden page, and none after a final verdict, unless somebody asks for it. */
export function readSent(belief: Belief, { isVisible }: Around): readonly Belief[] {
  const isOver = belief.state === 'verified' || belief.state === 'rejected' || belief.state === 'idle' || belief.isPreview;
  return belief.checkFrom === null && (isOver || !isVisible) ? [] : [{ ...belief, unreadFor: 0 }];
}

/** A read was answered by a state, known or not. Whether reading that had stalled for want of an answer goes on then is not said. */
export function read(belief: Belief, request: number, reading: Reading, around: Around): readonly Belief[] {
  const isAnsweredAgain = belief.stalled === 'record-closed' || belief.stalled === 'unauthorized';
  const ways = isAnsweredAgain ? [belief, { ...belief, stalled: null }] : [belief];
  return ways.flatMap((way) => answered(way, request, reading, around));
}

function answered(belief: Belief, request: number, reading: Reading, around: Around): readonly Belief[] {
  if (belief.state === 'gone' || belief.state === 'idle' || belief.isPreview) return [belief];
  // An answer to an older request than the last that counted changes nothing.
  if (request < belief.answeredTo) return [belief];
  const isAnswered = belief.checkFrom !== null && request >= belief.checkFrom;
  const next = { ...belief, answeredTo: request, refused: 0, isClosedSeen: false, checkFrom: isAnswered ? null : belief.checkFrom };
  if (!isKnown(reading.value)) return noNews(next, around);
  // A verdict that is older than the one before is no news; whether the element minds an older date of another state is its own affair.
  const { said } = belief;
  const isOlder = said?.stamp != null && reading.stamp !== null && reading.stamp < said.stamp;
  const told = { ...next, said: reading, isFirst: false };
  const ways = [...(reading.value in VERDICTS ? verdict(told, request, reading, around, isAnswered && !belief.isCheckPast) : waiting(told, request, reading, around, said?.value === 'PENDING'))];
  // Law 4 without a first answer: what is read in the frame before the documents are sent may have been so before.
  if (said === null && belief.state === 'verifying' && request < belief.submittedFrom) ways.push({ ...told, baseline: reading, isOtherSeen: false });
  if (isDayOver(belief, around)) return ways.map((way) => (way.state === 'reviewing' && way.stalled === null ? stall(way, 'deadline') : way));
  const ends = ways.flatMap((way) => endDay(way, around));
  return isOlder ? [...ends, { ...next, isFirst: false }, ...noNews({ ...next, said: reading }, around)] : ends;
}

function noNews(belief: Belief, around: Around): readonly Belief[] {
  if (belief.state === 'checking') return toGuidance({ ...belief, isFirst: false }, around);
  return belief.state === 'failed' ? [belief, enter(belief, 'guidance', around)] : [belief];
}

function toGuidance(belief: Belief, around: Around): readonly Belief[] {
  const there = enter(belief, 'guidance', around, { isStartAsked: false });
  return belief.isStartAsked ? accept(there, around) : [there];
}

/** UNVERIFIED or PENDING. */
function waiting(belief: Belief, request: number, reading: Reading, around: Around, wasPending: boolean): readonly Belief[] {
  const isPending = reading.value === 'PENDING';
  const review = (): Belief => enter(belief, 'reviewing', around, { isStartAsked: false });
  const isBefore = request < belief.openedFrom;
  const seen = { ...belief, isOtherSeen: belief.isOtherSeen || reading.value !== belief.baseline?.value, resubmission: null };
  switch (belief.state) {
    case 'checking':
      return isPending ? [review()] : toGuidance(belief, around);
    case 'guidance':
      // While the code is shown it has begun on the phone, unless it had begun before.
      if (isPending && belief.isAway && !wasPending) return [review()];
      // After a cancel it means "continue".
      if (!isPending || belief.isUnfinished || belief.isAway) return [seen];
      return belief.attempt === 0 ? [review()] : [seen, review()];
    case 'requesting':
      return [{ ...belief, baseline: reading, isOtherSeen: false }];
    case 'verifying':
      if (isBefore) return [{ ...belief, baseline: reading, isOtherSeen: false }];
      return isPending && isConfirmed(seen, request) ? [seen, confirm(seen)] : [seen];
    case 'reviewing':
      if (isPending) return isConfirmed(seen, request) ? [confirm(seen)] : [seen];
      return belief.submittedAt === null ? [enter(seen, 'guidance', around)] : [seen];
    case 'failed':
      return isPending ? [seen, review(), enter(seen, 'guidance', around)] : [seen, enter(seen, 'guidance', around)];
    default:
      // After a verdict the contract says only what happens to verdicts; who is in review then is so in another attempt.
      return isPending ? [seen, { ...review(), attempt: belief.attempt + 1, isTold: false, isOtherSeen: true, submittedAt: null, submittedFrom: Infinity }] : [seen];
  }
}

const isConfirmed = (belief: Belief, request: number): boolean => request >= belief.submittedFrom && !belief.isPendingTold;
const confirm = (belief: Belief): Belief => tell({ ...belief, isPendingTold: true }, 'kyc-pending');

/** Whether a verdict is news against the baseline: law 4. Both where dates can't be compared. */
function news({ baseline, isOtherSeen, isTold }: Belief, { value, stamp }: Reading, { isReverify }: Around): readonly boolean[] {
  // Law 4 is for retries. In a registration none follows a success: who is verified there is so whenever that is read.
  if (value === 'VERIFIED' && !isReverify && !isTold) return [true];
  if (baseline === null || baseline.value !== value || isOtherSeen) return [true];
  if (baseline.stamp === null && stamp === null) return [false];
  if (baseline.stamp === null || stamp === null) return [true, false];
  return [stamp > baseline.stamp];
}

function verdict(belief: Belief, request: number, reading: Reading, around: Around, isAsked: boolean): readonly Belief[] {
  const { state } = belief;
  if (state === 'requesting' || (state === 'verifying' && request < belief.openedFrom)) {
    const measure: Belief = { ...belief, baseline: reading, isOtherSeen: false };
    // Where no session is asked for yet, what is said is still to be told.
    return belief.looks === 'no' ? [measure] : [measure, { ...belief, isOtherSeen: belief.isOtherSeen || reading.value !== belief.baseline?.value }];
  }
  return news(belief, reading, around).flatMap((isNew) => {
    if (!isNew) return stale(belief, reading, around);
    if (state === 'verifying' && reading.value === 'RESUBMISSION_REQUESTED') {
      const waits = { ...belief, resubmission: reading };
      const due = resubmissionDue(waits, around);
      return [...(due === 'surely' ? [] : [waits]), ...(due === 'no' ? [] : [conclude(waits, reading, around)])];
    }
    const concluded = conclude(belief, reading, around);
    // Only a read that the user asked for brings news after a verdict, or a failure, for certain.
    return (belief.isTold || state === 'failed') && !isAsked ? [belief, concluded] : [concluded];
  });
}

/** The server repeats a verdict from before. Whether the time that it says now, for another try, counts is not said. */
function stale(belief: Belief, reading: Reading, around: Around): readonly Belief[] {
  if (belief.state === 'rejected' && reading.value === 'REJECTED') return [belief, { ...belief, mayStartAt: triedAgainFrom(reading, around) }];
  if (belief.state === 'checking') return toGuidance(belief, around);
  if (belief.state === 'failed') return [belief, enter(belief, 'guidance', around), enter(belief, belief.before, around)];
  if (belief.state !== 'reviewing' || belief.submittedAt === null) return [belief];
  if (belief.said?.stamp != null && belief.baseline?.stamp != null) return [belief];
  const isLong = around.now - belief.submittedAt >= HOUR;
  return isLong && belief.stalled === null ? [stall(belief, 'unchanged')] : [belief];
}

const triedAgainFrom = ({ retryAt }: Reading, { wall }: Around): number | null => (retryAt === undefined ? null : Math.min(retryAt, wall + 24 * HOUR));

export function conclude(belief: Belief, reading: Reading, around: Around): Belief {
  const state = VERDICTS[reading.value];
  if (state === undefined) throw new Error(`${reading.value} is no verdict.`);
  const attempt = belief.isTold ? belief.attempt + 1 : belief.attempt;
  const kept = reading.value === 'VERIFIED' ? 'perhaps' : 'no';
  const mayStartAt = triedAgainFrom(reading, around);
  const more = { attempt, mayStartAt, kept, isTold: true, baseline: reading, isOtherSeen: false, resubmission: null, isStartAsked: false } as const;
  return tell(enter(belief, state, around, more), `kyc-${state}`);
}

/**
 * Submitted, and ten seconds without a new start. Whether the user who has started once more must submit once more, and whether another
 * SUBMITTED begins the ten seconds anew, is not said.
 */
export function resubmissionDue({ submittedAt, frame }: Belief, { now }: Around): 'no' | 'perhaps' | 'surely' {
  if (submittedAt === null || frame === null) return 'no';
  if (now < Math.max(submittedAt, frame.startedAt) + 10_000) return 'no';
  return frame.startedAt > submittedAt || now < frame.submittedAt + 10_000 ? 'perhaps' : 'surely';
}

function stall(belief: Belief, reason: NonNullable<Belief['stalled']>): Belief {
  return tell({ ...belief, stalled: reason, isUnchanged: belief.isUnchanged || reason === 'unchanged' }, `kyc-stalled:${reason}`);
}

const isDayOver = ({ state, since, stalled }: Belief, { now }: Around): boolean => state === 'reviewing' && stalled === null && now - since >= 24 * HOUR;

/** The day of waiting is over; the element may say so, and must when a read ends after it. */
export function endDay(belief: Belief, around: Around): readonly Belief[] {
  const from = belief.submittedAt ?? belief.since;
  // Reading may go on after an unchanged verdict was told.
  const isOver = belief.state === 'reviewing' && (belief.stalled === null || belief.stalled === 'unchanged') && around.now - from >= 24 * HOUR;
  return isOver ? [belief, stall(belief, 'deadline')] : [belief];
}

/** A read failed. `status` is 0 where there was no answer; without a line that may be told as `offline`, too. */
export function readFailed(belief: Belief, request: number, status: number, code: KycErrorCode, around: Around): readonly Belief[] {
  const codes: readonly KycErrorCode[] = status === 0 && !around.isOnline ? [code, 'offline'] : [code];
  return meanwhile(codes.flatMap((one) => failedBy(belief, request, status, one, around)).flatMap((way) => endDay(way, around)));
}

function failedBy(belief: Belief, request: number, status: number, code: KycErrorCode, around: Around): readonly Belief[] {
  if (belief.state === 'gone' || belief.state === 'idle' || belief.isPreview || request < belief.answeredTo) return [belief];
  const isAsked = belief.checkFrom !== null;
  const isAnswered = belief.checkFrom !== null && request >= belief.checkFrom;
  const isWished = isAnswered && !belief.isCheckPast;
  const isRefused = REFUSALS.has(status);
  const next: Belief = {
    ...belief,
    checkFrom: isAnswered ? null : belief.checkFrom,
    isFirst: false,
    // Only in review are they counted.
    refused: isRefused && belief.state === 'reviewing' ? belief.refused + 1 : belief.refused,
    isClosedSeen: belief.isClosedSeen || status === 400 || status === 404,
  };
  const failed = (): Belief => fail({ ...next, checkFrom: null }, code, around);
  switch (belief.state) {
    case 'checking':
      if (isWished || FOR_GOOD.has(status)) return [failed()];
      return isAsked ? [failed(), ...toGuidance(next, around)] : toGuidance(next, around);
    case 'guidance':
      if (isWished || (belief.isFirst && FOR_GOOD.has(status))) return [failed()];
      return isAsked ? [failed(), next] : [next];
    case 'failed': {
      if (!isAsked) return [next];
      const changed = { ...next, code };
      return [changed, tell(changed, `kyc-error:${code}`), next];
    }
    case 'reviewing':
      return reviewFailed(next, status, isRefused, isAsked);
    default:
      return [next];
  }
}

function reviewFailed(belief: Belief, status: number, isRefused: boolean, isAsked: boolean): readonly Belief[] {
  if (status === 400 || status === 404) return belief.stalled === null ? [stall(belief, 'record-closed')] : [belief, stall(belief, 'record-closed')];
  if (!isRefused) return [belief];
  const stalled = stall(belief, 'unauthorized');
  if (belief.stalled !== null || isAsked) return [belief, stalled];
  return belief.refused >= 3 ? [stalled] : [belief];
}
