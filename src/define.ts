/** Registers `<kyc-verification>`: the one side effect of this package. */
import { KycVerificationElement } from './element/kyc-verification-element.js';
import { onServer } from './element/on-server.js';
import { watchForPlaceholders } from './element/placeholder-watch.js';
import { warn } from './element/warn.js';

const TAG = 'kyc-verification';

function register(): void {
  const registered = customElements.get(TAG);
  if (registered === undefined) {
    customElements.define(TAG, KycVerificationElement);
    watchForPlaceholders(TAG, KycVerificationElement.observedAttributes);
  } else if (registered !== KycVerificationElement) {
    warn('is loaded twice: the version that came first is used.');
  }
}

// Frameworks import on their servers what they import in the page.
if (!onServer) register();

export { KycVerificationElement };
