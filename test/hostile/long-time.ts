import { onCleanup, standIn } from '../helpers/element-cleanup.js';
import { task } from '../helpers/virtual-clock.js';

const realNow = performance.now.bind(performance);

/** A page whose time passes only by `pass`, in hours instead of moments, and which is seen only when a test says so. */
export class LongTime {
  /** The most timers that ever waited together, of any kind, since `forget`. */
  mostTimers = 0;
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  #passed = 0;
  #lastTimer = 1_000_000;
  #isVisible = true;

  constructor() {
    const [startedAt, startedOn] = [realNow(), Date.now()];
    const hold = (run: TimerHandler, delay = 0): number => {
      if (typeof run !== 'function') throw new TypeError('Only functions are held.');
      this.#timers.set(++this.#lastTimer, { at: this.#passed + Math.max(Number(delay), 0), run: run as () => void });
      this.mostTimers = Math.max(this.mostTimers, this.#timers.size);
      return this.#lastTimer;
    };
    const drop = (timer?: number): void => void this.#timers.delete(Number(timer));
    standIn(window, 'setTimeout', hold as typeof window.setTimeout);
    standIn(window, 'clearTimeout', drop as typeof window.clearTimeout);
    standIn(window, 'setInterval', () => {
      throw new Error('Nothing that waits may need a timer that never ends.');
    });
    standIn(performance, 'now', () => startedAt + this.#passed);
    standIn(Date, 'now', () => startedOn + this.#passed);
    standIn(document, 'visibilityState', 'visible');
    // What leaves the page at the end of the test still sees its timers run.
    onCleanup(() => this.pass(0));
  }

  get timers(): number {
    return this.#timers.size;
  }

  forget(): void {
    this.mostTimers = this.#timers.size;
  }

  /** That many milliseconds pass, each timer at its own moment. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#passed + milliseconds;
    for (;;) {
      // An answer passes through streams of the browser: it takes whole tasks.
      for (let turn = 0; turn < 8; turn++) await task();
      const [due] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at);
      if (due === undefined) break;
      this.#timers.delete(due[0]);
      this.#passed = Math.max(this.#passed, due[1].at);
      due[1].run();
    }
    this.#passed = end;
  }

  show(isVisible: boolean): void {
    this.#isVisible = isVisible;
    standIn(document, 'visibilityState', this.#isVisible ? 'visible' : 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
  }
}
