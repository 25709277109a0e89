import type { KycError } from './errors.js';
import { readsOn, waitsSince, type Flow } from './flow.js';
import type { KycState, StallReason } from './names.js';
import { CHECKING_LIMIT, SLOW_AFTER, heldAnswerDue } from './limits.js';

/** What the flow asks of the world, in order. */
export type Effect =
  /** Drop what belongs to the former configuration: reads, exchange, kept session. */
  | { readonly type: 'reset' }
  /** Hear of other tabs with the same verification, until `reset`. */
  | { readonly type: 'join-tabs' }
  /** Dispatch `kyc-start`; if nobody prevents it, answer with `start-accepted`. */
  | { readonly type: 'ask-start'; readonly leaves: boolean }
  | { readonly type: 'announce'; readonly event: Announcement }
  /** From here on no other element of the document may ask for a session or open Veriff, until `release`. */
  | { readonly type: 'reserve' }
  | { readonly type: 'release' }
  /** Looks around first, unless the user has waived that (`warned`). */
  | { readonly type: 'exchange'; readonly leaves: boolean; readonly inspects: boolean }
  | { readonly type: 'abort-exchange' }
  | { readonly type: 'open-frame' }
  | { readonly type: 'close-frame' }
  /** The browser leaves for the session's page; answer with `returned` if it shows this one again. */
  | { readonly type: 'leave' }
  | { readonly type: 'stay' }
  /** While it is so, a page that ends leaves a mark in its tab, with nothing secret, that a session was left unfinished. */
  | { readonly type: 'mark-at-end'; readonly open: boolean }
  | { readonly type: 'forget-session' }
  /** One read now; `anew`: one that is under way was sent too early to count; `unlessTold`: none where a stream tells all of this wait. */
  | { readonly type: 'read'; readonly anew: boolean; readonly unlessTold?: boolean }
  /** Read on, by the schedule for a wait that began at `since`; `null`: no more. */
  | { readonly type: 'follow'; readonly since: number | null }
  /** Answer with `woken` at that time; `null`: no more. */
  | { readonly type: 'wake'; readonly at: number | null };

/** What is said to the page, as an event of that name. */
export type Announcement =
  | { readonly name: 'kyc-state-change'; readonly previousState: KycState }
  | { readonly name: 'kyc-opened' | 'kyc-submitted' | 'kyc-canceled' | 'kyc-pending' }
  | {
      readonly name: 'kyc-verified' | 'kyc-rejected' | 'kyc-resubmission' | 'kyc-expired';
      readonly reasons: readonly string[];
      readonly retryAt: string | null;
    }
  | { readonly name: 'kyc-stalled'; readonly reason: StallReason }
  | { readonly name: 'kyc-error'; readonly error: KycError };

/** The answer to one event: the flow after it, and what only this event asks for. */
export interface Step {
  readonly flow: Flow;
  /** Before anything else. */
  readonly first?: readonly Effect[];
  /** Told to the page, after the change of state. */
  readonly say?: readonly Announcement[];
  /** After all else. */
  readonly then?: readonly Effect[];
  /** The element is gone: nobody is told. */
  readonly silent?: boolean;
}

/**
 * The effects of a step. What runs on over time (exchange, frame, reads, the timer) is derived from the flow alone and
 * compared, so that each starts once and stops once. First what must end, then what the page hears, then what begins.
 */
export function effectsBetween(before: Flow, step: Step): readonly Effect[] {
  const { flow, first = [], say = [], then = [], silent = false } = step;
  const was = activitiesOf(before);
  const is = activitiesOf(flow);
  const effects: Effect[] = [...first];
  if (was.exchange && !is.exchange) effects.push({ type: 'abort-exchange' });
  if (was.frame && !is.frame) effects.push({ type: 'close-frame' });
  if (was.left && !is.left) effects.push({ type: 'stay' });
  if (was.open && !is.open) effects.push({ type: 'mark-at-end', open: false });
  if (was.session && !is.session) effects.push({ type: 'release' });
  if (was.since !== null && is.since === null) effects.push({ type: 'follow', since: null });
  if (was.wakeAt !== is.wakeAt) effects.push({ type: 'wake', at: is.wakeAt });
  if (!silent && before.screen.name !== flow.screen.name) {
    effects.push({ type: 'announce', event: { name: 'kyc-state-change', previousState: before.screen.name } });
  }
  for (const event of say) effects.push({ type: 'announce', event });
  if (is.session && !was.session) effects.push({ type: 'reserve' });
  if (is.exchange && !was.exchange) effects.push({ type: 'exchange', leaves: leavesFrom(flow), inspects: !flow.waived });
  if (is.open && !was.open) effects.push({ type: 'mark-at-end', open: true });
  if (is.frame && !was.frame) effects.push({ type: 'open-frame' });
  if (is.left && !was.left) effects.push({ type: 'leave' });
  if (is.since !== null && was.since !== is.since) effects.push({ type: 'follow', since: is.since });
  effects.push(...then);
  return effects;
}

function leavesFrom({ screen }: Flow): boolean {
  return screen.name === 'requesting' ? screen.leaves : screen.name === 'verifying' && screen.left;
}

interface Activities {
  readonly session: boolean;
  readonly exchange: boolean;
  readonly frame: boolean;
  readonly left: boolean;
  readonly open: boolean;
  readonly since: number | null;
  readonly wakeAt: number | null;
}

function activitiesOf(flow: Flow): Activities {
  const name = flow.preview ? null : flow.screen.name;
  const leaves = leavesFrom(flow);
  return {
    session: name === 'requesting' || name === 'verifying',
    exchange: name === 'requesting',
    frame: name === 'verifying' && !leaves,
    left: name === 'verifying' && leaves,
    open: name === 'verifying' && flow.attempt.submittedAt === null,
    since: name === null ? null : followedSince(flow),
    wakeAt: name === null ? null : wakeTime(flow),
  };
}

/** Since when the wait for an answer counts, where the status is read on by itself; else `null`. */
function followedSince({ screen, attempt, unfinished, elsewhere, warning }: Flow): number | null {
  switch (screen.name) {
    case 'guidance':
      // A warning sends users to another browser or device.
      return unfinished || elsewhere || screen.away || warning !== null ? screen.since : null;
    case 'verifying':
      return waitsSince(attempt, screen);
    case 'reviewing':
      return readsOn(screen) ? waitsSince(attempt, screen) : null;
    default:
      return null;
  }
}

/** When the flow changes by itself, if it does. */
function wakeTime(flow: Flow): number | null {
  const { screen } = flow;
  switch (screen.name) {
    case 'checking':
      return screen.since + CHECKING_LIMIT;
    case 'requesting':
      return screen.slow ? null : screen.since + SLOW_AFTER;
    case 'verifying':
      return heldAnswerDue(flow.attempt, screen);
    case 'rejected':
      return screen.heldUntil;
    default:
      return null;
  }
}
