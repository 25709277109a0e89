/** What the element does until its flow has been loaded: it shows the guidance at once, and loads the rest when that has been painted. */
import { html, nothing, type ReactiveController } from 'lit';
import { REQUEST_TIMEOUT } from '../core/contract.js';
import { CHECKING_LIMIT } from '../core/limits.js';
import type { Behavior } from './behavior.js';
import { loadFlowModule } from './behavior-loader.js';
import type { CustomStates } from './custom-states.js';
import type { FirstScreen } from './first-view.js';
import type { KycVerificationProperties } from './kyc-verification-properties.js';
import type { Shown } from './views/shell-view.js';
import { warn } from './warn.js';

/** Timers may fire a little early, in milliseconds. */
const TIMER_SLACK = 10;
/** Before the rest is asked for again by itself, in milliseconds. */
const REST = 5_000;
/** How long the next paint is waited for, in milliseconds: what is not to be seen is not painted. */
const LATEST_PAINT = 200;

export class FirstBehavior implements Behavior, ReactiveController {
  readonly error = null;
  readonly verificationState = undefined;
  readonly #host: KycVerificationProperties;
  readonly #states: CustomStates;
  #since: number | null = null;
  #timer = 0;
  #asking: Promise<boolean> | null = null;
  #settle: (isLoaded: boolean) => void = () => undefined;
  #hasFailed = false;
  #loading: Promise<boolean> | null = null;
  /** Set while it rests after a failure. */
  #rest = 0;

  constructor(host: KycVerificationProperties, states: CustomStates) {
    this.#host = host;
    this.#states = states;
    host.addController(this);
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
    if (!begins) this.#forget();
    else if (this.#since === null) {
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
    const notice = this.#hasFailed ? html`<p part="notice" class="notice" role="alert">${messages.unloaded}</p>` : nothing;
    const held = this.#asking !== null;
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
    this.#hasFailed = false;
    this.#host.requestUpdate();
    let timer = 0;
    const isLoaded = await new Promise<boolean>((resolve) => {
      this.#settle = resolve;
      timer = window.setTimeout(resolve, REQUEST_TIMEOUT, false);
      void this.load().then(resolve);
    });
    clearTimeout(timer);
    this.#asking = null;
    this.#hasFailed = !isLoaded && this.#since !== null;
    if (this.#hasFailed) warn('a file beside the script could not be loaded. Are all files of dist/cdn there?');
    this.#host.requestUpdate();
    return isLoaded;
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
    this.#hasFailed = false;
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
