import { useState } from 'react';
import { Verification } from './Verification';

const onboardingId = new URLSearchParams(location.search).get('onboarding') ?? '';

export default function App() {
  const [isShown, setShown] = useState(true);
  const [hasConsent, setConsent] = useState(false);
  const [heard, setHeard] = useState<string[]>([]);

  return (
    <main>
      <h1>Open an account</h1>
      {isShown && (
        <Verification onboardingId={onboardingId} hasConsent={hasConsent} onNews={({ type }) => setHeard((before) => [...before, type])}>
          <a href="/help">Verify another way</a>
          <label slot="consent">
            <input id="consent" type="checkbox" checked={hasConsent} onChange={({ target }) => setConsent(target.checked)} /> I agree that my documents are checked
          </label>
          <p slot="footer">Questions? Call us on weekdays.</p>
        </Verification>
      )}
      {heard.includes('kyc-verified') && <p id="done">Welcome! Your account is open.</p>}
      <button id="toggle" type="button" onClick={() => setShown(!isShown)}>
        {isShown ? 'Later' : 'Verify now'}
      </button>
      <p id="heard">{heard.join(' ')}</p>
    </main>
  );
}
