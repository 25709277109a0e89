import { standIn } from '../helpers/element-cleanup.js';

// Kept, since the page's own are replaced.
const later = setTimeout.bind(globalThis);
const realNow = performance.now.bind(performance);

/** The page's timers and clocks, which go on only by a test's word. The wall clock may differ from the steady one. */
export class PageClock {
  #now = 0;
  #wall = Date.UTC(2026, 10, 1);
  #lastId = 1_000_000;
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();

  /** Takes the place of the page's clocks until the test ends. */
  install(): void {
    const set = (run: TimerHandler, delay = 0): number => {
      if (typeof run !== 'function') throw new TypeError('Only functions are held.');
      this.#timers.set(++this.#lastId, { at: this.#now + Math.max(Number(delay), 0), run: run as () => void });
      return this.#lastId;
    };
    standIn(window, 'setTimeout', set as typeof window.setTimeout);
    standIn(window, 'clearTimeout', ((id?: number) => this.#timers.delete(Number(id))) as typeof window.clearTimeout);
    standIn(performance, 'now', () => this.#now);
    standIn(Date, 'now', () => this.#wall);
  }

  get now(): number {
    return this.#now;
  }

  get wall(): number {
    return this.#wall;
  }

  get pending(): number {
    return this.#timers.size;
  }

  /** When the next timer is due. */
  get nextAt(): number {
    return Math.min(...[...this.#timers.values()].map(({ at }) => at), Infinity);
  }

  setWall(by: number): void {
    this.#wall += by;
  }

  /** Time goes on to a moment, and what is due by then runs, each timer once. */
  goTo(at: number): void {
    const to = Math.max(at, this.#now);
    this.#wall += to - this.#now;
    this.#now = to;
    const due = [...this.#timers].filter(([, timer]) => timer.at <= to).sort(([, one], [, other]) => one.at - other.at);
    for (const [id, { run }] of due) if (this.#timers.delete(id)) run();
  }
}

/** Waits in real time. */
export function realPause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => later(resolve, milliseconds));
}

/** Waits in real time until a fact holds. */
export async function realWait(fact: () => boolean, what: string): Promise<void> {
  for (const end = realNow() + 60_000; !fact(); await realPause(1)) if (realNow() > end) throw new Error(`Not seen: ${what}`);
}

let turns = 0;

/** One turn of the page's queue of messages: what a frame posted before it has arrived after it. */
export function turn(): Promise<void> {
  const mark = `turn ${++turns}`;
  return new Promise((resolve) => {
    const arrive = ({ data }: MessageEvent<unknown>): void => {
      if (data !== mark) return;
      window.removeEventListener('message', arrive);
      resolve();
    };
    window.addEventListener('message', arrive);
    window.postMessage(mark, '*');
  });
}
