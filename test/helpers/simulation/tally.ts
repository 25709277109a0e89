import type { Announcement } from '../../../src/core/effects.js';

/** Which events were said, `kyc-stalled` with its reason, and how often. */
export class Tally {
  readonly #counts = new Map<string, number>();

  take(announcements: readonly Announcement[]): void {
    for (const one of announcements) {
      const name = one.name === 'kyc-stalled' ? `${one.name} ${one.reason}` : one.name;
      this.#counts.set(name, this.count(name) + 1);
    }
  }

  count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  get names(): Iterable<string> {
    return this.#counts.keys();
  }
}
