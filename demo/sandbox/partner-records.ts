import { BoundedMap } from './bounded-map.js';
import type { Clock } from './clock.js';

/** What the endpoint says of a person's verification. */
export interface VerificationStatus {
  verificationState: unknown;
  reasons: string[];
  /** ISO 8601, or null if another try is allowed now. */
  retryAt: string | null;
  /** ISO 8601. */
  updatedAt: string;
}

interface PartnerRecord {
  changedAt: number;
  verdict: { state: PartnerVerdict; reasons: string[]; retryAt: number | null; at: number } | null;
}

export type PartnerVerdict = 'VERIFIED' | 'REJECTED' | 'RESUBMISSION_REQUESTED' | 'EXPIRED';

const iso = (time: number): string => new Date(time).toISOString();

/**
 * What a partner keeps beside Baanx, from the webhooks he gets: reasons, times, and the two verdicts for which Baanx
 * has no word. Baanx's own word stays the base; this only adds to it.
 */
export class PartnerRecords {
  readonly #records = new BoundedMap<string, PartnerRecord>(5000);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Baanx's word changed. */
  changed(id: string, at: number): void {
    this.#record(id).changedAt = at;
  }

  /** Documents were sent: "ask again" and "expired" are answered by that, other verdicts stay until the next one. */
  submitted(id: string, at: number): void {
    const record = this.#record(id);
    if (record.verdict === null || record.verdict.state === 'VERIFIED' || record.verdict.state === 'REJECTED') return;
    record.verdict = null;
    record.changedAt = at;
  }

  decided(id: string, verdict: { state: PartnerVerdict; reasons: string[]; retryAt: number | null; at: number }): void {
    this.#record(id).verdict = verdict;
  }

  /** Forgets the verdict, as if none had fallen. */
  reopened(id: string, at: number): void {
    this.#records.set(id, { changedAt: at, verdict: null });
  }

  /** @param word what Baanx says now, of whatever type */
  describe(id: string, word: unknown): VerificationStatus {
    const { changedAt, verdict } = this.#record(id);
    const holds = verdict !== null && (verdict.state === word || verdict.state === 'RESUBMISSION_REQUESTED' || verdict.state === 'EXPIRED');
    if (!holds) return { verificationState: word, reasons: [], retryAt: null, updatedAt: iso(changedAt) };
    const retryAt = verdict.retryAt !== null && verdict.retryAt > this.#clock.now() ? iso(verdict.retryAt) : null;
    return { verificationState: verdict.state, reasons: verdict.reasons, retryAt, updatedAt: iso(verdict.at) };
  }

  #record(id: string): PartnerRecord {
    const known = this.#records.get(id);
    if (known !== undefined) return known;
    const fresh: PartnerRecord = { changedAt: this.#clock.now(), verdict: null };
    this.#records.set(id, fresh);
    return fresh;
  }
}
