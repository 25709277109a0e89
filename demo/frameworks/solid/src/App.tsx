import 'kyc-verification/define';
import 'kyc-verification/solid';
import { createSignal, Show } from 'solid-js';
import type { KycErrorEvent, KycStartEvent, KycStateChangeEvent, KycVerifiedEvent } from 'kyc-verification';

const onboardingId = new URLSearchParams(location.search).get('onboarding') ?? '';

/** Called for each request to your endpoint: the place for a token that changes. */
const headers = () => ({ 'x-partner': 'solid' });

export default function App() {
  const [isShown, setShown] = createSignal(true);
  const [hasConsent, setConsent] = createSignal(false);
  const [isDone, setDone] = createSignal(false);
  const [heard, setHeard] = createSignal<readonly string[]>([]);

  function onStart(event: KycStartEvent) {
    if (!hasConsent()) event.preventDefault();
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
      <Show when={isShown()}>
        <kyc-verification
          attr:onboarding-id={onboardingId}
          endpoint="/api/kyc"
          prop:headers={headers}
          on:kyc-start={onStart}
          on:kyc-state-change={hear}
          on:kyc-error={hear}
          on:kyc-verified={onVerified}
        >
          <a href="/help">Verify another way</a>
          <label slot="consent">
            <input id="consent" type="checkbox" checked={hasConsent()} onChange={({ target }) => setConsent(target.checked)} /> I agree that my documents are checked
          </label>
          <p slot="footer">Questions? Call us on weekdays.</p>
        </kyc-verification>
      </Show>
      <Show when={isDone()}>
        <p id="done">Welcome! Your account is open.</p>
      </Show>
      <button id="toggle" type="button" onClick={() => setShown(!isShown())}>
        {isShown() ? 'Later' : 'Verify now'}
      </button>
      <p id="heard">{heard().join(' ')}</p>
    </main>
  );
}
