import type { StatusAnswer } from '../../../src/core/contract.js';
import type { EnvironmentWarning } from '../../../src/core/environment.js';
import { kycError, type KycErrorCode } from '../../../src/core/errors.js';
import type { FlowEvent, FrameMessage } from '../../../src/core/flow-events.js';
import type { KycState, VerificationState } from '../../../src/core/names.js';

/** What comes from elsewhere or no longer belongs to anything: answers of old reads, messages after the end, timers that fire too early. */
export type Stray =
  | { readonly kind: 'reading'; readonly state: VerificationState | null; readonly age: number }
  | { readonly kind: 'failure'; readonly code: KycErrorCode; readonly age: number }
  | { readonly kind: 'message'; readonly message: FrameMessage }
  /** Another tab opens Veriff for the same verification, or closes it. */
  | { readonly kind: 'elsewhere'; readonly open: boolean }
  | { readonly kind: 'warning'; readonly warning: EnvironmentWarning; readonly away: boolean }
  | { readonly kind: 'session' | 'exchange-failure' | 'frame-failure' | 'wake' | 'return' };

/** Where the flow stands when a stray comes. */
export interface Moment {
  readonly state: KycState;
  readonly hasFrame: boolean;
  /** The browser was led to Veriff's own page. */
  readonly hasLeft: boolean;
  /** What the server would say. */
  readonly status: StatusAnswer;
  /** When the read was sent whose answer was taken last. */
  readonly lastSentAt: number;
  readonly at: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The event of a stray; `null` where it would not be one, since what it belongs to is there. */
export function strayEvent(stray: Stray, { state, hasFrame, hasLeft, status, lastSentAt, at, now }: Moment): FlowEvent | null {
  switch (stray.kind) {
    case 'reading': {
      const sentAt = at - stray.age;
      const event = { type: 'reading', status: { ...status, verificationState: stray.state }, sentAt, at, now } as const;
      return sentAt < lastSentAt ? event : null;
    }
    case 'failure': {
      const sentAt = at - stray.age;
      return sentAt < lastSentAt ? { type: 'read-failed', error: kycError(stray.code, 'status'), sentAt, at } : null;
    }
    case 'message':
      return hasFrame ? null : { type: 'frame-message', message: stray.message, at };
    case 'frame-failure':
      return state === 'verifying' ? null : { type: 'frame-failed', code: 'frame-timeout', at };
    case 'warning':
      return state === 'requesting' ? null : { type: 'warned', warning: stray.warning, away: stray.away, at };
    case 'return':
      return hasLeft ? null : { type: 'returned', at };
    case 'session':
      return state === 'requesting' ? null : { type: 'session', at };
    case 'exchange-failure':
      return state === 'requesting' ? null : { type: 'exchange-failed', error: kycError('network', 'exchange'), at };
    case 'elsewhere':
      return { type: 'elsewhere', open: stray.open };
    case 'wake':
      return { type: 'woken', at };
  }
}
