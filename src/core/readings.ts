import type { Step } from './effects.js';
import { isFinal, saysRecordClosed, saysUnauthorized } from './errors.js';
import type { FlowEventOf, Reading } from './flow-events.js';
import { nextAttempt, readsOn, waitsSince, type Answer, type Flow, type Reviewing } from './flow.js';
import { MAX_REFUSALS, READING_DEADLINE, UNCHANGED_AFTER } from './limits.js';
import { conclude, detailsOf, fail, guidance, guide, reviewing, show, wakeInFrame } from './moves.js';
import type { StallReason } from './names.js';
import { isNews, isOfBefore, outcomeOf, remember, understand } from './verdict.js';

/** What the server's answers do to the flow: the only way to an outcome (law 1). */

/** An answer came. One that was sent before another that is taken already comes too late (law 5). */
export function onReading(flow: Flow, event: Reading): Step {
  if (event.sentAt < flow.lastSentAt) return { flow };
  const answer = understand(event.status, event.at, event.now);
  const step = answer === null ? onNothingKnown(flow, event) : onAnswer(flow, answer, event);
  const told = step.say?.some(({ name }) => name === 'kyc-stalled' || name === 'kyc-pending') === true;
  return { ...step, flow: answered({ ...step.flow, lastSentAt: event.sentAt }, told) };
}

/** A read has been answered; one that the user asked for and that moved nothing is told by a line. */
function answered(flow: Flow, told: boolean): Flow {
  const { screen, asked } = flow;
  const known = screen.name === 'guidance' ? { ...flow, screen: { ...screen, firstReadDue: false } } : flow;
  return asked ? { ...known, asked: false, notice: told ? null : 'check-unchanged' } : known;
}

function onNothingKnown(flow: Flow, { at }: Reading): Step {
  switch (flow.screen.name) {
    case 'checking':
      return guide(flow, at);
    case 'failed':
      return flow.asked ? { flow: show(flow, guidance(at)) } : { flow };
    case 'reviewing':
      return readOn(flow, flow.screen, at);
    default:
      return { flow };
  }
}

function onAnswer(before: Flow, answer: Answer, { sentAt, at }: Reading): Step {
  // While a session is asked for, the answer is only what later ones are compared with.
  const flow = remember(before, answer, sentAt);
  if (flow.screen.name === 'requesting') return { flow };
  if (outcomeOf(answer.verificationState) === null) return onNoVerdict(flow, before, answer, sentAt, at);
  const news = isNews(before, answer) && !isOfBefore(before, sentAt);
  const { screen } = flow;
  if (!news) return onOldVerdict(flow, answer, at);
  if (screen.name === 'verifying' && answer.verificationState === 'RESUBMISSION_REQUESTED') return hold(flow, answer, at);
  if (screen.name === 'failed' && !flow.asked) return { flow };
  return conclude(flow, answer);
}

/** The same verdict as before the attempt. Its reasons, and when another try is allowed, may have changed. */
function onOldVerdict(flow: Flow, answer: Answer, at: number): Step {
  const { screen, asked } = flow;
  if (screen.name === 'failed' && asked) return { flow: show(flow, guidance(at)) };
  // Back from Veriff's page, and nothing has come of it yet.
  if (screen.name === 'checking') return guide(flow, at);
  if (screen.name === 'rejected') return { flow: { ...flow, screen: { ...screen, ...detailsOf(answer, screen.since) } } };
  return screen.name === 'reviewing' ? (tellUnchanged(flow, screen, at) ?? readOn(flow, screen, at)) : { flow };
}

/** While a stream says nothing new no answer tells the time: what was last said is still so (laws 4 and 6). */
export function onTimePassed(flow: Flow, { at }: FlowEventOf<'woken'>): Step {
  const { screen, lastSeen } = flow;
  if (screen.name !== 'reviewing' || !readsOn(screen)) return { flow };
  const isOld = lastSeen !== null && outcomeOf(lastSeen.verificationState) !== null && !isNews(flow, lastSeen);
  return (isOld ? tellUnchanged(flow, screen, at) : null) ?? untilDeadline(flow, screen, at);
}

/** The old verdict still stands long after the submission, and no date says that it is the old one; `null` where it is not so. */
function tellUnchanged(flow: Flow, screen: Reviewing, at: number): Step | null {
  const { lastSeen, attempt } = flow;
  const { submittedAt, baseline } = attempt;
  const dated = lastSeen?.updatedAt != null && baseline?.updatedAt != null;
  if (screen.stalled !== null || dated || submittedAt === null || at - submittedAt < UNCHANGED_AFTER) return null;
  return stall(flow, { ...screen, unchanged: true }, 'unchanged');
}

/** In the open frame the user may go on by himself; only after 10 s without that does the answer count (law 8). */
function hold(flow: Flow, held: Answer, at: number): Step {
  const { screen, attempt } = flow;
  if (screen.name !== 'verifying' || screen.startedAgain || attempt.submittedAt === null) return { flow };
  return wakeInFrame({ ...flow, screen: { ...screen, held } }, { at });
}

function onNoVerdict(flow: Flow, before: Flow, answer: Answer, sentAt: number, at: number): Step {
  const { screen } = flow;
  const pending = answer.verificationState === 'PENDING';
  switch (screen.name) {
    case 'checking':
      return pending && !flow.elsewhere ? { flow: show(flow, reviewing(at, true)) } : guide(flow, at);
    case 'guidance':
      return pending ? onPendingInGuidance(flow, before, at) : { flow };
    case 'verifying':
      return confirm({ flow: { ...flow, screen: { ...screen, held: null } } }, pending, sentAt);
    case 'reviewing':
      if (!pending && screen.fresh) return { flow: show(flow, guidance(at)) };
      return confirm(readOn(flow, screen, at, pending), pending, sentAt);
    case 'rejected':
    case 'resubmission':
    case 'expired':
      // Somebody goes on elsewhere: that is another attempt, whose verdict will be told.
      return pending ? { flow: { ...show(flow, reviewing(at, true)), attempt: nextAttempt(flow) } } : { flow };
    case 'failed':
      if (!flow.asked) return { flow };
      return pending ? onPendingInGuidance(show(flow, guidance(at)), before, at) : { flow: show(flow, guidance(at)) };
    default:
      return { flow };
  }
}

/**
 * PENDING alone does not prove a submission: after a start of ours, or while Veriff is open, it means "continue" (law 2). While the code is
 * shown it says that somebody has begun on the phone, unless it was said before.
 */
function onPendingInGuidance(flow: Flow, before: Flow, at: number): Step {
  if (flow.elsewhere) return { flow };
  const away = flow.screen.name === 'guidance' && flow.screen.away;
  const begun = away && before.lastSeen?.verificationState !== 'PENDING';
  if (begun || (!away && flow.attempt.number === 0)) return { flow: show(flow, reviewing(at, true)) };
  return { flow: { ...flow, unfinished: true } };
}

/** PENDING, read after the submission: registration may go on. Told once an attempt. */
function confirm(step: Step, pending: boolean, sentAt: number): Step {
  const { attempt } = step.flow;
  const { submittedAt } = attempt;
  if (!pending || attempt.confirmed || submittedAt === null || sentAt < submittedAt) return step;
  return {
    flow: { ...step.flow, attempt: { ...attempt, confirmed: true } },
    say: [{ name: 'kyc-pending' }, ...(step.say ?? [])],
  };
}

/** Reading works: what had stalled for want of an answer goes on, but for the deadline (law 6). */
function readOn(flow: Flow, screen: Reviewing, at: number, pending = false): Step {
  const { stalled } = screen;
  const still = stalled === 'deadline' || (stalled === 'unchanged' && !pending);
  const unchanged = screen.unchanged && !pending;
  return untilDeadline(flow, { ...screen, refusals: 0, stalled: still ? stalled : null, unchanged }, at);
}

function untilDeadline(flow: Flow, screen: Reviewing, at: number): Step {
  const over = at - waitsSince(flow.attempt, screen) >= READING_DEADLINE;
  return over && readsOn(screen) ? stall(flow, screen, 'deadline') : { flow: { ...flow, screen } };
}

function stall(flow: Flow, screen: Reviewing, reason: StallReason): Step {
  return { flow: { ...flow, notice: null, screen: { ...screen, stalled: reason } }, say: [{ name: 'kyc-stalled', reason }] };
}

/** A read failed. Only where nothing is at stake does that show as a failure; waiting never turns into one (law 6). */
export function onReadFailed(flow: Flow, event: FlowEventOf<'read-failed'>): Step {
  const { screen, asked } = flow;
  const { error, sentAt, at } = event;
  if (sentAt < flow.lastSentAt) return { flow };
  switch (screen.name) {
    case 'checking':
      return asked || isFinal(error) ? fail(flow, error) : guide(flow, at);
    case 'guidance':
      if (asked || (screen.firstReadDue && isFinal(error))) return fail(flow, error);
      return { flow: { ...flow, screen: { ...screen, firstReadDue: false } } };
    case 'failed':
      return asked ? fail(flow, error) : { flow };
    case 'reviewing':
      return onRefusal(unanswered(flow), screen, event);
    default:
      return { flow: unanswered(flow) };
  }
}

function unanswered(flow: Flow): Flow {
  return flow.asked ? { ...flow, asked: false, notice: 'check-failed' } : flow;
}

function onRefusal(flow: Flow, screen: Reviewing, { error, at }: FlowEventOf<'read-failed'>): Step {
  if (!readsOn(screen)) return { flow };
  if (saysRecordClosed(error)) return stall(flow, screen, 'record-closed');
  if (!saysUnauthorized(error)) return untilDeadline(flow, screen, at);
  const refused = { ...screen, refusals: screen.refusals + 1 };
  return refused.refusals >= MAX_REFUSALS ? stall(flow, refused, 'unauthorized') : untilDeadline(flow, refused, at);
}
