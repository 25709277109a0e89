import type { KycErrorCode } from '../../src/index.js';
import { enter, fail, tell, type Around, type Belief } from './belief.js';
import { conclude, endDay, resubmissionDue } from './readings.js';
import { accept, close, open } from './user-steps.js';

/** Clocks are compared with this tolerance. */
const SLACK = 1_000;
/** 300 s and 20 % jitter (domain, section 4), and the 15 s that a read may take. */
const LONGEST_GAP = 375_000 + SLACK;

/** The frame said a word of Veriff's, genuinely. */
export function hear(belief: Belief, word: string, around: Around): readonly Belief[] {
  const { frame } = belief;
  if (belief.state !== 'verifying' || frame === null || belief.isPreview) return [belief];
  const heard = (more: Partial<typeof frame>): Belief => ({ ...belief, frame: { ...frame, ...more } });
  switch (word) {
    case 'HANDSHAKE': {
      const answered = { ...heard({ hasAnswered: true }), isOpened: true };
      return [belief.isOpened ? answered : tell(answered, 'kyc-opened')];
    }
    case 'STARTED':
      return [heard({ hasSpoken: true, hasStarted: true, startedAt: around.now })];
    case 'SUBMITTED':
      return submit(heard({ hasSpoken: true, hasStarted: true, submittedAt: around.now }), around);
    case 'FINISHED':
      return submit(belief, around).map((sent) => enter(sent, 'reviewing', around));
    case 'CANCELED':
      return close(belief, around);
    case 'FORCE_RELOAD': {
      const reloaded = { ...belief, reloads: belief.reloads + 1 };
      if (reloaded.reloads <= 3) return [{ ...reloaded, frame: { ...frame, hasAnswered: false, hasSpoken: false, visibleFor: 0, openFor: 0 } }];
      return frameFailed(reloaded, around);
    }
    default:
      return [belief];
  }
}

function submit(belief: Belief, around: Around): readonly Belief[] {
  const { submittedAt, said, frame } = belief;
  // What was sent may be opened once more, or not; the contract speaks of a cancel.
  const kept = belief.kept === 'no' ? 'no' : 'perhaps';
  if (submittedAt === null) return [tell({ ...belief, kept, submittedAt: around.now, submittedFrom: around.nextRequest }, 'kyc-submitted')];
  // Another round in the same frame: a request to resubmit that is known by now may be taken for an old one.
  const isAnotherRound = frame !== null && frame.startedAt > submittedAt && said?.value === 'RESUBMISSION_REQUESTED';
  return isAnotherRound ? [belief, { ...belief, baseline: said, isOtherSeen: false }] : [belief];
}

function frameFailed(belief: Belief, around: Around): readonly Belief[] {
  const failed = fail({ ...belief, kept: belief.kept === 'no' ? 'no' : 'perhaps' }, 'frame-timeout', around);
  // Documents that were sent are under review, whatever becomes of the frame.
  return belief.submittedAt === null ? [failed] : [failed, enter(belief, 'reviewing', around)];
}

export function postSent(belief: Belief, request: number): readonly Belief[] {
  if (belief.state !== 'requesting' || belief.looks !== 'no' || belief.post !== null || belief.posts === 3) return [];
  return [{ ...belief, post: request, posts: belief.posts + 1, triedAt: null }];
}

export type PostAnswer = { readonly session: 'good' | 'brief' | 'hostile' | 'none' } | { readonly status: number; readonly code: KycErrorCode };

/** The exchange was answered, or has failed. */
export function postAnswered(belief: Belief, request: number, answer: PostAnswer, around: Around): readonly Belief[] {
  if (belief.state !== 'requesting' || belief.post !== request) return [belief];
  const done: Belief = { ...belief, post: null, triedAt: around.now };
  if ('session' in answer) {
    // An answer without a session is a bad one, whether or not it is asked for again.
    if (answer.session === 'none') return [fail(done, 'bad-response', around), fail(done, 'session-url', around), ...(done.posts < 3 ? [done] : [])];
    if (answer.session === 'hostile' || !around.isSessionAllowed) return [fail({ ...done, kept: 'no' }, 'session-url', around)];
    return open(done, around).map((opened) => (answer.session === 'brief' && opened.kept === 'yes' ? { ...opened, kept: 'perhaps' as const } : opened));
  }
  const { status, code } = answer;
  const failed = fail(done, code, around);
  if (status >= 400 && status < 500) return [failed];
  if (!around.isOnline) return [failed, fail(done, 'offline', around), ...(done.posts < 3 ? [done] : [])];
  if (status >= 500 || code === 'network') return [done.posts < 3 ? done : failed];
  return done.posts < 3 ? [done, failed] : [failed];
}

/** Time has passed. */
export function pass(belief: Belief, elapsed: number, around: Around): readonly Belief[] {
  if (belief.isPreview) return [belief];
  switch (belief.state) {
    case 'checking':
      return passChecking(belief, elapsed, around);
    case 'requesting': {
      // After a failed try the next one comes within four seconds, in which the device is awake; jitter draws the moment.
      const triedAt = belief.triedAt === null ? null : belief.triedAt + (around.wasAsleep ? elapsed : 0);
      const isLate = triedAt !== null && around.now - triedAt > 4_000 + SLACK;
      return isLate && around.isOnline && around.isVisible ? [] : [{ ...belief, triedAt }];
    }
    case 'verifying':
      return passFrame(belief, elapsed, around);
    case 'reviewing': {
      const { resubmission } = belief;
      const waits = unread(belief, elapsed, around);
      if (waits === null) return [];
      const ways = endDay(waits, around);
      return resubmission === null ? ways : [...ways, conclude(waits, resubmission, around)];
    }
    case 'guidance': {
      const waits = belief.isAway || belief.isWarned ? unread(belief, elapsed, around) : belief;
      if (waits === null) return [];
      return belief.resubmission === null ? [waits] : [waits, conclude(waits, belief.resubmission, around)];
    }
    default:
      return [belief];
  }
}

/** In review, and while the code for the phone or a warning is shown, the status is read at least every five minutes and their jitter, until that has stalled; `null` if it was not. */
function unread(belief: Belief, elapsed: number, { isVisible, isOnline, wasAsleep }: Around): Belief | null {
  const isIdle = !isVisible || !isOnline || wasAsleep || belief.stalled !== null;
  const unreadFor = isIdle ? 0 : belief.unreadFor + elapsed;
  return unreadFor > LONGEST_GAP ? null : { ...belief, unreadFor };
}

function passChecking(belief: Belief, elapsed: number, around: Around): readonly Belief[] {
  const lasts = around.now - belief.since;
  if (lasts < 3_000) return [belief];
  const there = enter(belief, 'guidance', around, { isStartAsked: false });
  const ways = belief.isStartAsked ? accept(there, around) : [there];
  // A start that was asked for may go on waiting for its read.
  return lasts - elapsed < 3_000 || (belief.isStartAsked && lasts < 15_000 + SLACK) ? [belief, ...ways] : ways;
}

function passFrame(belief: Belief, elapsed: number, around: Around): readonly Belief[] {
  const { frame, resubmission } = belief;
  if (frame === null) return [belief];
  const openFor = frame.openFor + elapsed;
  // Nobody looks while the device sleeps.
  const visibleFor = frame.visibleFor + (around.isVisible && !around.wasAsleep ? elapsed : 0);
  const waits: Belief = { ...belief, frame: { ...frame, openFor, visibleFor } };
  const isDue = resubmission !== null && resubmissionDue(belief, around) !== 'no';
  const ways = isDue ? [waits, conclude(waits, resubmission, around)] : [waits];
  if (frame.hasAnswered || (visibleFor < 20_000 - SLACK && openFor < 35_000 - SLACK)) return ways;
  const failed = frameFailed(waits, around);
  // It was so before this step already; within one step, as after a sleep, a read may come first.
  const isOver = frame.visibleFor >= 20_000 + SLACK && !frame.hasSpoken;
  return isOver ? failed : [...ways, ...failed];
}
