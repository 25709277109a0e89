'use client';

import 'kyc-verification/react';
import { useEffect, useState } from 'react';
import type { KycErrorEvent, KycStartEvent, KycStateChangeEvent, KycVerificationElement, KycVerifiedEvent } from 'kyc-verification';
import { renderShadowRoot } from 'kyc-verification/ssr';

/** Called for each request to your endpoint: the place for a token that changes. */
const headers = () => ({ 'x-partner': 'next' });

export function Verification({ onboardingId }: { onboardingId: string }) {
  const [isShown, setShown] = useState(true);
  const [hasConsent, setConsent] = useState(false);
  const [isDone, setDone] = useState(false);
  const [heard, setHeard] = useState<readonly string[]>([]);

  // What is painted before any script. In the browser it is empty: there the HTML has become a shadow root, and React is to look for no template.
  const painted = renderShadowRoot({}, { lang: 'en' });

  function onStart(event: KycStartEvent) {
    if (!hasConsent) event.preventDefault();
  }

  function hear({ type }: KycStateChangeEvent | KycErrorEvent | KycVerifiedEvent) {
    setHeard((before) => [...before, type]);
  }

  function onVerified(event: KycVerifiedEvent) {
    hear(event);
    setDone(true);
  }

  // By a ref: React hydrates neither listeners nor properties of an element that the server has rendered.
  function connect(element: KycVerificationElement | null) {
    if (element === null) return;
    const listening = new AbortController();
    const { signal } = listening;
    element.headers = headers;
    element.addEventListener('kyc-start', onStart, { signal });
    element.addEventListener('kyc-state-change', hear, { signal });
    element.addEventListener('kyc-error', hear, { signal });
    element.addEventListener('kyc-verified', onVerified, { signal });
    return () => listening.abort();
  }

  // Only now: registered, the element asks at once, and needs the headers.
  useEffect(() => void import('kyc-verification/define'), []);

  return (
    <>
      {isShown && (
        <kyc-verification ref={connect} onboarding-id={onboardingId} endpoint="/api/kyc">
          {painted !== '' && <template {...{ shadowrootmode: 'open' }} dangerouslySetInnerHTML={{ __html: painted }} />}
          <a href="/help">Verify another way</a>
          <label slot="consent">
            <input id="consent" type="checkbox" checked={hasConsent} onChange={({ target }) => setConsent(target.checked)} /> I agree that my documents are checked
          </label>
          <p slot="footer">Questions? Call us on weekdays.</p>
        </kyc-verification>
      )}
      {isDone && <p id="done">Welcome! Your account is open.</p>}
      <button id="toggle" type="button" onClick={() => setShown(!isShown)}>
        {isShown ? 'Later' : 'Verify now'}
      </button>
      <p id="heard">{heard.join(' ')}</p>
    </>
  );
}
