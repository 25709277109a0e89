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
  /** Codes of `Reason`; unknown ones may occur. */
  readonly reasons: readonly string[];
  /** ISO 8601. */
  readonly retryAt: string | null;
}
export interface KycStalledDetail extends KycEventDetail {
  readonly reason: StallReason;
}
export type KycErrorDetail = KycEventDetail & KycError;

/** An event of the element: bubbles, crosses shadow roots, and its detail is frozen. */
export abstract class KycEvent<N extends string, D extends KycEventDetail = KycEventDetail> extends CustomEvent<D> {
  declare readonly type: N;

  constructor(name: N, detail: D, cancelable = false) {
    super(name, { bubbles: true, composed: true, cancelable, detail });
    Object.freeze(detail);
  }
}

/** `state` changed: every change, in order. */
export class KycStateChangeEvent extends KycEvent<'kyc-state-change', KycStateChangeDetail> {
  constructor(detail: KycStateChangeDetail) {
    super('kyc-state-change', detail);
  }
}

/** A start was asked for; `preventDefault()` stays in the present state. */
export class KycStartEvent extends KycEvent<'kyc-start'> {
  constructor(detail: KycEventDetail) {
    super('kyc-start', detail, true);
  }
}

/** Veriff's frame answered; once per attempt. */
export class KycOpenedEvent extends KycEvent<'kyc-opened'> {
  constructor(detail: KycEventDetail) {
    super('kyc-opened', detail);
  }
}

/** Veriff said that the documents are sent: a hint, not a verdict. */
export class KycSubmittedEvent extends KycEvent<'kyc-submitted'> {
  constructor(detail: KycEventDetail) {
    super('kyc-submitted', detail);
  }
}

/** The user closed Veriff before sending anything. */
export class KycCanceledEvent extends KycEvent<'kyc-canceled'> {
  constructor(detail: KycEventDetail) {
    super('kyc-canceled', detail);
  }
}

/** The server confirmed the submission: registration may go on. */
export class KycPendingEvent extends KycEvent<'kyc-pending'> {
  constructor(detail: KycEventDetail) {
    super('kyc-pending', detail);
  }
}

/** The server's verdict: verified. */
export class KycVerifiedEvent extends KycEvent<'kyc-verified', KycVerdictDetail> {
  constructor(detail: KycVerdictDetail) {
    super('kyc-verified', detail);
  }
}

/** The server's verdict: not verified. */
export class KycRejectedEvent extends KycEvent<'kyc-rejected', KycVerdictDetail> {
  constructor(detail: KycVerdictDetail) {
    super('kyc-rejected', detail);
  }
}

/** The server's verdict: something is missing or unreadable. */
export class KycResubmissionEvent extends KycEvent<'kyc-resubmission', KycVerdictDetail> {
  constructor(detail: KycVerdictDetail) {
    super('kyc-resubmission', detail);
  }
}

/** The server's verdict: the session ran out or was abandoned. */
export class KycExpiredEvent extends KycEvent<'kyc-expired', KycVerdictDetail> {
  constructor(detail: KycVerdictDetail) {
    super('kyc-expired', detail);
  }
}

/** The result can't be followed further by itself; the state stays `reviewing`. */
export class KycStalledEvent extends KycEvent<'kyc-stalled', KycStalledDetail> {
  constructor(detail: KycStalledDetail) {
    super('kyc-stalled', detail);
  }
}

/** `state` became `failed`. */
export class KycErrorEvent extends KycEvent<'kyc-error', KycErrorDetail> {
  constructor(detail: KycErrorDetail) {
    super('kyc-error', detail);
  }
}

/** The class of each event, by its name: the one list of them. */
const CLASSES = {
  'kyc-state-change': KycStateChangeEvent,
  'kyc-start': KycStartEvent,
  'kyc-opened': KycOpenedEvent,
  'kyc-submitted': KycSubmittedEvent,
  'kyc-canceled': KycCanceledEvent,
  'kyc-pending': KycPendingEvent,
  'kyc-verified': KycVerifiedEvent,
  'kyc-rejected': KycRejectedEvent,
  'kyc-resubmission': KycResubmissionEvent,
  'kyc-expired': KycExpiredEvent,
  'kyc-stalled': KycStalledEvent,
  'kyc-error': KycErrorEvent,
};

/** All events, by their names. */
export type KycEvents = { [N in keyof typeof CLASSES]: InstanceType<(typeof CLASSES)[N]> };
export type KycEventName = keyof KycEvents;

/** The detail of each event, by its name. */
export type KycEventDetails = { [N in KycEventName]: KycEvents[N]['detail'] };

/** The names of all events. */
export const EVENT_NAMES = /* @__PURE__ */ Object.keys(CLASSES) as readonly KycEventName[];

/** With these, `addEventListener` of every element knows the events. */
declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how a map is extended
  interface HTMLElementEventMap extends KycEvents {}
}
