import type { StatusAnswer } from '../../../src/core/contract.js';
import { kycError, type KycErrorCode } from '../../../src/core/errors.js';
import type { VerificationState } from '../../../src/core/names.js';
import type { Result } from '../../../src/services/result.js';
import type { VirtualClock } from '../virtual-clock.js';
import type { Act, Fare, Setting, StreamFare } from './acts.js';
import { ScriptedStream } from './stream.js';

const GOOD: Fare = { failure: null, delay: 0, retryAfter: null };
const REQUEST_LIMIT = 15_000;

/** Answers as the script says, by the virtual clock; a request that is aborted leaves no timer behind. */
export class ScriptedServer {
  reads = GOOD;
  exchanges = GOOD;
  streams: StreamFare;
  /** Answers that streams have brought. */
  streamed = 0;
  /** The stream that is open or asked for. */
  readonly open = new Set<ScriptedStream>();
  readonly #clock: VirtualClock;
  readonly #isOnline: () => boolean;
  readonly #dates: Setting['dates'];
  #state: VerificationState | null = 'UNVERIFIED';
  #updatedAt: number;
  #newest: number;
  #retryIn: number | null = null;
  #answers = 0;
  /** Status reads under way, and all that were ever sent. */
  inFlight = 0;
  sent = 0;

  constructor(clock: VirtualClock, isOnline: () => boolean, { dates, streams }: Setting) {
    this.streams = streams;
    this.#clock = clock;
    this.#isOnline = isOnline;
    this.#dates = dates;
    this.#updatedAt = this.#newest = clock.date();
  }

  say({ state, updated, retryIn }: Omit<Extract<Act, { do: 'server-says' }>, 'do'>): void {
    this.#state = state;
    this.#retryIn = retryIn;
    if (updated === 'newer') this.#updatedAt = this.#newest += 1_000;
    if (updated === 'older') this.#updatedAt -= 1_000;
    for (const stream of this.open) stream.say();
  }

  take(act: Extract<Act, { do: 'server-says' | 'reads' | 'exchanges' | 'streams' | 'stream-ends' }>): void {
    switch (act.do) {
      case 'server-says':
        return this.say(act);
      case 'reads':
      case 'exchanges':
        return void (this[act.do] = act.fare);
      case 'streams':
        return void (this.streams = act.fare);
      case 'stream-ends':
        for (const stream of this.open) stream.finish(act.how);
    }
  }

  heal(): void {
    this.reads = GOOD;
    this.exchanges = GOOD;
  }

  status(): StatusAnswer {
    const dated = this.#dates === 'always' || (this.#dates === 'at times' && this.#answers++ % 2 === 0);
    return {
      verificationState: this.#state,
      reasons: [],
      retryAt: this.#retryIn === null ? null : new Date(this.#clock.date() + this.#retryIn).toISOString(),
      updatedAt: dated ? this.#updatedAt : null,
      stream: this.streams !== 'none',
    };
  }

  read(signal: AbortSignal): Promise<Result<StatusAnswer>> {
    this.inFlight++;
    this.sent++;
    const answer = this.status();
    return new Promise((resolve) => {
      this.#later(this.reads, signal, (failure) => {
        this.inFlight--;
        const { retryAfter } = this.reads;
        resolve(failure === null ? { ok: true, value: answer } : { ok: false, error: kycError(failure, 'status'), retryAfter });
      });
    });
  }

  openStream(signal: AbortSignal): Promise<Result<ReadableStream<Uint8Array> | null>> {
    const { streams: fare, reads } = this;
    const stream = new ScriptedStream(this.#clock.ownedBy('server'), signal, () => this.open.delete(stream));
    this.open.add(stream);
    return new Promise((resolve) => {
      this.#later({ ...reads, failure: fare === 'refused' ? 'server' : reads.failure }, signal, (failure) => {
        if (failure !== null) return resolve({ ok: false, error: kycError(failure, 'status'), retryAfter: reads.retryAfter });
        if (fare === 'none' || fare === 'other') return resolve({ ok: true, value: null });
        resolve({ ok: true, value: stream.begin(this.#isOnline, () => (fare === 'mute' ? null : (this.streamed++, this.status()))) });
      });
    });
  }

  /** The exchange; what it does when it is aborted is nobody's business. */
  exchange(signal: AbortSignal, done: (failure: KycErrorCode | null) => void): void {
    this.#later(this.exchanges, signal, (failure) => {
      if (!signal.aborted) done(failure);
    });
  }

  #later({ failure, delay }: Fare, signal: AbortSignal, done: (failure: KycErrorCode | null) => void): void {
    const clock = this.#clock.ownedBy('server');
    const end = (): void => {
      clock.clearTimeout(timer);
      done('network');
    };
    const timer = clock.setTimeout(
      () => {
        signal.removeEventListener('abort', end);
        if (!this.#isOnline()) done('offline');
        else done(failure === 'never' ? 'timeout' : failure);
      },
      failure === 'never' ? REQUEST_LIMIT : delay,
    );
    signal.addEventListener('abort', end);
  }
}
