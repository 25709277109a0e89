import { onCleanup, standIn } from './element-cleanup.js';

// Kept, since a test may hold the page's time.
const later = setTimeout.bind(globalThis);
const realNow = performance.now.bind(performance);

/** Lets everything happen that is ready to: tasks, microtasks, rendering. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise<void>((resolve) => later(resolve, 0));
}

/** Waits real time. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => later(resolve, milliseconds));
}

/** Waits in real time until a fact holds. */
export async function eventually(fact: () => boolean, what: string, limit = 6_000): Promise<void> {
  for (const end = realNow() + limit; !fact(); await pause(5)) {
    if (realNow() > end) throw new Error(`Not seen in ${limit} ms: ${what}`);
  }
}

export interface HeldTime {
  /** Lets that many milliseconds pass, each timer at its own moment. */
  advance(milliseconds: number): Promise<void>;
  /** Timers that are still to fire. */
  readonly pending: number;
}

/** Holds the page's timers and clocks: time passes only by `advance`. */
export function holdTime(): HeldTime {
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  const [startedAt, startedOn] = [realNow(), Date.now()];
  let passed = 0;
  let lastId = 1_000_000;

  const hold = (run: TimerHandler, delay = 0): number => {
    if (typeof run !== 'function') throw new TypeError('Only functions are held.');
    timers.set(++lastId, { at: passed + Math.max(Number(delay), 0), run: run as () => void });
    return lastId;
  };
  const advance = async (milliseconds: number): Promise<void> => {
    const end = passed + milliseconds;
    for (;;) {
      await settle();
      const due = [...timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
      if (due === undefined) break;
      const [id, { at, run }] = due;
      timers.delete(id);
      passed = Math.max(passed, at);
      run();
    }
    passed = end;
  };

  standIn(window, 'setTimeout', hold as typeof window.setTimeout);
  standIn(window, 'clearTimeout', ((id?: number) => timers.delete(Number(id))) as typeof window.clearTimeout);
  standIn(performance, 'now', () => startedAt + passed);
  standIn(Date, 'now', () => startedOn + passed);
  // What leaves the page at the end of the test still sees its timers run.
  onCleanup(() => advance(0));
  return {
    advance,
    get pending() {
      return timers.size;
    },
  };
}
