import { expect } from '@open-wc/testing';
import type { StatusAnswer } from '../../src/core/contract.js';
import { kycError, type KycErrorCode } from '../../src/core/errors.js';
import type { Result } from '../../src/services/result.js';
import { StatusPoller } from '../../src/services/status-poller.js';
import { FakeFellows } from './fake-fellows.js';
import { FakeStream } from './fake-stream.js';
import { VirtualClock, microtasks } from './virtual-clock.js';
import { VirtualPage } from './virtual-page.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const INTERVAL = 5 * SECOND;

export const ANSWER: StatusAnswer = { verificationState: 'PENDING', reasons: [], retryAt: null, updatedAt: null, stream: false };
export const answered: Result<StatusAnswer> = { ok: true, value: ANSWER };
export const offered: Result<StatusAnswer> = { ok: true, value: { ...ANSWER, stream: true } };
export const failed = (code: KycErrorCode, retryAfter: number | null = null): Result<never> => ({
  ok: false,
  error: kycError(code, 'status'),
  retryAfter,
});

/** A poller whose reads answer as told, `latency` milliseconds later, and are noted by the time they went out. */
export class Bench {
  readonly clock = new VirtualClock(async () => {
    // What a stream says passes through more promises than an answer.
    for (let turn = 0; turn < 3; turn++) await microtasks();
  });
  readonly page = new VirtualPage();
  readonly reads: number[] = [];
  readonly told: (StatusAnswer | KycErrorCode)[] = [];
  /** When the reads that were told went out. */
  readonly sentAt: number[] = [];
  /** The streams that were asked for, and when. */
  readonly streams: FakeStream[] = [];
  readonly openings: number[] = [];
  /** How often time was told to pass without an answer. */
  alive = 0;
  outcome: Result<StatusAnswer> = answered;
  /** What a stream is answered with, if not by events. */
  refusal: Result<null> | null = null;
  latency = 0;
  interval = INTERVAL;
  random = (): number => 0;
  inFlight = 0;
  mostInFlight = 0;
  mostTimers = 0;
  readonly fellows = new FakeFellows();
  readonly poller = new StatusPoller({
    read: (signal) => this.#read(signal),
    stream: { open: (signal) => this.#openStream(signal) },
    interval: () => this.interval,
    onAnswer: (status, sentAt) => this.#tell(status, sentAt),
    onFailure: ({ code }, sentAt) => this.#tell(code, sentAt),
    onAlive: () => void this.alive++,
    clock: this.clock.ownedBy('poller'),
    random: () => this.random(),
    activity: this.page,
    fellows: this.fellows,
  });

  /** Follows since now. */
  follow(): this {
    this.poller.follow(this.clock.now());
    return this;
  }

  /** Follows since a moment ago, with a stream that is open and has said PENDING. */
  async followStream(): Promise<FakeStream> {
    this.outcome = offered;
    this.follow();
    await this.clock.advance(1);
    this.poller.read();
    await this.clock.advance(1);
    this.stream.says('PENDING');
    await this.clock.advance(1);
    return this.stream;
  }

  /** The stream that was opened last. */
  get stream(): FakeStream {
    const stream = this.streams.at(-1);
    if (stream === undefined) throw new Error('No stream was opened.');
    return stream;
  }

  /** How many are open. */
  get openStreams(): number {
    return this.streams.filter(({ isClosed }) => !isClosed).length;
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
    expect(this.openStreams, 'streams').to.equal(0);
  }

  #tell(what: StatusAnswer | KycErrorCode, sentAt: number): void {
    this.told.push(what);
    this.sentAt.push(sentAt);
  }

  #openStream(signal: AbortSignal): Promise<Result<ReadableStream<Uint8Array> | null>> {
    this.openings.push(this.clock.now());
    if (this.refusal !== null) return Promise.resolve(this.refusal);
    const stream = new FakeStream(signal);
    this.streams.push(stream);
    return Promise.resolve({ ok: true, value: stream.body });
  }

  #read(signal: AbortSignal): Promise<Result<StatusAnswer>> {
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
