/** What the element does until its flow has been loaded: it shows the guidance at once, and loads the rest when that has been painted. */
import { html, nothing, type ReactiveController } from 'lit';
import { REQUEST_TIMEOUT } from '../core/contract.js';
import type { KycError } from '../core/errors.js';
import { CHECKING_LIMIT } from '../core/limits.js';
import type { KycState } from '../core/names.js';
import type { Begun, Behavior } from './behavior.js';
import { loadFlowModule } from './behavior-loader.js';
import { readConfiguration, wordsOf } from './configuration.js';
import type { CustomStates } from './custom-states.js';
import { KycErrorEvent, KycStateChangeEvent, type KycEventDetail } from './events.js';
import type { FirstScreen } from './first-view.js';
import type { KycVerificationProperties } from './kyc-verification-properties.js';
import { text } from './property-values.js';
import type { Shown } from './views/shell-view.js';
import { warn } from './warn.js';

/** Timers may fire a little early, in milliseconds. */
const TIMER_SLACK = 10;
/** Before the rest is asked for again by itself, in milliseconds. */
const REST = 5_000;
/** How long the next paint is waited for, in milliseconds: what is not to be seen is not painted. */
const LATEST_PAINT = 200;

export class FirstBehavior implements Behavior, ReactiveController {
  error: KycError | null = null;
  readonly verificationState = undefined;
  readonly #host: KycVerificationProperties;
  readonly #states: CustomStates;
  #configured = '';
  #onboardingId = '';
  #since: number | null = null;
  #timer = 0;
  /** The failure that was told last, as long as nothing was told after it. */
  #told: KycError | null = null;
  #asking: Promise<boolean> | null = null;
  /** A start is among what is asked for. */
  #holds = false;
  /** `null`: nobody asks any more. */
  #settle: (isLoaded: boolean | null) => void = () => undefined;
  #loading: Promise<boolean> | null = null;
  /** Set while it rests after a failure. */
  #rest = 0;

  constructor(host: KycVerificationProperties, states: CustomStates) {
    this.#host = host;
    this.#states = states;
    host.addController(this);
  }

  /** As the flow will tell it, which counts from the same moment; a failure is told here. */
  get state(): 'idle' | 'checking' | 'guidance' | 'failed' {
    if (this.#since === null) return 'idle';
    if (this.error !== null) return 'failed';
    return performance.now() < this.#since + CHECKING_LIMIT ? 'checking' : 'guidance';
  }

  get begun(): Begun {
    return { since: this.error === null ? this.#since : null, error: this.#told };
  }

  configure(): void {
    const configured = JSON.stringify([wordsOf(this.#host), text(this.#host.preview)]);
    if (configured !== this.#configured) {
      this.#forget();
      this.#configured = configured;
      this.#begin();
    }
    this.#states.show(this.state);
    void this.load();
  }

  /** After a stay outside the document it begins anew. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** An element that is only moved comes back in the same task. */
  hostDisconnected(): void {
    setTimeout(() => {
      if (this.#host.isConnected) return;
      this.#forget();
      this.#told = null;
      this.#states.show('idle');
      if (this.#rest !== 0) this.#endRest();
    });
  }

  /** The flow goes on from here. */
  end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
    this.#host.removeController(this);
  }

  shown({ messages }: FirstScreen): Shown {
    if (this.#since === null) return { progress: null, screen: nothing };
    const held = this.#holds;
    const { error } = this;
    // It goes with the next try, so that it is read out again.
    const isTold = error !== null && !held;
    const notice = isTold
      ? html`<p part="notice" class="notice" role="alert">${messages.unloaded} <code part="error-code">${error.code}</code></p>
          <slot name="failed"></slot>`
      : nothing;
    return { progress: { busy: held || this.state === 'checking', held, notice } };
  }

  warmUp(): void {
    void this.load();
  }

  /** Nothing is open, but a session may be wished for. */
  close(): void {
    if (!this.#holds || this.state === 'checking') return;
    this.#withdraw();
    this.#host.requestUpdate();
  }

  /**
   * What the user, or the page, asks for needs the rest. `true` when it is there; else the user is told, unless nobody asks any more.
   *
   * @param isStart the button is held meanwhile: a check leaves it free
   */
  ask(isStart: boolean): Promise<boolean> {
    this.#holds ||= isStart;
    this.#host.requestUpdate();
    return (this.#asking ??= this.#ask());
  }

  /** Settles when the rest is there (`true`), or can't be had now. */
  load(): Promise<boolean> {
    return (this.#loading ??= this.#load());
  }

  async #ask(): Promise<boolean> {
    if (this.#rest !== 0) this.#endRest();
    let timer = 0;
    const isLoaded = await new Promise<boolean | null>((resolve) => {
      this.#settle = resolve;
      timer = window.setTimeout(resolve, REQUEST_TIMEOUT, false);
      void this.load().then(resolve);
    });
    clearTimeout(timer);
    if (isLoaded === null) return false;
    this.#withdraw();
    if (!isLoaded && this.#since !== null) this.#fail();
    this.#host.requestUpdate();
    return isLoaded;
  }

  #withdraw(): void {
    this.#asking = null;
    this.#holds = false;
    this.#settle(null);
  }

  /** What has been so far is told with it: the flow goes on from the failure. */
  #fail(): void {
    const before = this.state;
    const code = navigator.onLine ? 'network' : 'offline';
    const error: KycError = Object.freeze({ code, phase: 'environment', retryable: true, action: 'retry', httpStatus: null, retryAt: null });
    const told = this.#told === null ? 'idle' : 'failed';
    this.#told = this.error = error;
    this.#states.show('failed');
    if (before !== 'failed') {
      this.#tell(told, 'checking');
      if (before === 'guidance') this.#tell('checking', 'guidance');
      this.#tell(before, 'failed');
    }
    this.#host.dispatchEvent(new KycErrorEvent({ ...this.#detailIn('failed'), ...error }));
    warn(`${code}: a file beside the script could not be loaded. Are all files of dist/cdn there, and is none blocked? See docs/errors/${code}.`);
  }

  #tell(previousState: KycState, state: KycState): void {
    this.#host.dispatchEvent(new KycStateChangeEvent({ ...this.#detailIn(state), previousState }));
  }

  #detailIn(state: KycState): KycEventDetail {
    return { onboardingId: this.#onboardingId, state, verificationState: undefined };
  }

  async #load(): Promise<boolean> {
    if (this.#since !== null) await nextPaint();
    const isLoaded = (await loadFlowModule()) !== null;
    if (isLoaded) this.#host.requestUpdate();
    else if (this.#host.isConnected) this.#rest = window.setTimeout(() => void this.#endRest().load(), REST);
    else this.#loading = null;
    return isLoaded;
  }

  #endRest(): this {
    clearTimeout(this.#rest);
    this.#rest = 0;
    this.#loading = null;
    return this;
  }

  /** As the flow begins, where what the page has set is complete. */
  #begin(): void {
    const configuration = readConfiguration(this.#host);
    if (configuration.kind === 'complete' && text(this.#host.preview) === '') {
      this.#onboardingId = configuration.onboardingId;
      this.#since = performance.now();
      this.#timer = window.setTimeout(() => this.#host.requestUpdate(), CHECKING_LIMIT + TIMER_SLACK);
    } else if (this.#told !== null) {
      this.#told = null;
      this.#tell('failed', 'idle');
    }
  }

  /** All that belongs to the former configuration ends, and what was asked for then. */
  #forget(): void {
    clearTimeout(this.#timer);
    this.#configured = '';
    this.#since = null;
    this.error = null;
    this.#withdraw();
  }
}

/** Browsers paint nothing of a page that is not to be seen. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LATEST_PAINT);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    // The next frame begins when this one has been painted.
    requestAnimationFrame(() => requestAnimationFrame(end));
  });
}
