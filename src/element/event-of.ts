import type { Announcement } from '../core/effects.js';
import type { Flow } from '../core/flow.js';
import {
  KycCanceledEvent,
  KycErrorEvent,
  KycExpiredEvent,
  KycOpenedEvent,
  KycPendingEvent,
  KycRejectedEvent,
  KycResubmissionEvent,
  KycStalledEvent,
  KycStateChangeEvent,
  KycSubmittedEvent,
  KycVerifiedEvent,
  type KycEventDetail,
} from './events.js';

/** The event that an announcement of the flow is told by. */
export function eventOf(announcement: Announcement, flow: Flow, onboardingId: string): Event {
  const detail = detailOf(flow, onboardingId);
  switch (announcement.name) {
    case 'kyc-state-change':
      return new KycStateChangeEvent({ ...detail, previousState: announcement.previousState });
    case 'kyc-opened':
      return new KycOpenedEvent(detail);
    case 'kyc-submitted':
      return new KycSubmittedEvent(detail);
    case 'kyc-canceled':
      return new KycCanceledEvent(detail);
    case 'kyc-pending':
      return new KycPendingEvent(detail);
    case 'kyc-verified':
      return new KycVerifiedEvent({ ...detail, ...verdictOf(announcement) });
    case 'kyc-rejected':
      return new KycRejectedEvent({ ...detail, ...verdictOf(announcement) });
    case 'kyc-resubmission':
      return new KycResubmissionEvent({ ...detail, ...verdictOf(announcement) });
    case 'kyc-expired':
      return new KycExpiredEvent({ ...detail, ...verdictOf(announcement) });
    case 'kyc-stalled':
      return new KycStalledEvent({ ...detail, reason: announcement.reason });
    case 'kyc-error':
      return new KycErrorEvent({ ...detail, ...announcement.error });
  }
}

export function detailOf({ screen, verificationState }: Flow, onboardingId: string): KycEventDetail {
  return { onboardingId, state: screen.name, verificationState };
}

function verdictOf({ reasons, retryAt }: { readonly reasons: readonly string[]; readonly retryAt: string | null }) {
  return { reasons: Object.freeze([...reasons]), retryAt };
}
