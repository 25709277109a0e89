/** Where the emulators take the time from, in milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock whose speed is chosen and that can be moved forward by hand. */
export interface AdjustableClock extends Clock {
  /** Moves the clock forward by that many milliseconds. */
  advance(milliseconds: number): void;
}

/**
 * @param options `start` in milliseconds since the epoch (default: now); `rate` is how many seconds pass here in
 *   one second of `source` (default 1; 0 is a clock that only `advance` moves)
 */
export function createClock(options: { start?: number; rate?: number; source?: Clock } = {}): AdjustableClock {
  const source = options.source ?? systemClock;
  const rate = options.rate ?? 1;
  const origin = source.now();
  let offset = options.start ?? origin;
  return {
    now: () => Math.round(offset + (source.now() - origin) * rate),
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
