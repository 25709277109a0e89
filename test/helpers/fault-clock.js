/**
 * Time in a page that also goes by itself, and can be put ahead: what is due meanwhile runs, each at its own time and in order.
 * Runs in the page before its scripts, by `evaluateOnNewDocument`, and stands there as `faultClock`.
 */
export function installClock() {
  if (window !== top) return;
  const { setTimeout: later, clearTimeout: never, setInterval: every, clearInterval: end, requestAnimationFrame: paint, cancelAnimationFrame: unpaint, performance } = window;
  const now = performance.now.bind(performance);
  const date = Date.now;
  let ahead = 0;
  let ids = 0;
  /** By id: what runs, when, and the browser's own timer for it. */
  const timers = new Map();
  const ticking = new Set();
  const painting = new Set();
  const clock = {
    now: () => now() + ahead,
    /** What would still run by itself. */
    pending: () => [...[...timers.values()].map(({ delay }) => `timer of ${delay} ms`), ...[...ticking].map(() => 'interval'), ...[...painting].map(() => 'animation frame')],
    /** The delay that was asked for by the timer that fired last. */
    lastDelay: 0,
    rest: () => new Promise((resolve) => later(resolve, 0)),
    /** `stop` says when that is enough. */
    async advance(time, stop = () => false) {
      const until = clock.now() + time;
      for (;;) {
        await clock.rest();
        if (stop()) break;
        const [id, next] = [...timers].reduce((first, timer) => (timer[1].due < first[1].due ? timer : first), [0, { due: Infinity }]);
        if (next.due > until) {
          ahead += Math.max(until - clock.now(), 0);
          break;
        }
        ahead += Math.max(next.due - clock.now(), 0);
        fire(id);
      }
      for (const [id, timer] of timers) arm(id, timer);
      await clock.rest();
    },
  };
  const fire = (id) => {
    const timer = timers.get(id);
    if (timer === undefined) return;
    never(timer.real);
    timers.delete(id);
    clock.lastDelay = timer.delay;
    timer.run();
  };
  const arm = (id, timer) => {
    never(timer.real);
    // A timer of the browser's overflows at 2^31 ms.
    timer.real = later(() => fire(id), Math.min(Math.max(timer.due - clock.now(), 0), 2_000_000_000));
  };
  window.setTimeout = (run, delay = 0, ...given) => {
    const id = ++ids + 1e6;
    const timer = { run: () => run(...given), delay, due: clock.now() + delay };
    timers.set(id, timer);
    arm(id, timer);
    return id;
  };
  window.clearTimeout = (id) => {
    const timer = timers.get(id);
    if (timer === undefined) return;
    never(timer.real);
    timers.delete(id);
  };
  window.setInterval = (...given) => {
    const id = every(...given);
    ticking.add(id);
    return id;
  };
  window.clearInterval = (id) => {
    ticking.delete(id);
    end(id);
  };
  window.requestAnimationFrame = (run) => {
    const id = paint((time) => {
      painting.delete(id);
      run(time);
    });
    painting.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    painting.delete(id);
    unpaint(id);
  };
  performance.now = clock.now;
  Date.now = () => date() + Math.round(ahead);
  window.faultClock = clock;
}
