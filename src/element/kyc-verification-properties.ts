import { property } from 'lit/decorators.js';
import { CREDENTIALS, PRESENTATIONS, REGIONS, oneOf, type CredentialsMode, type KycState, type Presentation, type Region } from '../core/names.js';
import { pollInterval } from '../core/schedule.js';
import { DEFAULT_SESSION_HOSTS } from '../core/session-url.js';
import type { HeadersSource } from '../services/endpoint-client.js';
import { HydratingElement } from './hydrating-element.js';

/** One of a list of words, in any case, as HTML's own attributes have it; else the first. */
const known = (words: readonly string[]) => (value: string | null) => oneOf(words, value?.trim().toLowerCase());
const seconds = (value: string | null): number => pollInterval(Number(value ?? NaN)) / 1000;

/** What a page can set on the element. Nothing is reflected; an attribute that goes away leaves its default. */
export abstract class KycVerificationProperties extends HydratingElement {
  /** Opaque id from the e-mail step. */
  @property({ attribute: 'onboarding-id', useDefault: true }) onboardingId = '';

  /** Where to read the id when `onboardingId` is empty: `query:NAME` or `session-storage:KEY`. */
  @property({ attribute: 'onboarding-id-from', useDefault: true }) onboardingIdFrom = '';

  /** The token-exchange endpoint; relative URLs resolve against the page. */
  @property({ useDefault: true }) endpoint = '';

  /** Re-verification of a signed-in user: the endpoint knows the user by itself. */
  @property({ type: Boolean }) reverify = false;

  /** Credentials mode for the endpoint: `omit`, `same-origin` or `include`. */
  @property({ useDefault: true, converter: known(CREDENTIALS) }) credentials: CredentialsMode = 'same-origin';

  /** Added to each request; a function is called anew for each. */
  @property({ attribute: false }) headers: HeadersSource | undefined = undefined;

  /** How Veriff is shown: `modal`, `embedded` or `redirect`. */
  @property({ useDefault: true, converter: known(PRESENTATIONS) }) presentation: Presentation = 'modal';

  /** Hosts that a session URL may have, separated by blanks. */
  @property({ attribute: 'session-hosts', useDefault: true }) sessionHosts: string = DEFAULT_SESSION_HOSTS;

  /** Government IDs to name: any of `passport driving-licence national-id residence-permit`; all by default. */
  @property({ useDefault: true }) documents: string | readonly string[] = '';

  /** Also asks for a proof of address. */
  @property({ type: Boolean, attribute: 'proof-of-address' }) proofOfAddress = false;

  /** Typical times and notes: `international` or `us`. */
  @property({ useDefault: true, converter: known(REGIONS) }) region: Region = 'international';

  /** Shortest gap between two status reads, in seconds, 1 to 60. */
  @property({ attribute: 'poll-interval', useDefault: true, converter: seconds }) pollInterval = 5;

  /** The partner's own link with which the user can go on on a phone. */
  @property({ attribute: 'handover-url', useDefault: true }) handoverUrl = '';

  /** Where the partner's flow goes on. */
  @property({ attribute: 'continue-url', useDefault: true }) continueUrl = '';

  /** Renders that state with sample data: no network, no events but state changes. */
  @property({ useDefault: true }) preview: KycState | '' = '';

  #isTaking = false;

  /** @internal For what can't wait for the next update, since it is seen already. */
  showNow(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  /**
   * @internal Takes the properties that the page set before the element was registered. Lit gives them back only as it updates: this is an update
   * of which nothing is to be seen, and the one that is due stays due.
   */
  protected takeProperties(): void {
    this.#isTaking = true;
    this.performUpdate();
    this.#isTaking = false;
    this.isUpdatePending = true;
  }

  /** @internal */
  protected override shouldUpdate(): boolean {
    return !this.#isTaking;
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
