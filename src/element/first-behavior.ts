/** What the element does until its flow has been loaded: it shows the guidance at once, and loads the rest when that has been painted. */
import { html, nothing } from 'lit';
import { CHECKING_LIMIT } from '../core/limits.js';
import type { Behavior } from './behavior.js';
import { loadFlowModule } from './behavior-loader.js';
import type { CustomStates } from './custom-states.js';
import type { FirstScreen } from './first-view.js';
import type { KycVerificationProperties } from './kyc-verification-properties.js';
import type { Shown } from './views/shell-view.js';

/** Timers may fire a little early, in milliseconds. */
const TIMER_SLACK = 10;
/** Before the rest is asked for again by itself, in milliseconds. */
const REST = 5_000;
/** How long the next paint is waited for, in milliseconds: what is not to be seen is not painted. */
const LATEST_PAINT = 200;

export class FirstBehavior implements Behavior {
  readonly error = null;
  readonly verificationState = undefined;
  readonly #host: KycVerificationProperties;
  readonly #states: CustomStates;
  #since: number | null = null;
  #timer = 0;
  #isAsked = false;
  #hasFailed = false;
  #loading: Promise<boolean> | null = null;

  constructor(host: KycVerificationProperties, states: CustomStates) {
    this.#host = host;
    this.#states = states;
  }

  /** As the flow will tell it: it counts from the same moment. */
  get state(): 'idle' | 'checking' | 'guidance' {
    if (this.#since === null) return 'idle';
    return performance.now() < this.#since + CHECKING_LIMIT ? 'checking' : 'guidance';
  }

  /** Since when the first screen is shown, in milliseconds of the flow's clock; `null` while there is none to be shown. */
  get since(): number | null {
    return this.#since;
  }

  configure(): void {
    const { endpoint, onboardingId, onboardingIdFrom, reverify, preview } = this.#host;
    const begins = endpoint && (onboardingId || onboardingIdFrom || reverify) && !preview;
    if (begins) this.#since ??= this.#begin();
    else this.#since = null;
    this.#states.show(this.state);
    void this.load();
  }

  /** The flow goes on from here. */
  end(): void {
    clearTimeout(this.#timer);
  }

  shown({ messages }: FirstScreen): Shown {
    if (this.#since === null) return { screen: nothing };
    const notice = this.#hasFailed ? html`<p part="notice" class="notice" role="alert">${messages.unloaded}</p>` : nothing;
    return { progress: { busy: this.#isAsked || this.state === 'checking', held: this.#isAsked, notice } };
  }

  warmUp(): void {
    void this.load();
  }

  /** Nothing is open. */
  close(): void {}

  /** What the user, or the page, asks for needs the rest. Settles when it is there, or can't be had: then the user is told. */
  async ask(): Promise<void> {
    this.#isAsked = true;
    this.#hasFailed = false;
    this.#host.requestUpdate();
    this.#hasFailed = !(await this.load());
    this.#isAsked = false;
    this.#host.requestUpdate();
  }

  /** Settles when the rest is there (`true`), or can't be had now. */
  load(): Promise<boolean> {
    return (this.#loading ??= this.#load());
  }

  #begin(): number {
    this.#timer = window.setTimeout(() => this.#host.requestUpdate(), CHECKING_LIMIT + TIMER_SLACK);
    return performance.now();
  }

  async #load(): Promise<boolean> {
    if (this.#since !== null) await nextPaint();
    const isLoaded = (await loadFlowModule()) !== null;
    this.#loading = null;
    if (!isLoaded) setTimeout(() => void (this.#host.isConnected && this.load()), REST);
    this.#host.requestUpdate();
    return isLoaded;
  }
}

/** Browsers paint nothing of a page that is not to be seen. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LATEST_PAINT);
    // What is asked for now comes after this paint.
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
