/** Time, so that tests can hold it. */
export interface Clock {
  /** Milliseconds on a clock that only moves forward. */
  now(): number;
  /** Milliseconds since the epoch, by the device's clock. */
  date(): number;
  setTimeout(run: () => void, delay: number): number;
  clearTimeout(timer: number): void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  setTimeout: (run, delay) => window.setTimeout(run, delay),
  clearTimeout: (timer) => window.clearTimeout(timer),
};
