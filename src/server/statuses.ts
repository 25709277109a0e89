/** Where a verification stands: from the store once webhooks feed it, else by one read of the vendor that all share. */
import type { Ledger } from './records/ledger.js';
import { advanced, answersByItself, isDecided, keyOf, type VerificationRecord } from './records/record.js';
import type { RecordStore } from './records/record-store.js';
import type { Provider, Subject } from './providers/provider.js';
import { RateLimit } from './rate-limit.js';
import { TOO_MANY, type CallResult, type Failure, type Upstream } from './upstream.js';
import type { Log } from './log.js';

export interface StatusesOptions {
  readonly provider: Provider;
  readonly store: RecordStore;
  readonly ledger: Ledger;
  readonly upstream: Upstream;
  readonly log: Log;
}

export class Statuses {
  readonly #options: StatusesOptions;
  readonly #underWay = new Map<string, { readonly heard: number; readonly answer: Promise<CallResult<VerificationRecord>> }>();
  readonly #rateLimit = new RateLimit();

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
    // One that was sent before the last webhook comes too late.
    if (underWay !== undefined && underWay.heard === (record?.heard ?? 0)) return underWay.answer;
    // In between the last answer stands.
    if (!this.#rateLimit.take(key)) return record === null ? TOO_MANY : { ok: true, value: record };
    const read = { heard: record?.heard ?? 0, answer: this.#ask(subject, record) };
    this.#underWay.set(place, read);
    return read.answer.finally(() => this.#underWay.get(place) === read && this.#underWay.delete(place));
  }

  async #ask(subject: Subject, record: VerificationRecord | null): Promise<CallResult<VerificationRecord>> {
    const { provider, store, ledger, upstream } = this.#options;
    const sentAt = Date.now();
    const answer = await provider.readStatus(subject, record?.progress ?? provider.initial, upstream);
    if (!answer.ok) return this.#afterFailure(record, answer, subject);
    const { fact, alias } = answer.value;
    if (alias !== null) await store.link(keyOf(subject.reverify, alias), subject);
    const value = await ledger.change(subject.key, subject.id, (current) => {
      // What a webhook has said meanwhile is newer.
      if (current.heard !== (record?.heard ?? 0)) return current;
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
    this.#options.log.info('status-from-store', { status: failure.status }, subject.key);
    return { ok: true, value: record };
  }
}
