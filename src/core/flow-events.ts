import type { StatusAnswer } from './contract.js';
import type { EnvironmentWarning } from './environment.js';
import type { KycError, KycErrorCode } from './errors.js';
import type { Notice, Screen } from './flow.js';

/** What can happen to a flow. `at` is the flow's clock in milliseconds, `now` the device's since the epoch. */
export type FlowEvent =
  /** The element has what it needs; `leftOpen`: the page before it in this tab ended in mid-flow. */
  | { readonly type: 'configured'; readonly at: number; readonly reverify: boolean; readonly leftOpen?: boolean }
  | { readonly type: 'unconfigured'; readonly missing: readonly string[] }
  | { readonly type: 'misconfigured' }
  | { readonly type: 'previewed'; readonly screen: Screen }
  | { readonly type: 'removed' }
  /** The user, or the page, asks; `leaves`: by Veriff's own page instead of a frame. */
  | { readonly type: 'start'; readonly leaves?: boolean }
  | { readonly type: 'start-accepted'; readonly at: number; readonly blocked: KycErrorCode | null; readonly leaves?: boolean }
  /** Before the session is asked for: this may keep it from working. `away`: the code for the phone helps. */
  | { readonly type: 'warned'; readonly warning: EnvironmentWarning; readonly away: boolean; readonly at: number }
  /** The user goes on on a phone, or here after all. */
  | { readonly type: 'handed-over'; readonly away: boolean; readonly at: number }
  /** The browser, which had left for Veriff's page, shows this one again as it was. */
  | { readonly type: 'returned'; readonly at: number }
  /** The browser has not left yet: once more. */
  | { readonly type: 'leave-again' }
  /** Something that the element did by itself was asked for. */
  | { readonly type: 'told'; readonly notice: Notice }
  | { readonly type: 'check' }
  | { readonly type: 'close'; readonly at: number }
  /** The endpoint answers. */
  | { readonly type: 'session'; readonly at: number }
  | { readonly type: 'exchange-failed'; readonly error: KycError; readonly at: number }
  | Reading
  | { readonly type: 'read-failed'; readonly error: KycError; readonly sentAt: number; readonly at: number }
  /** Veriff's frame hints. */
  | { readonly type: 'frame-message'; readonly message: FrameMessage; readonly at: number }
  | { readonly type: 'frame-failed'; readonly code: KycErrorCode; readonly at: number }
  /** Another tab of this browser has opened Veriff for the same verification, or has it no longer. */
  | { readonly type: 'elsewhere'; readonly open: boolean }
  /** The time that the effect `wake` named has come; or a stream that has nothing to say shows that time passes. */
  | { readonly type: 'woken'; readonly at: number };

export type FlowEventType = FlowEvent['type'];
export type FlowEventOf<T extends FlowEventType> = Extract<FlowEvent, { type: T }>;

/** An answer of the endpoint to a status read that was sent at `sentAt`. */
export interface Reading {
  readonly type: 'reading';
  readonly status: StatusAnswer;
  readonly sentAt: number;
  readonly at: number;
  readonly now: number;
}

/** What Veriff's frame says, without the vendor's prefix. */
export type FrameMessage = 'handshake' | 'started' | 'submitted' | 'finished' | 'canceled';
