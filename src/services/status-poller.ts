/**
 * When the status is read (domain, section 4): one read at a time, none while nobody looks, one at once when somebody does
 * again. What an answer means is decided elsewhere.
 */
import type { StatusAnswer } from '../core/contract.js';
import { isFinal, type KycError } from '../core/errors.js';
import { gapAfterAnswer, gapAfterFailure, gapAfterRefusal, gapAfterReturn } from '../core/schedule.js';
import type { Clock } from './clock.js';
import type { Outcome } from './endpoint-client.js';
import type { PageActivity } from './page-activity.js';

export interface PollerOptions {
  readonly read: (signal: AbortSignal) => Promise<Outcome<StatusAnswer>>;
  /** The shortest gap, in milliseconds. */
  readonly interval: () => number;
  readonly onAnswer: (status: StatusAnswer, sentAt: number) => void;
  readonly onFailure: (error: KycError, sentAt: number) => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly activity: PageActivity;
}

export class StatusPoller {
  readonly #options: PollerOptions;
  #since: number | null = null;
  #timer: number | null = null;
  #inFlight: AbortController | null = null;
  #lastSentAt = -Infinity;
  #failures = 0;
  /** The endpoint asked for rest until then. */
  #restUntil = -Infinity;
  /** A read that waits for somebody to look. */
  #due = false;
  #stopObserving: (() => void) | null = null;

  constructor(options: PollerOptions) {
    this.#options = options;
  }

  /** Reads on, for a wait that began at `since`; `null` ends that, but not a read under way. */
  follow(since: number | null): void {
    this.#since = since;
    if (since === null) this.#due = false;
    this.#clearTimer();
    if (since !== null && this.#inFlight === null) {
      this.#schedule(Math.max(this.#gap(null), this.#restUntil - this.#options.clock.now()));
    }
    this.#observeIfNeeded();
  }

  /**
   * One read now.
   *
   * @param anew ends one that is under way; else that one serves
   * @param always also where nobody looks: somebody asked
   */
  read({ anew = false, always = false } = {}): void {
    if (this.#inFlight !== null && !anew) return;
    if (always || this.#options.activity.isVisible()) void this.#send();
    else this.#due = true;
    this.#observeIfNeeded();
  }

  /** Ends all. */
  stop(): void {
    this.#inFlight?.abort();
    this.#inFlight = null;
    this.#due = false;
    this.#failures = 0;
    this.#restUntil = -Infinity;
    this.follow(null);
  }

  async #send(): Promise<void> {
    const { read, clock, onAnswer, onFailure } = this.#options;
    this.#clearTimer();
    this.#inFlight?.abort();
    const abort = new AbortController();
    const sentAt = clock.now();
    this.#inFlight = abort;
    this.#due = false;
    this.#lastSentAt = sentAt;
    const outcome = await read(abort.signal);
    if (abort.signal.aborted) return;
    this.#inFlight = null;
    this.#failures = outcome.ok ? 0 : this.#failures + 1;
    this.#restUntil = clock.now() + (outcome.ok ? 0 : (outcome.retryAfter ?? 0));
    if (this.#since !== null) this.#schedule(this.#gap(outcome));
    this.#observeIfNeeded();
    if (outcome.ok) onAnswer(outcome.value, sentAt);
    else onFailure(outcome.error, sentAt);
  }

  #gap(outcome: Outcome<unknown> | null): number {
    const { clock, interval, random } = this.#options;
    if (outcome === null || outcome.ok) return gapAfterAnswer(clock.now() - (this.#since ?? clock.now()), interval(), random());
    const { error, retryAfter } = outcome;
    const after = isFinal(error) ? gapAfterRefusal : gapAfterFailure;
    return Math.max(after(this.#failures, interval(), random()), retryAfter ?? 0);
  }

  #schedule(gap: number): void {
    this.#clearTimer();
    if (!this.#options.activity.isVisible()) return;
    this.#timer = this.#options.clock.setTimeout(() => {
      this.#timer = null;
      this.read();
    }, gap);
  }

  #clearTimer(): void {
    if (this.#timer === null) return;
    this.#options.clock.clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** The page is listened to only while there is something to read. */
  #observeIfNeeded(): void {
    const needed = this.#since !== null || this.#due;
    if (needed && this.#stopObserving === null) {
      this.#stopObserving = this.#options.activity.observe(() => this.#clearTimer(), () => this.#return());
    } else if (!needed) {
      this.#stopObserving?.();
      this.#stopObserving = null;
    }
  }

  /** One read at once, not the missed ones; never closer to the last than the shortest gap, or than was asked for. */
  #return(): void {
    const { clock, interval, random, activity } = this.#options;
    if (this.#inFlight !== null || !activity.isVisible()) return;
    const soonest = this.#due ? 0 : Math.max(this.#lastSentAt + interval(), this.#restUntil) - clock.now();
    this.#schedule(Math.max(gapAfterReturn(this.#failures > 0, random()), soonest));
  }
}
