import 'kyc-verification/solid';
import type { KycVerificationElement } from 'kyc-verification';
import type { JSX } from 'solid-js';

let element: KycVerificationElement | undefined;
const isNew = (): boolean => Math.random() > 0.5;
const id = (): string | undefined => (isNew() ? 'US_1' : undefined);

export const right: readonly JSX.Element[] = [
  <kyc-verification ref={element} class="wide" style={{ margin: 0 }} attr:onboarding-id={id()} endpoint="/api/kyc" lang="de" />,
  <kyc-verification attr:onboarding-id-from="query:id" attr:endpoint="/api/kyc" credentials="include" session-hosts="*.veriff.com" reverify />,
  <kyc-verification bool:reverify={isNew()} bool:proof-of-address={isNew()} documents="passport national-id" region="us" attr:presentation="redirect" />,
  <kyc-verification poll-interval={10} handover-url="/phone" continue-url="/next" preview="verified"><p slot="footer">Help</p></kyc-verification>,
  <kyc-verification reverify={isNew() || undefined} prop:reverify={isNew()} prop:onboardingId={id()} prop:documents={['passport']} prop:pollInterval={10} />,
  <kyc-verification prop:headers={async () => ({ Authorization: 'Bearer a' })} />,
  <kyc-verification
    on:kyc-start={(event) => event.preventDefault()}
    on:kyc-verified={({ detail }) => detail.reasons.map((reason) => reason.toUpperCase())}
    on:kyc-error={({ detail }) => detail.code === 'network' && detail.retryable}
  />,
];

export const wrong: readonly JSX.Element[] = [
  // @ts-expect-error -- Solid takes it for an event
  <kyc-verification onboarding-id={id()} />,
  // @ts-expect-error -- the same
  <kyc-verification onboarding-id-from="query:id" />,
  // @ts-expect-error -- an id is text
  <kyc-verification attr:onboarding-id={5} />,
  // @ts-expect-error -- a server would write it as text
  <kyc-verification reverify={isNew()} />,
  // @ts-expect-error -- only flags are on or off
  <kyc-verification bool:reverify="yes" />,
  // @ts-expect-error -- not a way to show Veriff
  <kyc-verification presentation="popup" />,
  // @ts-expect-error -- the same
  <kyc-verification attr:presentation="popup" />,
  // @ts-expect-error -- the same
  <kyc-verification prop:presentation="popup" />,
  // @ts-expect-error -- a number is meant
  <kyc-verification prop:pollInterval="10" />,
  // @ts-expect-error -- no header
  <kyc-verification prop:headers={5} />,
  // @ts-expect-error -- no attribute
  <kyc-verification endpoints="/api/kyc" />,
  // @ts-expect-error -- no property
  <kyc-verification prop:endpoints="/api/kyc" />,
  // @ts-expect-error -- Veriff tells nobody why
  <kyc-verification on:kyc-opened={({ detail }) => detail.reasons} />,
  // @ts-expect-error -- no such code
  <kyc-verification on:kyc-error={({ detail }) => detail.code === 'nonsense'} />,
];
