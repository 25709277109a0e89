/**
 * The stream of answers that an endpoint may have beside its reads: one at a time, given up for good
 * where the endpoint has none after all. When one is wanted, and what an answer means, is decided elsewhere.
 */
import { MAX_BODY_BYTES, STREAM_SILENCE, parseStatus, type StatusAnswer } from '../core/contract.js';
import { Alarm } from './alarm.js';
import type { Clock } from './clock.js';
import { parseJson } from './endpoint-client.js';
import { readEvents } from './event-stream.js';
import { failed, type Result } from './result.js';

/** Where the stream comes from. */
export interface StreamSource {
  /** The answer to a streaming `GET`; `null` where it is no event stream. */
  readonly open: (signal: AbortSignal) => Promise<Result<ReadableStream<Uint8Array> | null>>;
}

export interface StreamOptions extends StreamSource {
  readonly clock: Clock;
  /** `sentAt`: when it was asked for, which for all but the first answer is when it came. */
  readonly onAnswer: (status: StatusAnswer, sentAt: number) => void;
  /** Something has come, if only a heartbeat. */
  readonly onAlive: () => void;
  /** It has ended by itself. */
  readonly onEnd: (outcome: Result<unknown>) => void;
}

/** Streams that may end in a row without having said anything. */
const MAX_MUTE = 2;
const BROKEN = failed('network', 'status');

export class StatusStream {
  readonly #options: StreamOptions;
  readonly #silence: Alarm;
  #open: AbortController | null = null;
  #openedAt = 0;
  #hasSpoken = false;
  #mute = 0;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#silence = new Alarm(options.clock, () => this.#end(this.#open, BROKEN));
  }

  /** Opens one, unless one is open or the endpoint has none. */
  open(): void {
    if (this.#open !== null || this.#mute >= MAX_MUTE) return;
    this.#open = new AbortController();
    this.#openedAt = this.#options.clock.now();
    this.#hasSpoken = false;
    void this.#follow(this.#open);
  }

  /** Nothing is told of it any more. */
  close(): void {
    this.#silence.set(null);
    this.#open?.abort();
    this.#open = null;
  }

  /** Closes it, and forgets what is known of the endpoint. */
  reset(): void {
    this.close();
    this.#mute = 0;
  }

  async #follow(open: AbortController): Promise<void> {
    const { signal } = open;
    try {
      this.#heed();
      const answer = await this.#options.open(signal);
      if (signal.aborted) return;
      if (!answer.ok) return this.#end(open, answer);
      const body = answer.value;
      if (body === null) this.#mute = MAX_MUTE;
      else await readEvents({ body, limit: MAX_BODY_BYTES, onData: (data) => this.#take(data), onBytes: () => this.#live() }, signal);
      this.#end(open, { ok: true, value: null });
    } catch {
      this.#end(open, BROKEN);
    }
  }

  #take(data: string): void {
    const status = parseStatus(parseJson(data));
    if (status === null) return;
    const sentAt = this.#hasSpoken ? this.#options.clock.now() : this.#openedAt;
    this.#hasSpoken = true;
    this.#mute = 0;
    this.#options.onAnswer(status, sentAt);
  }

  #live(): void {
    this.#heed();
    this.#options.onAlive();
  }

  /** It may be silent from now on for as long as a stream may. */
  #heed(): void {
    this.#silence.set(this.#options.clock.now() + STREAM_SILENCE);
  }

  #end(open: AbortController | null, outcome: Result<unknown>): void {
    if (open === null || open !== this.#open) return;
    this.close();
    if (!this.#hasSpoken) this.#mute++;
    this.#options.onEnd(outcome);
  }
}
