/**
 * When the status is read (domain, section 4): one read at a time, none while nobody looks, one at once when somebody does
 * again. Where the endpoint says each change by a stream, reads rest while that tells all. What an answer means is decided
 * elsewhere.
 */
import type { StatusAnswer } from '../core/contract.js';
import { isFinal, type KycError } from '../core/errors.js';
import { gapAfterAnswer, gapAfterFailure, gapAfterRefusal, gapAfterReturn, gapAfterStream } from '../core/schedule.js';
import type { Clock } from './clock.js';
import type { Outcome } from './endpoint-client.js';
import type { PageActivity } from './page-activity.js';
import { StatusStream, type StreamSource } from './status-stream.js';

export interface PollerOptions {
  readonly read: (signal: AbortSignal) => Promise<Outcome<StatusAnswer>>;
  readonly stream: StreamSource;
  /** The shortest gap, in milliseconds. */
  readonly interval: () => number;
  readonly onAnswer: (status: StatusAnswer, sentAt: number) => void;
  readonly onFailure: (error: KycError, sentAt: number) => void;
  /** The stream lives: time passes without an answer. */
  readonly onAlive: () => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly activity: PageActivity;
}

export class StatusPoller {
  readonly #options: PollerOptions;
  readonly #stream: StatusStream;
  #since: number | null = null;
  #timer: number | null = null;
  #inFlight: AbortController | null = null;
  #lastSentAt = -Infinity;
  #failures = 0;
  /** The endpoint asked for rest until then. */
  #restUntil = -Infinity;
  /** The stream has told something since the read under way went out: its answer comes too late to count. */
  #isOvertaken = false;
  /** A read that waits for somebody to look. */
  #due = false;
  #stopObserving: (() => void) | null = null;
  /** The last good answer said that the endpoint has a stream, and none has ended since. */
  #isOffered = false;
  /** Answers that were asked for before this are older than what the stream will tell; `Infinity`: it has not spoken. */
  #tellsSince = Infinity;
  /** All that can change from now on the stream tells: no read is due. */
  #rests = false;

  constructor(options: PollerOptions) {
    const { stream, clock, onAlive } = options;
    this.#options = options;
    this.#stream = new StatusStream({
      ...stream,
      clock,
      onAnswer: (status, sentAt) => this.#onStreamed(status, sentAt),
      onAlive,
      onEnd: (outcome) => this.#onStreamEnd(outcome),
    });
  }

  /** Reads on, for a wait that began at `since`; `null` ends that, but not a read under way. */
  follow(since: number | null): void {
    this.#since = since;
    this.#rests = false;
    this.#clearTimer();
    if (since === null) {
      this.#due = false;
      this.#closeStream();
    } else if (this.#inFlight === null) {
      this.#schedule(Math.max(this.#gap(null), this.#restUntil - this.#options.clock.now()));
      if (this.#failures === 0) this.#openStream();
    }
    this.#observeIfNeeded();
  }

  /**
   * One read now.
   *
   * @param anew ends one that is under way; else that one serves, unless the stream has overtaken it
   * @param always also where nobody looks: somebody asked
   */
  read({ anew = false, always = false } = {}): void {
    if (this.#inFlight !== null && !anew && !this.#isOvertaken) return;
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
    this.#isOffered = false;
    this.follow(null);
    this.#stream.reset();
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
    this.#isOvertaken = false;
    const outcome = await read(abort.signal);
    if (abort.signal.aborted) return;
    this.#inFlight = null;
    this.#failures = outcome.ok ? 0 : this.#failures + 1;
    this.#restUntil = clock.now() + (outcome.ok ? 0 : (outcome.retryAfter ?? 0));
    if (outcome.ok) {
      this.#isOffered = outcome.value.stream;
      this.#restIfTold(sentAt);
    }
    if (this.#since !== null && !this.#rests) this.#schedule(this.#gap(outcome));
    this.#observeIfNeeded();
    if (!outcome.ok) return onFailure(outcome.error, sentAt);
    onAnswer(outcome.value, sentAt);
    this.#openStream();
  }

  #openStream(): void {
    if (this.#since !== null && this.#isOffered && this.#options.activity.isVisible()) this.#stream.open();
  }

  #closeStream(): void {
    this.#stream.close();
    this.#tellsSince = Infinity;
    this.#rests = false;
  }

  #onStreamed(status: StatusAnswer, sentAt: number): void {
    const { clock, onAnswer } = this.#options;
    // Where a read went out after it, what the stream said first may count as too old: then only another read is sure.
    if (this.#tellsSince === Infinity) this.#tellsSince = sentAt >= this.#lastSentAt ? sentAt : clock.now();
    this.#isOvertaken ||= sentAt > this.#lastSentAt;
    this.#restIfTold(sentAt);
    if (this.#rests) this.#clearTimer();
    onAnswer(status, sentAt);
  }

  /** Reads rest once an answer that was asked for in this wait is the stream's, or is followed by all that it tells. */
  #restIfTold(sentAt: number): void {
    this.#rests ||= this.#since !== null && sentAt > this.#since && sentAt >= this.#tellsSince;
  }

  /** Reads go on; the next good answer may open another stream. */
  #onStreamEnd(outcome: Outcome<unknown>): void {
    const { clock, interval, random } = this.#options;
    const now = clock.now();
    this.#closeStream();
    this.#isOffered = false;
    if (!outcome.ok) {
      this.#failures ||= 1;
      this.#restUntil = Math.max(this.#restUntil, now + (outcome.retryAfter ?? 0));
    }
    if (this.#inFlight !== null || (this.#timer !== null && this.#restUntil <= now)) return;
    const soonest = Math.max(this.#lastSentAt + interval(), this.#restUntil) - now;
    this.#schedule(Math.max(gapAfterStream(now - (this.#since ?? now), interval(), random()), soonest));
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
      this.#stopObserving = this.#options.activity.observe(() => this.#hide(), () => this.#return());
    } else if (!needed) {
      this.#stopObserving?.();
      this.#stopObserving = null;
    }
  }

  #hide(): void {
    this.#clearTimer();
    this.#closeStream();
  }

  /** One read at once, not the missed ones; never closer to the last than the shortest gap, or than was asked for. */
  #return(): void {
    const { clock, interval, random, activity } = this.#options;
    if (this.#inFlight !== null || !activity.isVisible()) return;
    const soonest = this.#due ? 0 : Math.max(this.#lastSentAt + interval(), this.#restUntil) - clock.now();
    this.#schedule(Math.max(gapAfterReturn(this.#failures > 0, random()), soonest));
  }
}
