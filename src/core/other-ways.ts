import type { Step } from './effects.js';
import type { FlowEventOf } from './flow-events.js';
import type { Flow } from './flow.js';
import { checking, guidance, show } from './moves.js';
import { isUntold } from './verdict.js';

/** Moves for where the page, the browser or the device is in the way of Veriff: other ways to get there. */

/**
 * Told before a session is spent, and never in the way: the next start goes on. What was in review before that start, or is
 * PENDING by the server's word, is read on meanwhile, and the user can ask for it. A verdict that came just then is asked for again.
 */
export function warn(flow: Flow, { warning, away, at }: FlowEventOf<'warned'>): Step {
  const { screen, lastSeen } = flow;
  const wasInReview = screen.name === 'requesting' && screen.back.name === 'reviewing';
  const unfinished = flow.unfinished || wasInReview || lastSeen?.verificationState === 'PENDING';
  return {
    flow: { ...show(flow, { ...guidance(at), away }), warning, unfinished },
    then: isUntold(flow) ? [{ type: 'read', anew: false }] : [],
  };
}

/** The user goes on on a phone, while the status is followed here; or here after all, when documents may have been sent there. */
export function handOver(flow: Flow, { away, at }: FlowEventOf<'handed-over'>): Step {
  const { screen } = flow;
  if (screen.name !== 'guidance' || screen.away === away) return { flow };
  return {
    flow: { ...flow, notice: null, screen: { ...screen, away, since: at } },
    then: away ? [] : [{ type: 'read', anew: true }],
  };
}

/** Back from Veriff's page the server says how things stand, as on a page that has just been loaded: nobody else knows. */
export function comeBack(flow: Flow, { at }: FlowEventOf<'returned'>): Step {
  const { screen } = flow;
  if (screen.name !== 'verifying' || !screen.left) return { flow };
  return { flow: show(flow, checking(at)), then: [{ type: 'read', anew: true }] };
}

export function leaveAgain(flow: Flow): Step {
  const { screen } = flow;
  return screen.name === 'verifying' && screen.left ? { flow, then: [{ type: 'leave' }] } : { flow };
}

export function tell(flow: Flow, { notice }: FlowEventOf<'told'>): Step {
  return { flow: { ...flow, notice, told: flow.told + 1 } };
}
