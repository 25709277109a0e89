import 'kyc-verification/react';
import type { KycVerificationElement } from 'kyc-verification';
import { createRef, type JSX } from 'react';

const element = createRef<KycVerificationElement>();
const isNew: boolean = Math.random() > 0.5;

export const right: readonly JSX.Element[] = [
  <kyc-verification ref={element} key="a" class="wide" onboarding-id="US_1" endpoint="/api/kyc" lang="de" reverify proof-of-address={isNew || undefined} />,
  <kyc-verification onboarding-id-from="query:id" credentials="include" session-hosts="*.veriff.com" documents="passport" region="us" />,
  <kyc-verification poll-interval={10} handover-url="/phone" continue-url="/next" preview="verified" presentation="embedded" />,
];

export const wrong: readonly JSX.Element[] = [
  // @ts-expect-error -- React 18 would write `false` as text, which is on
  <kyc-verification reverify={isNew} />,
  // @ts-expect-error -- the same
  <kyc-verification proof-of-address={false} />,
  // @ts-expect-error -- React 18 hears nothing
  <kyc-verification onkyc-verified={() => undefined} />,
  // @ts-expect-error -- React 18 sets no property
  <kyc-verification headers={{ 'X-CSRF-Token': 'a' }} />,
  // @ts-expect-error -- not a way to show Veriff
  <kyc-verification presentation="popup" />,
  // @ts-expect-error -- no attribute
  <kyc-verification endpoints="/api/kyc" />,
];

element.current?.addEventListener('kyc-verified', ({ detail }) => detail.reasons);
// @ts-expect-error -- not in the detail
element.current?.addEventListener('kyc-pending', ({ detail }) => detail.reasons);
