import 'kyc-verification/react';
import type { KycVerificationElement } from 'kyc-verification';
import { createRef, type ComponentProps, type JSX } from 'react';

const element = createRef<KycVerificationElement>();
const isNew: boolean = Math.random() > 0.5;
const id: string | undefined = isNew ? 'US_1' : undefined;

export const right: readonly JSX.Element[] = [
  <kyc-verification ref={element} key="a" class="wide" style={{ margin: 0 }} slot="step" onboarding-id={id} endpoint="/api/kyc" lang="de" />,
  <kyc-verification onboarding-id-from="query:id" endpoint="/api/kyc" credentials="include" session-hosts="*.veriff.com" reverify />,
  <kyc-verification reverify={isNew} proof-of-address={isNew} documents="passport national-id" region="us" presentation={isNew ? 'embedded' : 'redirect'} />,
  <kyc-verification poll-interval={10} handover-url="/phone" continue-url="/next" preview="verified"><p slot="footer">Help</p></kyc-verification>,
  <kyc-verification poll-interval="10" headers={{ 'X-CSRF-Token': 'a' }} />,
  <kyc-verification headers={async () => ({ Authorization: 'Bearer a' })} />,
  <kyc-verification
    onkyc-start={(event) => event.preventDefault()}
    onkyc-verified={({ detail }) => detail.reasons.map((reason) => reason.toUpperCase())}
    onkyc-error={({ detail }) => detail.code === 'network' && detail.retryable}
    onkyc-state-change={({ detail }) => detail.previousState === 'idle'}
    onkyc-stalled={({ detail }) => detail.reason === 'deadline'}
  />,
];

export const wrong: readonly JSX.Element[] = [
  // @ts-expect-error -- not a way to show Veriff
  <kyc-verification presentation="popup" />,
  // @ts-expect-error -- not a region
  <kyc-verification region={id ?? 'mars'} />,
  // @ts-expect-error -- a word of `fetch`, but not of three
  <kyc-verification credentials="always" />,
  // @ts-expect-error -- not a state
  <kyc-verification preview="done" />,
  // @ts-expect-error -- a number is meant
  <kyc-verification poll-interval="often" />,
  // @ts-expect-error -- text would be on
  <kyc-verification reverify="false" />,
  // @ts-expect-error -- an id is text
  <kyc-verification onboarding-id={5} />,
  // @ts-expect-error -- no header
  <kyc-verification headers={5} />,
  // @ts-expect-error -- no attribute
  <kyc-verification endpoints="/api/kyc" />,
  // @ts-expect-error -- Veriff tells nobody why
  <kyc-verification onkyc-opened={({ detail }) => detail.reasons} />,
  // @ts-expect-error -- no such code
  <kyc-verification onkyc-error={({ detail }) => detail.code === 'nonsense'} />,
  // @ts-expect-error -- the property is set by its attribute
  <kyc-verification onboardingId="US_1" />,
  // @ts-expect-error -- React calls what is no function
  <kyc-verification onkyc-pending="go()" />,
];

export const Wrapped = (props: ComponentProps<'kyc-verification'>): JSX.Element => <kyc-verification endpoint="/api/kyc" {...props} />;
