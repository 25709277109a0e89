import 'kyc-verification/preact';
import type { KycVerificationElement } from 'kyc-verification';
import { createRef, type VNode } from 'preact';

const element = createRef<KycVerificationElement>();
const isNew: boolean = Math.random() > 0.5;
const id: string | undefined = isNew ? 'US_1' : undefined;

export const right: readonly VNode[] = [
  <kyc-verification ref={element} key="a" class="wide" style={{ margin: 0 }} Onboarding-id={id} endpoint="/api/kyc" lang="de" />,
  <kyc-verification Onboarding-id-from="query:id" endpoint="/api/kyc" credentials="include" session-hosts="*.veriff.com" reverify />,
  <kyc-verification reverify={isNew} proof-of-address={isNew} documents="passport national-id" region="us" presentation={isNew ? 'embedded' : 'redirect'} />,
  <kyc-verification poll-interval={10} handover-url="/phone" continue-url="/next" preview="verified"><p slot="footer">Help</p></kyc-verification>,
  <kyc-verification headers={async () => ({ Authorization: 'Bearer a' })} />,
  <kyc-verification
    onkyc-start={(event) => event.preventDefault()}
    onkyc-verified={({ detail }) => detail.reasons.map((reason) => reason.toUpperCase())}
    onkyc-error={({ detail }) => detail.code === 'network' && detail.retryable}
  />,
];

export const wrong: readonly VNode[] = [
  // @ts-expect-error -- Preact takes it for an event
  <kyc-verification onboarding-id="US_1" />,
  // @ts-expect-error -- the same
  <kyc-verification onboarding-id-from="query:id" />,
  // @ts-expect-error -- the same
  <kyc-verification onboardingId="US_1" />,
  // @ts-expect-error -- an id is text
  <kyc-verification Onboarding-id={5} />,
  // @ts-expect-error -- not a way to show Veriff
  <kyc-verification presentation="popup" />,
  // @ts-expect-error -- a number is meant
  <kyc-verification poll-interval="often" />,
  // @ts-expect-error -- no header
  <kyc-verification headers={5} />,
  // @ts-expect-error -- no attribute
  <kyc-verification endpoints="/api/kyc" />,
  // @ts-expect-error -- Veriff tells nobody why
  <kyc-verification onkyc-opened={({ detail }) => detail.reasons} />,
  // @ts-expect-error -- no such code
  <kyc-verification onkyc-error={({ detail }) => detail.code === 'nonsense'} />,
];
