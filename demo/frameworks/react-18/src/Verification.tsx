import 'kyc-verification/define';
import 'kyc-verification/react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { KycErrorEvent, KycStartEvent, KycStateChangeEvent, KycVerificationElement, KycVerifiedEvent } from 'kyc-verification';

interface Props {
  onboardingId: string;
  hasConsent: boolean;
  onNews: (event: KycStateChangeEvent | KycErrorEvent | KycVerifiedEvent) => void;
  children: ReactNode;
}

/** Called for each request to your endpoint: the place for a token that changes. */
const headers = () => ({ 'x-partner': 'react-18' });

/** React 18 sets attributes alone: events and the property `headers` go through a ref. */
export function Verification({ onboardingId, hasConsent, onNews, children }: Props) {
  const element = useRef<KycVerificationElement>(null);

  // Before the browser paints, so that the headers are there for the first read; after each render, so that handlers know its values.
  useLayoutEffect(() => {
    const current = element.current!;
    const listening = new AbortController();
    const { signal } = listening;
    current.headers = headers;
    current.addEventListener('kyc-start', (event: KycStartEvent) => hasConsent || event.preventDefault(), { signal });
    current.addEventListener('kyc-state-change', onNews, { signal });
    current.addEventListener('kyc-error', onNews, { signal });
    current.addEventListener('kyc-verified', onNews, { signal });
    return () => listening.abort();
  });

  return (
    <kyc-verification ref={element} onboarding-id={onboardingId} endpoint="/api/kyc">
      {children}
    </kyc-verification>
  );
}
