import type { FlowEvent } from '../../../src/core/flow-events.js';
import { sampleScreen } from '../../../src/core/preview.js';
import type { Act } from './acts.js';
import type { Held } from './session.js';

/** An act that is an event of the flow, and nothing else. */
export type PlainAct = Extract<
  Act,
  {
    do:
      | 'check'
      | 'close'
      | 'hand-over'
      | 'leave-again'
      | 'returned'
      | 'told'
      | 'frame-says'
      | 'frame-fails'
      | 'configure'
      | 'preview'
      | 'unconfigure'
      | 'misconfigure'
      | 'remove';
  }
>;

/** The event of an act; `null` where there is nothing that it could come from. */
export function eventOf(act: PlainAct, at: number, has: (what: Held) => boolean): FlowEvent | null {
  switch (act.do) {
    case 'check':
    case 'leave-again':
      return { type: act.do };
    case 'close':
      return { type: 'close', at };
    case 'hand-over':
      return { type: 'handed-over', away: act.away, at };
    case 'returned':
      return has('departure') ? { type: 'returned', at } : null;
    case 'told':
      return { type: 'told', notice: act.notice };
    case 'frame-says':
      return has('frame') ? { type: 'frame-message', message: act.message, at } : null;
    case 'frame-fails':
      // A page can have taken away what leaving it needs.
      return has('frame') || has('departure') ? { type: 'frame-failed', code: act.code, at } : null;
    case 'configure':
      return { type: 'configured', at, reverify: act.reverify, leftOpen: act.leftOpen };
    case 'preview':
      return { type: 'previewed', screen: sampleScreen(act.state) };
    case 'unconfigure':
      return { type: 'unconfigured', missing: ['endpoint'] };
    case 'misconfigure':
      return { type: 'misconfigured' };
    case 'remove':
      return { type: 'removed' };
  }
}
