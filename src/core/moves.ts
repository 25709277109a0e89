import type { Announcement, Step } from './effects.js';
import { kycError, type KycError, type KycErrorCode, type KycErrorPhase } from './errors.js';
import type { FlowEventOf } from './flow-events.js';
import { canStart, nextAttempt, type Answer, type Flow, type Guidance, type Outcome, type Reviewing, type Screen } from './flow.js';
import { CHECKING_LIMIT, LONGEST_HOLD, SLOW_AFTER, heldAnswerDue } from './limits.js';
import { isUntold, outcomeOf, sighting } from './verdict.js';

/** Moves of the flow from one screen to the next. Each takes the event that leads to it. */

/** All that belongs to the former configuration ends. */
export function reset(flow: Flow): Step {
  return { flow, first: [{ type: 'reset' }] };
}

/** The flow at another screen; what was asked there is past. */
export function show(flow: Flow, screen: Screen): Flow {
  return { ...flow, screen, asked: false, notice: null, warning: null };
}

export function fail(flow: Flow, error: KycError): Step {
  return { flow: show(flow, { name: 'failed', error }), say: [{ name: 'kyc-error', error }] };
}

/** A verdict is told; in an attempt that has had its own, it begins a new one (laws 5 and 7). */
export function conclude(flow: Flow, answer: Answer): Step {
  const name = outcomeOf(answer.verificationState);
  if (name === null) return { flow };
  const attempt = flow.attempt.concluded ? nextAttempt(flow) : flow.attempt;
  const { reasons, retryAt } = answer;
  return {
    flow: {
      ...show(flow, { name, since: answer.at, ...detailsOf(answer, answer.at) }),
      attempt: { ...attempt, concluded: true, baseline: sighting(answer), otherSeen: false },
      unfinished: false,
    },
    say: [{ name: `kyc-${name}`, reasons, retryAt }],
    then: [{ type: 'forget-session' }],
  };
}

/**
 * What an outcome's screen tells beside the verdict. Only a rejection holds the next try back, and however often it is
 * repeated, for a day at most from when it was told.
 */
export function detailsOf(answer: Answer, since: number): Omit<Outcome, 'name' | 'since'> {
  const { at, verificationState, reasons, retryAt } = answer;
  const heldUntil = Math.min(answer.heldUntil ?? at, since + LONGEST_HOLD);
  return { reasons, retryAt, heldUntil: verificationState === 'REJECTED' && heldUntil > at ? heldUntil : null };
}

export function reviewing(since: number, fresh: boolean): Reviewing {
  return { name: 'reviewing', since, fresh, stalled: null, unchanged: false, refusals: 0 };
}

export function checking(since: number): Screen {
  return { name: 'checking', since, startWanted: false };
}

export function guidance(since: number, firstReadDue = false): Guidance {
  return { name: 'guidance', since, firstReadDue, away: false };
}

/** From `checking` to `guidance`, and on where a start was asked for meanwhile. */
export function guide(flow: Flow, at: number, firstReadDue = false): Step {
  const { screen } = flow;
  const step = { flow: { ...show(flow, guidance(at, firstReadDue)), asked: firstReadDue && flow.asked } };
  // To take Veriff over from another tab is the user's own decision.
  const begins = screen.name === 'checking' && screen.startWanted && !flow.elsewhere;
  return begins ? { ...step, then: [{ type: 'ask-start', leaves: false }] } : step;
}

export function wantStart(flow: Flow): Step {
  return flow.screen.name === 'checking' ? { flow: { ...flow, screen: { ...flow.screen, startWanted: true } } } : { flow };
}

/** The first read takes too long: the user may begin, its answer still counts when it comes. */
export function stopWaiting(flow: Flow, { at }: FlowEventOf<'woken'>): Step {
  const { screen } = flow;
  return screen.name === 'checking' && at >= screen.since + CHECKING_LIMIT ? guide(flow, at, true) : { flow };
}

const PHASES: Partial<Record<KycErrorCode, KycErrorPhase>> = { configuration: 'configuration', 'frame-busy': 'frame' };

/** An attempt begins. What stands in its way is told before a session is spent. */
export function acceptStart(flow: Flow, { at, blocked, leaves = false }: FlowEventOf<'start-accepted'>): Step {
  if (!canStart(flow)) return { flow };
  const started = { ...flow, attempt: nextAttempt(flow) };
  if (blocked !== null) return fail(started, kycError(blocked, PHASES[blocked] ?? 'environment'));
  const { screen } = flow;
  const back = screen.name === 'failed' || screen.name === 'guidance' ? guidance(at) : screen;
  // Who starts again in face of a warning goes on in spite of it.
  const waived = flow.waived || flow.warning !== null;
  return {
    flow: show({ ...started, waived }, { name: 'requesting', since: at, slow: false, leaves, back }),
    then: flow.lastSeen === null ? [{ type: 'read', anew: false }] : [],
  };
}

/** Another tab has opened Veriff, or has closed it: then documents may have been sent there. */
export function noteElsewhere(flow: Flow, { open }: FlowEventOf<'elsewhere'>): Step {
  const { name } = flow.screen;
  const asks = flow.elsewhere && !open && (name === 'guidance' || name === 'reviewing');
  return { flow: { ...flow, elsewhere: open }, then: asks ? [{ type: 'read', anew: true }] : [] };
}

/** No session is asked for any more. A verdict that came just then is asked for again. */
export function giveUpRequest(flow: Flow): Step {
  if (flow.screen.name !== 'requesting') return { flow };
  return { flow: show(flow, flow.screen.back), then: isUntold(flow) ? [{ type: 'read', anew: false }] : [] };
}

export function noteSlowness(flow: Flow, { at }: FlowEventOf<'woken'>): Step {
  const { screen } = flow;
  if (screen.name !== 'requesting' || at < screen.since + SLOW_AFTER) return { flow };
  return { flow: { ...flow, screen: { ...screen, slow: true } } };
}

export function failExchange(flow: Flow, { error }: FlowEventOf<'exchange-failed'>): Step {
  return fail(flow, error);
}

/** The session is there. What the server last said is what it said before. */
export function openFrame(flow: Flow, { at }: FlowEventOf<'session'>): Step {
  const left = flow.screen.name === 'requesting' && flow.screen.leaves;
  return {
    flow: {
      ...show(flow, { name: 'verifying', since: at, startedAgain: false, held: null, left }),
      attempt: { ...flow.attempt, openedAt: at, baseline: flow.lastSeen, otherSeen: false },
      unfinished: true,
      // Where it was open in another tab, it closes there.
      elsewhere: false,
    },
  };
}

/** Veriff's own words move between the user's screens and prompt a read, no more (law 1). */
export function hearFrame(flow: Flow, { message, at }: FlowEventOf<'frame-message'>): Step {
  const { screen, attempt, lastSeen } = flow;
  // Veriff's own page has no frame: what one says now is from before.
  if (screen.name !== 'verifying' || screen.left) return { flow };
  switch (message) {
    case 'handshake':
      if (attempt.answered) return { flow };
      return { flow: { ...flow, attempt: { ...attempt, answered: true } }, say: [{ name: 'kyc-opened' }] };
    case 'started':
      if (attempt.submittedAt === null) return { flow };
      return { flow: { ...flow, screen: { ...screen, startedAgain: true, held: null } } };
    case 'submitted': {
      // After another round in the same frame: a request to resubmit that is known by now was for the round before.
      const answered = screen.startedAgain && lastSeen?.verificationState === 'RESUBMISSION_REQUESTED';
      const { then = [], ...step } = submit(
        {
          ...flow,
          screen: { ...screen, startedAgain: false, held: null },
          attempt: answered ? { ...attempt, baseline: lastSeen, otherSeen: false } : attempt,
        },
        at,
      );
      return { ...step, then: [...then, { type: 'read', anew: true }] };
    }
    case 'finished':
      return attempt.submittedAt === null ? review(submit(flow, at), at) : reviewSent(flow, at);
    case 'canceled':
      return leaveFrame(flow, { at });
  }
}

function submit(flow: Flow, at: number): Step {
  const say: Announcement[] = flow.attempt.submittedAt === null ? [{ name: 'kyc-submitted' }] : [];
  return {
    flow: { ...flow, attempt: { ...flow.attempt, submittedAt: at }, unfinished: false },
    say,
    // What was sent can't be opened once more.
    then: [{ type: 'forget-session' }],
  };
}

function review({ flow, say = [], then = [] }: Step, at: number, unlessTold = false): Step {
  return { flow: show(flow, reviewing(at, false)), say, then: [...then, { type: 'read', anew: true, ...(unlessTold && { unlessTold }) }] };
}

/** The submission has asked for a read of its own: where that was answered and a stream tells what comes after it, nothing is left to ask. */
function reviewSent(flow: Flow, at: number): Step {
  return review({ flow }, at, true);
}

/** The user leaves Veriff, by any way: after a submission that is no cancel (law 8). */
export function leaveFrame(flow: Flow, { at }: { readonly at: number }): Step {
  if (flow.attempt.submittedAt !== null) return reviewSent(flow, at);
  return { flow: show(flow, guidance(at)), say: [{ name: 'kyc-canceled' }], then: [{ type: 'read', anew: false }] };
}

/**
 * A frame that fails after the submission takes nothing away: waiting goes on without it. Before, its session may be what
 * is wrong with it: the next start asks the endpoint, which answers the same one if it is good.
 */
export function failFrame(flow: Flow, { code, at }: FlowEventOf<'frame-failed'>): Step {
  if (flow.attempt.submittedAt !== null) return reviewSent(flow, at);
  return { ...fail(flow, kycError(code, 'frame')), then: [{ type: 'forget-session' }] };
}

/** A request to resubmit that is held counts once its time has come. */
export function wakeInFrame(flow: Flow, { at }: { readonly at: number }): Step {
  const { screen, attempt } = flow;
  if (screen.name !== 'verifying' || screen.held === null) return { flow };
  const due = heldAnswerDue(attempt, screen);
  return due !== null && at >= due ? conclude(flow, screen.held) : { flow };
}

/** The time has come at which a rejected user may try again. */
export function releaseRetry(flow: Flow, { at }: FlowEventOf<'woken'>): Step {
  const { screen } = flow;
  if (screen.name !== 'rejected' || screen.heldUntil === null || at < screen.heldUntil) return { flow };
  return { flow: { ...flow, notice: null, screen: { ...screen, heldUntil: null } } };
}
