import type { Clock } from './clock.js';

/** One timer for one named time. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: (at: number) => void;
  #timer: number | null = null;
  #at: number | null = null;

  /** @param ring told the time that was named, or a later one: timers may fire a moment early */
  constructor(clock: Clock, ring: (at: number) => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** The time that was named, until it has come. */
  get at(): number | null {
    return this.#at;
  }

  /** Rings at `at`, on the clock's own scale, instead of any time named before; `null`: not at all. */
  set(at: number | null): void {
    const clock = this.#clock;
    if (this.#timer !== null) clock.clearTimeout(this.#timer);
    this.#timer = null;
    this.#at = at;
    if (at === null) return;
    const ring = (): void => {
      this.#timer = this.#at = null;
      this.#ring(Math.max(at, clock.now()));
    };
    this.#timer = clock.setTimeout(ring, Math.max(at - clock.now(), 0));
  }
}
