import 'kyc-verification/vue';
import type { GlobalComponents, VNode } from 'vue';

const isNew: boolean = Math.random() > 0.5;
const id: string | undefined = isNew ? 'US_1' : undefined;

export const right: readonly VNode[] = [
  <kyc-verification key="a" class="wide" style={{ margin: 0 }} onboarding-id={id} endpoint="/api/kyc" lang="de" />,
  <kyc-verification onboarding-id-from="query:id" endpoint="/api/kyc" credentials="include" session-hosts="*.veriff.com" reverify />,
  <kyc-verification proof-of-address={isNew || undefined} documents="passport national-id" region="us" presentation={isNew ? 'embedded' : 'redirect'} />,
  <kyc-verification poll-interval={10} handover-url="/phone" continue-url="/next" preview="verified" />,
  <kyc-verification headers={async () => ({ Authorization: 'Bearer a' })} />,
  <kyc-verification
    onKycStart={(event) => event.preventDefault()}
    onKycVerified={({ detail }) => detail.reasons.map((reason) => reason.toUpperCase())}
    onKycError={({ detail }) => detail.code === 'network' && detail.retryable}
  />,
];

export const wrong: readonly VNode[] = [
  // @ts-expect-error -- not a way to show Veriff
  <kyc-verification presentation="popup" />,
  // @ts-expect-error -- Vue would write `false` as text, which is on
  <kyc-verification reverify={isNew} />,
  // @ts-expect-error -- an id is text
  <kyc-verification onboarding-id={5} />,
  // @ts-expect-error -- no header
  <kyc-verification headers={5} />,
  // @ts-expect-error -- no attribute
  <kyc-verification endpoints="/api/kyc" />,
  // @ts-expect-error -- no event
  <kyc-verification onKycDone={() => undefined} />,
  // @ts-expect-error -- Veriff tells nobody why
  <kyc-verification onKycOpened={({ detail }) => detail.reasons} />,
];

/** What checkers of templates make of `<kyc-verification :onboarding-id="id" reverify="" @kyc-error="…" />`. */
type Props = InstanceType<GlobalComponents['kyc-verification']>['$props'];
export const template: readonly Props[] = [
  { onboardingId: id, onboardingIdFrom: 'query:id', endpoint: '/api/kyc', reverify: '', proofOfAddress: true, pollInterval: '10', sessionHosts: '*.veriff.com' },
  { onKycError: ({ detail }) => detail.code === 'network', headers: { 'X-CSRF-Token': 'a' }, class: 'wide', continueUrl: '/next', handoverUrl: '/phone' },
  // @ts-expect-error -- an id is text
  { onboardingId: 5 },
  // @ts-expect-error -- a number is meant
  { pollInterval: 'often' },
  // @ts-expect-error -- Vue would write `false` as text
  { proofOfAddress: isNew },
  // @ts-expect-error -- no event
  { onKycDone: () => undefined },
  // @ts-expect-error -- Veriff tells nobody why
  { onKycOpened: ({ detail }) => detail.reasons },
];
