export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type Timer = ReturnType<typeof setTimeout>;

/** A timer that keeps no process alive. */
export function later(work: () => void, milliseconds: number): Timer {
  const timer = setTimeout(work, milliseconds);
  if (typeof timer === 'object') timer.unref();
  return timer;
}
