import { LRUCache } from 'lru-cache';

/** Calls of a vendor for one id: so many at once, and then one each second. */
const BURST = 10;
const REFILL = 1_000;
const MAX_COUNTED = 10_000;

/** Counts calls by whom they are for, so that nobody can make the vendor be asked without end. */
export class RateLimit {
  readonly #counts = new LRUCache<string, { readonly left: number; readonly at: number }>({ max: MAX_COUNTED });

  /** Whether one more call may be made now; then it is counted. */
  take(key: string): boolean {
    const now = Date.now();
    const before = this.#counts.get(key) ?? { left: BURST, at: now };
    // A clock that was set back takes nothing away.
    const left = Math.min(BURST, before.left + Math.max(0, now - before.at) / REFILL);
    if (left < 1) return false;
    this.#counts.set(key, { left: left - 1, at: now });
    return true;
  }
}
