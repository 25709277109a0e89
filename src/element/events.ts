import type { KycError } from '../core/errors.js';
import type { KycState, StallReason, VerificationState } from '../core/names.js';

/** What every event tells. Never a session URL, a token, or another field of the server's body. */
export interface KycEventDetail {
  readonly onboardingId: string;
  readonly state: KycState;
  /** The last one that the server said. */
  readonly verificationState: VerificationState | undefined;
}
export interface KycStateChangeDetail extends KycEventDetail {
  readonly previousState: KycState;
}
export interface KycVerdictDetail extends KycEventDetail {
  /** Codes of contract section 6; unknown ones may occur. */
  readonly reasons: readonly string[];
  /** ISO 8601. */
  readonly retryAt: string | null;
}
export interface KycStalledDetail extends KycEventDetail {
  readonly reason: StallReason;
}
export type KycErrorDetail = KycEventDetail & KycError;

/** The detail of each event, by its name. */
export interface KycEventDetails {
  'kyc-state-change': KycStateChangeDetail;
  'kyc-start': KycEventDetail;
  'kyc-opened': KycEventDetail;
  'kyc-submitted': KycEventDetail;
  'kyc-canceled': KycEventDetail;
  'kyc-pending': KycEventDetail;
  'kyc-verified': KycVerdictDetail;
  'kyc-rejected': KycVerdictDetail;
  'kyc-resubmission': KycVerdictDetail;
  'kyc-expired': KycVerdictDetail;
  'kyc-stalled': KycStalledDetail;
  'kyc-error': KycErrorDetail;
}
export type KycEventName = keyof KycEventDetails;

/** The names of all events. */
export const EVENT_NAMES = [
  'kyc-state-change',
  'kyc-start',
  'kyc-opened',
  'kyc-submitted',
  'kyc-canceled',
  'kyc-pending',
  'kyc-verified',
  'kyc-rejected',
  'kyc-resubmission',
  'kyc-expired',
  'kyc-stalled',
  'kyc-error',
] as const satisfies readonly KycEventName[];

/** An event of the element: bubbles, crosses shadow roots, and its detail is frozen. */
export abstract class KycEvent<N extends KycEventName> extends CustomEvent<KycEventDetails[N]> {
  declare readonly type: N;

  constructor(name: N, detail: KycEventDetails[N], cancelable = false) {
    super(name, { bubbles: true, composed: true, cancelable, detail });
    Object.freeze(detail);
  }
}

/** `state` changed: every change, in order. */
export class KycStateChangeEvent extends KycEvent<'kyc-state-change'> {
  constructor(detail: KycEventDetails['kyc-state-change']) {
    super('kyc-state-change', detail);
  }
}

/** A start was asked for; `preventDefault()` stays in the present state. */
export class KycStartEvent extends KycEvent<'kyc-start'> {
  constructor(detail: KycEventDetails['kyc-start']) {
    super('kyc-start', detail, true);
  }
}

/** Veriff's frame answered; once per attempt. */
export class KycOpenedEvent extends KycEvent<'kyc-opened'> {
  constructor(detail: KycEventDetails['kyc-opened']) {
    super('kyc-opened', detail);
  }
}

/** Veriff said that the documents are sent: a hint, not a verdict. */
export class KycSubmittedEvent extends KycEvent<'kyc-submitted'> {
  constructor(detail: KycEventDetails['kyc-submitted']) {
    super('kyc-submitted', detail);
  }
}

/** The user closed Veriff before sending anything. */
export class KycCanceledEvent extends KycEvent<'kyc-canceled'> {
  constructor(detail: KycEventDetails['kyc-canceled']) {
    super('kyc-canceled', detail);
  }
}

/** The server confirmed the submission: registration may go on. */
export class KycPendingEvent extends KycEvent<'kyc-pending'> {
  constructor(detail: KycEventDetails['kyc-pending']) {
    super('kyc-pending', detail);
  }
}

/** The server's verdict: verified. */
export class KycVerifiedEvent extends KycEvent<'kyc-verified'> {
  constructor(detail: KycEventDetails['kyc-verified']) {
    super('kyc-verified', detail);
  }
}

/** The server's verdict: not verified. */
export class KycRejectedEvent extends KycEvent<'kyc-rejected'> {
  constructor(detail: KycEventDetails['kyc-rejected']) {
    super('kyc-rejected', detail);
  }
}

/** The server's verdict: something is missing or unreadable. */
export class KycResubmissionEvent extends KycEvent<'kyc-resubmission'> {
  constructor(detail: KycEventDetails['kyc-resubmission']) {
    super('kyc-resubmission', detail);
  }
}

/** The server's verdict: the session ran out or was abandoned. */
export class KycExpiredEvent extends KycEvent<'kyc-expired'> {
  constructor(detail: KycEventDetails['kyc-expired']) {
    super('kyc-expired', detail);
  }
}

/** The result can't be followed further by itself; the state stays `reviewing`. */
export class KycStalledEvent extends KycEvent<'kyc-stalled'> {
  constructor(detail: KycEventDetails['kyc-stalled']) {
    super('kyc-stalled', detail);
  }
}

/** `state` became `failed`. */
export class KycErrorEvent extends KycEvent<'kyc-error'> {
  constructor(detail: KycEventDetails['kyc-error']) {
    super('kyc-error', detail);
  }
}

/** With these, `addEventListener` of every element knows the events. */
declare global {
  interface HTMLElementEventMap {
    'kyc-state-change': KycStateChangeEvent;
    'kyc-start': KycStartEvent;
    'kyc-opened': KycOpenedEvent;
    'kyc-submitted': KycSubmittedEvent;
    'kyc-canceled': KycCanceledEvent;
    'kyc-pending': KycPendingEvent;
    'kyc-verified': KycVerifiedEvent;
    'kyc-rejected': KycRejectedEvent;
    'kyc-resubmission': KycResubmissionEvent;
    'kyc-expired': KycExpiredEvent;
    'kyc-stalled': KycStalledEvent;
    'kyc-error': KycErrorEvent;
  }
}
