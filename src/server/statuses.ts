/** Where a verification stands: from the store once webhooks feed it, else by one read of the vendor that all share. */
import { LRUCache } from 'lru-cache';
import { shortOf, type Ledger } from './records/ledger.js';
import { advanced, answersByItself, isDecided, type VerificationRecord } from './records/record.js';
import type { RecordStore } from './records/record-store.js';
import type { Provider, Subject } from './providers/provider.js';
import { sha256 } from './signature.js';
import type { CallResult, Failure, Upstream } from './upstream.js';
import type { Log } from './log.js';

export interface StatusesOptions {
  readonly provider: Provider;
  readonly store: RecordStore;
  readonly ledger: Ledger;
  readonly upstream: Upstream;
  readonly log: Log;
}

/** Reads of the vendor for one id: so many at once, and then one each second. In between the last answer stands. */
const BURST = 10;
const REFILL = 1_000;
const MAX_COUNTED = 50_000;

export class Statuses {
  readonly #options: StatusesOptions;
  readonly #underWay = new Map<string, Promise<CallResult<VerificationRecord>>>();
  readonly #turns = new LRUCache<string, { left: number; at: number }>({ max: MAX_COUNTED });

  constructor(options: StatusesOptions) {
    this.#options = options;
  }

  async read(subject: Subject): Promise<CallResult<VerificationRecord>> {
    const { key } = subject;
    const record = await this.#options.store.get(key);
    if (record !== null && answersByItself(record, Date.now())) return { ok: true, value: record };
    // Users of one record may have bearers of their own: each is asked for by its own.
    const place = `${key}:${subject.bearer ?? ''}`;
    const underWay = this.#underWay.get(place);
    if (underWay !== undefined) return underWay;
    if (record !== null && !this.#takeTurn(key)) return { ok: true, value: record };
    const read = this.#ask(subject, record).finally(() => this.#underWay.delete(place));
    this.#underWay.set(place, read);
    return read;
  }

  async #ask(subject: Subject, record: VerificationRecord | null): Promise<CallResult<VerificationRecord>> {
    const { provider, store, ledger, upstream } = this.#options;
    const sentAt = Date.now();
    const answer = await provider.readStatus(subject, record?.progress ?? provider.initial, upstream);
    if (!answer.ok) return this.#afterFailure(record, answer, subject);
    const { fact, alias } = answer.value;
    if (alias !== null) await store.link(await sha256(alias), subject);
    const value = await ledger.change(subject.key, subject.id, (current) => {
      // What a webhook has said meanwhile is newer.
      if (current.fedAt >= sentAt) return current;
      const read = fact === null ? current : advanced(current, provider.merge(current.progress, fact), provider);
      return current.fedAt === 0 ? read : { ...read, stale: false, checkedAt: sentAt };
    });
    return { ok: true, value };
  }

  /** What is known stands, where the vendor has closed its record after a verdict, or where webhooks go on bringing news. */
  #afterFailure(record: VerificationRecord | null, failure: Failure, subject: Subject): CallResult<VerificationRecord> {
    const closed = failure.status === 400 || failure.status === 404;
    const troubled = failure.status === 429 || failure.status === 502;
    const stands = record !== null && ((closed && (isDecided(record) || record.fedAt > 0)) || (troubled && record.fedAt > 0));
    if (!stands) return failure;
    this.#options.log.info('status-from-store', { subject: shortOf(subject.key), status: failure.status });
    return { ok: true, value: record };
  }

  #takeTurn(key: string): boolean {
    const now = Date.now();
    const before = this.#turns.get(key) ?? { left: BURST, at: now };
    const left = Math.min(BURST, before.left + (now - before.at) / REFILL);
    if (left < 1) return false;
    this.#turns.set(key, { left: left - 1, at: now });
    return true;
  }
}
