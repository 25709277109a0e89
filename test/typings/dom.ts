import 'kyc-verification/define';
import type { KycVerifiedEvent } from 'kyc-verification';

/**
 * Plain TypeScript, and what Angular's compiler makes of a template under `strictTemplates`: of `<kyc-verification (kyc-error)="…" />` an
 * element by its tag, and a listener that `addEventListener` types.
 */
const element = document.createElement('kyc-verification');
const goOn = (event: KycVerifiedEvent): string => event.detail.onboardingId;

element.onboardingId = 'US_1';
element.presentation = 'embedded';
element.documents = ['passport'];
element.headers = async () => ({ Authorization: 'Bearer a' });
element.addEventListener('kyc-verified', goOn);
element.addEventListener('kyc-error', ({ detail }) => detail.code === 'network' && detail.retryable);
document.body.addEventListener('kyc-stalled', ({ detail }) => detail.reason === 'deadline');
document.querySelector('kyc-verification')?.start();

// @ts-expect-error -- not a way to show Veriff
element.presentation = 'popup';
// @ts-expect-error -- not a state
element.preview = 'done';
// @ts-expect-error -- the element says it
element.state = 'verified';
// @ts-expect-error -- another event
element.addEventListener('kyc-error', goOn);
// @ts-expect-error -- no event of the element
element.addEventListener('kyc-done', goOn);
// @ts-expect-error -- Veriff tells nobody why
element.addEventListener('kyc-opened', ({ detail }) => detail.reasons);
