import type { StatusAnswer } from './contract.js';
import type { KycError, KycErrorCode } from './errors.js';
import type { Screen } from './flow.js';

/** What can happen to a flow. `at` is the flow's clock in milliseconds, `now` the device's since the epoch. */
export type FlowEvent =
  /** The element has what it needs. */
  | { readonly type: 'configured'; readonly at: number; readonly reverify: boolean }
  | { readonly type: 'unconfigured'; readonly missing: readonly string[] }
  | { readonly type: 'misconfigured' }
  | { readonly type: 'previewed'; readonly screen: Screen }
  | { readonly type: 'removed' }
  /** The user, or the page, asks. */
  | { readonly type: 'start' }
  | { readonly type: 'start-accepted'; readonly at: number; readonly blocked: KycErrorCode | null }
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
