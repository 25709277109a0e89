import 'kyc-verification/define';
import 'kyc-verification/react';
import { useState } from 'react';
import type { KycErrorEvent, KycStartEvent, KycStateChangeEvent, KycVerifiedEvent } from 'kyc-verification';

const onboardingId = new URLSearchParams(location.search).get('onboarding') ?? '';

/** Called for each request to your endpoint: the place for a token that changes. */
const headers = () => ({ 'x-partner': 'react-19' });

export default function App() {
  const [isShown, setShown] = useState(true);
  const [hasConsent, setConsent] = useState(false);
  const [isDone, setDone] = useState(false);
  const [heard, setHeard] = useState<readonly string[]>([]);

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

  return (
    <main>
      <h1>Open an account</h1>
      {isShown && (
        <kyc-verification
          onboarding-id={onboardingId}
          endpoint="/api/kyc"
          headers={headers}
          onkyc-start={onStart}
          onkyc-state-change={hear}
          onkyc-error={hear}
          onkyc-verified={onVerified}
        >
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
    </main>
  );
}
