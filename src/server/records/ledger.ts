/** Where every change of a record is made: kept, told to the partner's server and to the streams, in one order. */
import type { VerificationState } from '../../core/names.js';
import type { Log } from '../log.js';
import type { Provider } from '../providers/provider.js';
import { newRecord, standingOf, type VerificationRecord } from './record.js';
import type { RecordStore, Soon } from './record-store.js';

/** A change of where somebody's verification stands, for the partner's server. */
export interface StatusChange {
  /** The onboarding id, or the signed-in user's id, as `authorize` and the vendor know it. */
  readonly id: string;
  readonly verificationState: VerificationState;
  readonly reasons: readonly string[];
  /** ISO 8601. */
  readonly updatedAt: string;
}

export interface LedgerOptions {
  readonly provider: Provider;
  readonly store: RecordStore;
  readonly log: Log;
  readonly onStatusChange: ((change: StatusChange) => void | Promise<void>) | undefined;
  /** Whoever follows that record is told. */
  readonly publish: (key: string, record: VerificationRecord) => void;
}

export class Ledger {
  readonly #options: LedgerOptions;

  constructor(options: LedgerOptions) {
    this.#options = options;
  }

  /**
   * Changes a record, one change after the other. The partner's server is told before the change is kept: when it throws,
   * nothing is kept, and whoever brought the news brings it again.
   */
  change(
    key: string,
    id: string,
    change: (record: VerificationRecord) => VerificationRecord,
    { tell = true } = {},
  ): Soon<VerificationRecord> {
    const { provider, store, publish } = this.#options;
    const record = store.update(key, (before) => {
      const base = before ?? newRecord(provider, Date.now());
      const after = change(base);
      // A record that is new is kept even where nothing is known yet: it dates that.
      const kept = after === base && before !== null ? before : after;
      if (standingOf(base).revision === standingOf(after).revision) return kept;
      this.#options.log.info('status-changed', { from: standingOf(base).state, to: standingOf(after).state }, key);
      const told = tell ? this.#tell(id, after) : undefined;
      return told instanceof Promise ? told.then(() => kept) : kept;
    });
    const published = (kept: VerificationRecord): VerificationRecord => {
      publish(key, kept);
      return kept;
    };
    return record instanceof Promise ? record.then(published) : published(record);
  }

  #tell(id: string, record: VerificationRecord): Soon<void> {
    const { state, reasons, since } = standingOf(record);
    const updatedAt = new Date(since ?? record.createdAt).toISOString();
    return this.#options.onStatusChange?.({ id, verificationState: state, reasons, updatedAt });
  }
}
