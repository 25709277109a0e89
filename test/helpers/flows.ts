import type { KycState, Verdict } from '../../src/core/names.js';
import { FlowRunner } from './flow-runner.js';

/** Flows that have come, the way a user does, to a state, at second 100. */

/** A page load whose first read found nothing yet. */
export const inGuidance = (): FlowRunner => new FlowRunner().configure().at(1).reads('UNVERIFIED', { updatedAt: 1 }).at(100);

export const inRequesting = (): FlowRunner => inGuidance().at(50).start().at(100);

/** Veriff is open since second 60, nothing sent yet. */
export const inVerifying = (): FlowRunner => inGuidance().at(50).start().at(60).session().at(61).hears('handshake').at(100);

/** The browser leaves for Veriff's own page since second 60. */
export const onVeriffsPage = (): FlowRunner => inGuidance().at(50).leave().at(60).session().at(100);

/** Sent at second 80; Veriff is still open. */
export const afterSubmitting = (): FlowRunner => inVerifying().at(80).hears('submitted').at(100);

/** Sent at second 80, Veriff closed. */
export const inReview = (): FlowRunner => inVerifying().at(80).hears('submitted', 'finished').at(100);

/** A page load whose first read found PENDING. */
export const inFreshReview = (): FlowRunner => new FlowRunner().configure().at(1).reads('PENDING', { updatedAt: 1 }).at(100);

/** A page load whose first read found that verdict. */
export const loadedWith = (verdict: Verdict, reverify = false): FlowRunner =>
  new FlowRunner().configure({ reverify }).at(1).reads(verdict, { updatedAt: 1 }).at(100);

/** The exchange failed for want of a network. */
export const inFailed = (): FlowRunner => inRequesting().exchangeFailed('network');

/** A retry after a rejection: sent at second 80, Veriff closed; the server still says REJECTED, as of `updatedAt`. */
export const inReviewOfRetry = (updatedAt: number | null): FlowRunner =>
  new FlowRunner()
    .configure()
    .at(1)
    .reads('REJECTED', { updatedAt })
    .at(50)
    .start()
    .at(60)
    .session()
    .at(80)
    .hears('submitted', 'finished')
    .at(100);

/** One way into each state. */
export const WAYS: { readonly [S in KycState]: () => FlowRunner } = {
  idle: () => new FlowRunner().at(100),
  checking: () => new FlowRunner().at(99).configure().at(100),
  guidance: inGuidance,
  requesting: inRequesting,
  verifying: inVerifying,
  reviewing: inReview,
  verified: () => loadedWith('VERIFIED'),
  rejected: () => loadedWith('REJECTED'),
  resubmission: () => loadedWith('RESUBMISSION_REQUESTED'),
  expired: () => loadedWith('EXPIRED'),
  failed: inFailed,
};
