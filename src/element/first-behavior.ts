/** What the element does until its flow has been loaded: it shows the guidance at once, and loads the rest when that has been painted. */
import { html, nothing, type ReactiveController } from 'lit';
import { REQUEST_TIMEOUT } from '../core/contract.js';
import type { KycError } from '../core/errors.js';
import { CHECKING_LIMIT } from '../core/limits.js';
import type { KycState } from '../core/names.js';
import type { Begun, Behavior } from './behavior.js';
import { loadFlowModule } from './behavior-loader.js';
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
  #since: number | null = null;
  #timer = 0;
  #asking: Promise<boolean> | null = null;
  #settle: (isLoaded: boolean) => void = () => undefined;
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

  /** `since`: when the first screen was shown, in milliseconds of the flow's clock; `null` where there is none to be shown, or it failed. */
  get begun(): Begun {
    return { since: this.error === null ? this.#since : null, error: this.error };
  }

  configure(): void {
    const { endpoint, onboardingId, onboardingIdFrom, reverify, preview } = this.#host;
    const begins = endpoint && (onboardingId || onboardingIdFrom || reverify) && !preview;
    if (!begins) {
      if (this.error !== null) this.#tell('failed', 'idle');
      this.#forget();
    } else if (this.#since === null) {
      this.#since = performance.now();
      this.#timer = window.setTimeout(() => this.#host.requestUpdate(), CHECKING_LIMIT + TIMER_SLACK);
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
      this.#states.show('idle');
      this.#settle(false);
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
    if (this.#since === null) return { screen: nothing };
    const held = this.#asking !== null;
    const { error } = this;
    // It goes with the next try, so that it is read out again.
    const isTold = error !== null && !held;
    const notice = isTold ? html`<p part="notice" class="notice" role="alert">${messages.unloaded} <code part="error-code">${error.code}</code></p>` : nothing;
    return { progress: { busy: held || this.state === 'checking', held, notice } };
  }

  warmUp(): void {
    void this.load();
  }

  /** Nothing is open. */
  close(): void {}

  /** What the user, or the page, asks for needs the rest. `true` when it is there; else the user is told, unless the element is gone. */
  ask(): Promise<boolean> {
    return (this.#asking ??= this.#ask());
  }

  /** Settles when the rest is there (`true`), or can't be had now. */
  load(): Promise<boolean> {
    return (this.#loading ??= this.#load());
  }

  async #ask(): Promise<boolean> {
    if (this.#rest !== 0) this.#endRest();
    this.#host.requestUpdate();
    let timer = 0;
    const isLoaded = await new Promise<boolean>((resolve) => {
      this.#settle = resolve;
      timer = window.setTimeout(resolve, REQUEST_TIMEOUT, false);
      void this.load().then(resolve);
    });
    clearTimeout(timer);
    this.#asking = null;
    if (!isLoaded && this.#since !== null) this.#fail();
    this.#host.requestUpdate();
    return isLoaded;
  }

  /** What has been so far is told with it: the flow goes on from the failure. */
  #fail(): void {
    const before = this.state;
    const code = navigator.onLine ? 'network' : 'offline';
    const error = Object.freeze({ code, phase: 'environment', retryable: true, action: 'retry', httpStatus: null, retryAt: null });
    this.error = error;
    this.#states.show('failed');
    if (before !== 'failed') {
      this.#tell('idle', 'checking');
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
    return { onboardingId: text(this.#host.onboardingId).trim(), state, verificationState: undefined };
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

  #forget(): void {
    clearTimeout(this.#timer);
    this.#since = null;
    this.error = null;
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
