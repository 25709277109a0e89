import type { PropertyDeclarations } from 'lit';
import { CREDENTIALS, DEFAULT_SESSION_HOSTS, PRESENTATIONS, REGIONS, oneOf, type CredentialsMode, type KycState, type Presentation, type Region } from '../core/names.js';
import { pollInterval } from '../core/schedule.js';
import type { HeadersSource } from '../services/endpoint-client.js';
import { HydratingElement } from './hydrating-element.js';

/** One of a list of words, in any case, as HTML's own attributes have it; else the first. */
const known = (words: readonly string[]) => (value: string | null) => oneOf(words, value?.trim().toLowerCase());
const seconds = (value: string | null): number => pollInterval(Number(value ?? NaN)) / 1000;

/** What a page can set on the element. Nothing is reflected; an attribute that goes away leaves its default. */
export abstract class KycVerificationProperties extends HydratingElement {
  static override get properties(): PropertyDeclarations {
    return {
      onboardingId: { attribute: 'onboarding-id', useDefault: true },
      onboardingIdFrom: { attribute: 'onboarding-id-from', useDefault: true },
      endpoint: { useDefault: true },
      reverify: { type: Boolean },
      credentials: { useDefault: true, converter: known(CREDENTIALS) },
      headers: { attribute: false },
      presentation: { useDefault: true, converter: known(PRESENTATIONS) },
      sessionHosts: { attribute: 'session-hosts', useDefault: true },
      documents: { useDefault: true },
      proofOfAddress: { type: Boolean, attribute: 'proof-of-address' },
      region: { useDefault: true, converter: known(REGIONS) },
      pollInterval: { attribute: 'poll-interval', useDefault: true, converter: seconds },
      handoverUrl: { attribute: 'handover-url', useDefault: true },
      continueUrl: { attribute: 'continue-url', useDefault: true },
      preview: { useDefault: true },
    };
  }

  /** Opaque id from the e-mail step. */
  onboardingId = '';

  /** Where to read the id when `onboardingId` is empty: `query:NAME` or `session-storage:KEY`. */
  onboardingIdFrom = '';

  /** The token-exchange endpoint; relative URLs resolve against the page. */
  endpoint = '';

  /** Re-verification of a signed-in user: the endpoint knows the user by itself. */
  reverify = false;

  /** Credentials mode for the endpoint: `omit`, `same-origin` or `include`. */
  credentials: CredentialsMode = 'same-origin';

  /** Added to each request; a function is called anew for each. */
  headers: HeadersSource | undefined = undefined;

  /** How Veriff is shown: `modal`, `embedded` or `redirect`. */
  presentation: Presentation = 'modal';

  /** Hosts that a session URL may have, separated by blanks. */
  sessionHosts: string = DEFAULT_SESSION_HOSTS;

  /** Government IDs to name: any of `passport driving-licence national-id residence-permit`; all by default. */
  documents: string | readonly string[] = '';

  /** Also asks for a proof of address. */
  proofOfAddress = false;

  /** Typical times and notes: `international` or `us`. */
  region: Region = 'international';

  /** Shortest gap between two status reads, in seconds, 1 to 60. */
  pollInterval = 5;

  /** The partner's own link with which the user can go on on a phone. */
  handoverUrl = '';

  /** Where the partner's flow goes on. */
  continueUrl = '';

  /** Renders that state with sample data: no network, no events but state changes. */
  preview: KycState | '' = '';

  /** @internal For what can't wait for the next update, since it is seen already. */
  showNow(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  /** `lang` is an attribute of every element; here it has words to change. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang') this.requestUpdate();
  }
}
