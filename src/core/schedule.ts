/**
 * When to read the status next: often while an answer is likely, ever more rarely later, and spread
 * so that many widgets do not ask together. Milliseconds throughout; `random` is a number in [0, 1).
 */

const LONGEST_GAP = 300_000;
/** Of the wait so far, on top of the shortest gap: so the first minute, in which no verdict comes, takes few of the reads. */
const SHARE_OF_WAIT = 0.065;
const JITTER = 0.2;
const ERROR_BASE = 5_000;
const ERROR_CAP = 60_000;
/** From the second failure in a row the usual gap is so many times as long. */
const FAILED_STRETCH = 4;
const RETRY_BASE = 500;
const RETRY_CAP = 4_000;
const WAKE_SPREAD = 1_000;

/** How many times the exchange is tried. */
export const EXCHANGE_TRIES = 3;

/** The attribute `poll-interval`, in seconds, as milliseconds between 1 s and 60 s; 5 s where it is no number. */
export function pollInterval(seconds: number): number {
  return (Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 60) : 5) * 1000;
}

/** The gap after a read that was answered. */
export function gapAfterAnswer(waited: number, interval: number, random: number): number {
  return usualGap(waited, interval) * (1 + JITTER * random);
}

/** The gap after a stream that ended: many end together, so the whole of the usual gap is what spreads them. */
export function gapAfterStream(waited: number, interval: number, random: number): number {
  return usualGap(waited, interval) * (1 + JITTER) * random;
}

function usualGap(waited: number, interval: number): number {
  return Math.min(interval + waited * SHARE_OF_WAIT, LONGEST_GAP);
}

/**
 * The gap after a read that failed, `failures` in a row: never shorter than after an answer, else the end of an outage would meet
 * more reads than usual; and longer from the second on, since then those come, too, whose verdict fell in the outage.
 */
export function gapAfterFailure(failures: number, waited: number, interval: number, random: number): number {
  const usual = Math.min(usualGap(waited, interval) * (failures > 1 ? FAILED_STRETCH : 1), LONGEST_GAP);
  return Math.max(random * Math.min(ERROR_CAP, ERROR_BASE * 2 ** (failures - 1)), usual * (1 + JITTER * random));
}

/**
 * How long an endpoint is left in peace that has asked for it: it may have told all the same moment, so they spread after that, over
 * the gap that will be usual by then.
 */
export function restAfter(retryAfter: number, waited: number, interval: number, random: number): number {
  return retryAfter + gapAfterStream(waited + retryAfter, interval, random);
}

/** The gap after a read that was refused (401, 403, 498, 499), `refusals` in a row: it grows each time (law 6). */
export function gapAfterRefusal(refusals: number, interval: number, random: number): number {
  return Math.min(interval * 2 ** refusals, LONGEST_GAP) * (1 + JITTER * random);
}

/** The gap before the next try of the exchange, after `failures` of them: full jitter. */
export function gapBeforeRetry(failures: number, random: number): number {
  return random * Math.min(RETRY_CAP, RETRY_BASE * 2 ** (failures - 1));
}

/** How long a page that came back waits before it reads: a moment after an outage, since others come back with it. */
export function gapAfterReturn(afterOutage: boolean, random: number): number {
  return afterOutage ? random * WAKE_SPREAD : 0;
}
