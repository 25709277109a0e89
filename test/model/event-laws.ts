import type { KycEventName, KycVerificationElement } from '../../src/index.js';
import { SECRET } from './server.js';

const VERDICT = ['reasons', 'retryAt'];
const MORE: Readonly<Partial<Record<KycEventName, readonly string[]>>> = {
  'kyc-state-change': ['previousState'],
  'kyc-verified': VERDICT,
  'kyc-rejected': VERDICT,
  'kyc-resubmission': VERDICT,
  'kyc-expired': VERDICT,
  'kyc-stalled': ['reason'],
  'kyc-error': ['code', 'phase', 'retryable', 'action', 'httpStatus', 'retryAt'],
};

/** What is wrong with an event by section 5 of the contract, if anything is. */
export function eventFault(event: HTMLElementEventMap[KycEventName], element: KycVerificationElement): string | null {
  const { detail } = event;
  const name: KycEventName = event.type;
  if (!event.bubbles || !event.composed) return 'does not bubble out';
  if (event.cancelable !== (name === 'kyc-start')) return 'is cancelable, or kyc-start is not';
  if (!Object.isFrozen(detail) || Object.getPrototypeOf(detail) !== Object.prototype) return 'its detail is no frozen plain object';
  const expected = ['onboardingId', 'state', 'verificationState', ...(MORE[name] ?? [])].sort().join();
  if (Object.keys(detail).sort().join() !== expected) return `its detail has ${Object.keys(detail).join()}`;
  if (detail.state !== element.state) return `its detail says ${detail.state} in ${element.state}`;
  return JSON.stringify(detail).includes(SECRET) ? 'tells a secret' : null;
}
