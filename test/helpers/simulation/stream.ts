import type { StatusAnswer } from '../../../src/core/contract.js';
import type { Clock } from '../../../src/services/clock.js';
import { FakeStream } from '../fake-stream.js';

const BEAT = 20_000;
const DELAY = 300;

/** A stream of the scripted server: what it says arrives a moment later, and nothing more where the line is dead. */
export class ScriptedStream {
  hasSpoken = false;
  readonly #clock: Clock;
  readonly #stream: FakeStream;
  readonly #timers = new Set<number>();
  #status: () => StatusAnswer | null = () => null;
  #isOnline = (): boolean => true;
  #isDead = false;

  /** @param onClose told once it is over, whoever ended it */
  constructor(clock: Clock, signal: AbortSignal, onClose: () => void) {
    this.#clock = clock;
    this.#stream = new FakeStream(signal);
    signal.addEventListener('abort', () => {
      for (const timer of this.#timers) clock.clearTimeout(timer);
      this.#timers.clear();
      onClose();
    });
  }

  begin(isOnline: () => boolean, status: () => StatusAnswer | null): ReadableStream<Uint8Array> {
    this.#isOnline = isOnline;
    this.#status = status;
    this.say();
    this.#beat();
    return this.#stream.body;
  }

  /** Says what is so now. */
  say(): void {
    const status = this.#status();
    if (status === null) return;
    const { updatedAt, ...rest } = status;
    const data = JSON.stringify({ ...rest, updatedAt: updatedAt === null ? null : new Date(updatedAt).toISOString() });
    this.#later(DELAY, () => {
      this.hasSpoken = true;
      this.#stream.event(data);
    });
  }

  finish(how: 'end' | 'break' | 'stall'): void {
    if (how === 'stall') this.#isDead = true;
    else this.#stream[how]();
  }

  #beat(): void {
    this.#later(BEAT, () => {
      this.#stream.beat();
      this.#beat();
    });
  }

  /** What can't get through is lost, and with it the line. */
  #later(delay: number, arrive: () => void): void {
    const timer = this.#clock.setTimeout(() => {
      this.#timers.delete(timer);
      this.#isDead ||= !this.#isOnline();
      if (!this.#isDead) arrive();
    }, delay);
    this.#timers.add(timer);
  }
}
