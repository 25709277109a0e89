import { expect } from '@open-wc/testing';
import type { StatusAnswer } from '../../src/core/contract.js';
import { kycError, type KycErrorCode } from '../../src/core/errors.js';
import type { Outcome } from '../../src/services/endpoint-client.js';
import { StatusPoller } from '../../src/services/status-poller.js';
import { VirtualClock } from './virtual-clock.js';
import { VirtualPage } from './virtual-page.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const INTERVAL = 5 * SECOND;

export const ANSWER: StatusAnswer = { verificationState: 'PENDING', reasons: [], retryAt: null, updatedAt: null };
export const answered: Outcome<StatusAnswer> = { ok: true, value: ANSWER };
export const failed = (code: KycErrorCode, retryAfter: number | null = null): Outcome<StatusAnswer> => ({
  ok: false,
  error: kycError(code, 'status'),
  retryAfter,
});

/** A poller whose reads answer as told, `latency` milliseconds later, and are noted by the time they went out. */
export class Bench {
  readonly clock = new VirtualClock();
  readonly page = new VirtualPage();
  readonly reads: number[] = [];
  readonly told: (StatusAnswer | KycErrorCode)[] = [];
  /** When the reads that were told went out. */
  readonly sentAt: number[] = [];
  outcome: Outcome<StatusAnswer> = answered;
  latency = 0;
  interval = INTERVAL;
  random = (): number => 0;
  inFlight = 0;
  mostInFlight = 0;
  mostTimers = 0;
  readonly poller = new StatusPoller({
    read: (signal) => this.#read(signal),
    interval: () => this.interval,
    onAnswer: (status, sentAt) => this.#tell(status, sentAt),
    onFailure: ({ code }, sentAt) => this.#tell(code, sentAt),
    clock: this.clock.ownedBy('poller'),
    random: () => this.random(),
    activity: this.page,
  });

  /** Follows since now. */
  follow(): this {
    this.poller.follow(this.clock.now());
    return this;
  }

  /** The gaps between reads, from now on until `count` of them went out. */
  async gaps(count: number): Promise<readonly number[]> {
    const times = [this.clock.now()];
    for (let turn = 0; turn < count; turn++) {
      const before = this.reads.length;
      while (this.reads.length === before) await this.clock.advance(100);
      times.push(this.reads.at(-1) ?? NaN);
    }
    return times.slice(1).map((time, turn) => time - (times[turn] ?? NaN));
  }

  expectSilence(): void {
    expect(this.clock.pending(), 'timers').to.equal(0);
    expect(this.page.observers, 'listeners').to.equal(0);
    expect(this.inFlight, 'reads under way').to.equal(0);
  }

  #tell(what: StatusAnswer | KycErrorCode, sentAt: number): void {
    this.told.push(what);
    this.sentAt.push(sentAt);
  }

  #read(signal: AbortSignal): Promise<Outcome<StatusAnswer>> {
    const { outcome } = this;
    this.reads.push(this.clock.now());
    this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
    this.mostTimers = Math.max(this.mostTimers, this.clock.pending('poller'));
    return new Promise((resolve) => {
      const end = (): void => {
        signal.removeEventListener('abort', end);
        this.clock.clearTimeout(timer);
        this.inFlight--;
        resolve(outcome);
      };
      const timer = this.clock.ownedBy('server').setTimeout(end, this.latency);
      signal.addEventListener('abort', end);
    });
  }
}
