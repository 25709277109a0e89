/** How long until the status is read again: what the schedule of the core needs to know, kept from read to read. */
import { isFinal } from '../core/errors.js';
import { gapAfterAnswer, gapAfterFailure, gapAfterRefusal, gapAfterReturn, gapAfterStream, restAfter } from '../core/schedule.js';
import type { Clock } from './clock.js';
import type { Failure, Result } from './result.js';

export interface PaceOptions {
  /** The shortest gap, in milliseconds. */
  readonly interval: () => number;
  readonly clock: Clock;
  readonly random: () => number;
}

export class ReadingPace {
  readonly #options: PaceOptions;
  /** The wait for an answer began then. */
  since: number | null = null;
  /** When the last read went out. */
  sentAt = -Infinity;
  #failures = 0;
  #refusals = 0;
  /** The endpoint asked for rest until then. */
  #restUntil = -Infinity;

  constructor(options: PaceOptions) {
    this.#options = options;
  }

  get failures(): number {
    return this.#failures;
  }

  /** What is known of the endpoint is forgotten. */
  reset(): void {
    this.#failures = 0;
    this.#refusals = 0;
    this.#restUntil = -Infinity;
  }

  /** The gap after a read, and from now on after whatever comes of its outcome. */
  gapAfter(outcome: Result<unknown>): number {
    const { interval, clock, random } = this.#options;
    this.#failures = outcome.ok ? 0 : this.#failures + 1;
    this.#restUntil = outcome.ok ? clock.now() : this.#restAfter(outcome);
    if (outcome.ok) {
      this.#refusals = 0;
      return this.usualGap();
    }
    const gap = isFinal(outcome.error)
      ? gapAfterRefusal(++this.#refusals, interval(), random())
      : gapAfterFailure(this.#failures, this.#waited, interval(), random());
    return Math.max(gap, this.#restUntil - clock.now());
  }

  /** The gap after a stream that has ended; `null` where a read that is due comes soon enough. */
  gapAfterStream(outcome: Result<unknown>, isReadDue: boolean): number | null {
    const { interval, clock, random } = this.#options;
    if (!outcome.ok) {
      this.#failures ||= 1;
      this.#restUntil = Math.max(this.#restUntil, this.#restAfter(outcome));
    }
    if (isReadDue && this.#restUntil <= clock.now()) return null;
    return Math.max(gapAfterStream(this.#waited, interval(), random()), this.soonest());
  }

  usualGap(): number {
    const { interval, random } = this.#options;
    return gapAfterAnswer(this.#waited, interval(), random());
  }

  /** The gap that was usual when the last read went out. */
  usualGapThen(): number {
    const { interval, random } = this.#options;
    return gapAfterAnswer(this.#waitedAt(this.sentAt), interval(), random());
  }

  /** How long a page that came back waits at least. */
  gapAfterReturn(): number {
    return gapAfterReturn(this.#failures > 0, this.#options.random());
  }

  /** How long no read may go out by itself: for the shortest gap, and for as long as was asked for. */
  soonest(): number {
    return Math.max(this.sentAt + this.#options.interval() - this.#options.clock.now(), this.rest());
  }

  /** How long the endpoint is still to be left in peace. */
  rest(): number {
    return this.#restUntil - this.#options.clock.now();
  }

  #restAfter({ retryAfter }: Failure): number {
    const { interval, clock, random } = this.#options;
    return clock.now() + (retryAfter === null ? 0 : restAfter(retryAfter, this.#waited, interval(), random()));
  }

  get #waited(): number {
    return this.#waitedAt(this.#options.clock.now());
  }

  #waitedAt(time: number): number {
    return Math.max(0, time - (this.since ?? time));
  }
}
