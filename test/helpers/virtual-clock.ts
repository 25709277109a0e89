import type { Clock } from '../../src/services/clock.js';

interface Timer {
  readonly at: number;
  readonly run: () => void;
  readonly owner: string;
}

/** Lets what hangs on settled promises happen: enough turns for the longest chain between a fake answer and its taker. */
export async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

/** A whole task, for what passes through streams of the browser. */
export function task(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Time that passes only when a test says so. Milliseconds throughout. */
export class VirtualClock implements Clock {
  readonly #settle: () => Promise<void>;
  readonly #timers = new Map<number, Timer>();
  #now = 10_000;
  #wall = Date.UTC(2026, 0, 5, 12);
  #lastTimer = 0;

  constructor(settle: () => Promise<void> = microtasks) {
    this.#settle = settle;
  }

  now(): number {
    return this.#now;
  }

  date(): number {
    return this.#wall;
  }

  setTimeout(run: () => void, delay: number): number {
    return this.#start(run, delay, '');
  }

  clearTimeout(timer: number): void {
    this.#timers.delete(timer);
  }

  /** The same clock for one of its users, so that {@link pending} can count by user. */
  ownedBy(owner: string): Clock {
    return {
      now: () => this.#now,
      date: () => this.#wall,
      setTimeout: (run, delay) => this.#start(run, delay, owner),
      clearTimeout: (timer) => this.clearTimeout(timer),
    };
  }

  /** How many timers wait; only those of one user where it is named. */
  pending(owner?: string): number {
    if (owner === undefined) return this.#timers.size;
    let count = 0;
    for (const timer of this.#timers.values()) if (timer.owner === owner) count++;
    return count;
  }

  /** Time passes: each timer fires when it is due, and all that follows from it happens before the next. */
  async advance(span: number): Promise<void> {
    const end = this.#now + span;
    await this.#settle();
    while (this.#runNext(end)) await this.#settle();
    this.#move(end - this.#now);
  }

  /** The machine sleeps: time passes at once, and what was due meanwhile fires late, at the end. */
  async sleep(span: number): Promise<void> {
    this.#move(span);
    await this.advance(0);
  }

  /** The device's clock is set; the one that only moves forward does not notice. */
  setBack(span: number): void {
    this.#wall -= span;
  }

  #start(run: () => void, delay: number, owner: string): number {
    this.#timers.set(++this.#lastTimer, { at: this.#now + Math.max(delay, 0), run, owner });
    return this.#lastTimer;
  }

  #runNext(end: number): boolean {
    let next: [number, Timer] | null = null;
    for (const entry of this.#timers) if (entry[1].at <= end && (next === null || entry[1].at < next[1].at)) next = entry;
    if (next === null) return false;
    const [id, { at, run }] = next;
    this.#timers.delete(id);
    this.#move(Math.max(at - this.#now, 0));
    run();
    return true;
  }

  #move(span: number): void {
    this.#now += span;
    this.#wall += span;
  }
}
