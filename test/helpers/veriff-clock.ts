import type { Clock } from '../../src/services/clock.js';

/** Time that passes only when a test says so. */
export class VirtualClock implements Clock {
  #now = 0;
  #lastTimer = 0;
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();

  /** Timers that are still to fire. */
  get pending(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  date(): number {
    return this.#now;
  }

  setTimeout(run: () => void, delay: number): number {
    this.#timers.set(++this.#lastTimer, { at: this.#now + delay, run });
    return this.#lastTimer;
  }

  clearTimeout(timer: number): void {
    this.#timers.delete(timer);
  }

  /** Lets that many milliseconds pass, each timer at its own moment. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
      if (next === undefined) break;
      const [timer, { at, run }] = next;
      this.#timers.delete(timer);
      this.#now = at;
      run();
    }
    this.#now = end;
  }
}
