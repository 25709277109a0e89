/** Takes the vendor's webhooks: genuine ones are kept before they are acknowledged, all others change nothing. */
import type { Log } from './log.js';
import type { Fact, Provider } from './providers/provider.js';
import { shortOf, type Ledger } from './records/ledger.js';
import { advanced, type VerificationRecord } from './records/record.js';
import type { RecordStore } from './records/record-store.js';
import { sha256 } from './signature.js';

export interface WebhooksOptions {
  readonly provider: Provider;
  readonly store: RecordStore;
  readonly ledger: Ledger;
  readonly log: Log;
}

/** That webhooks feed a record is noted anew after this time, in milliseconds, also where they say nothing new. */
const FED_NOTE = 60_000;

export class Webhooks {
  readonly #options: WebhooksOptions;

  constructor(options: WebhooksOptions) {
    this.#options = options;
  }

  /** Whether it is worth reading the body. */
  mayBeGenuine(headers: Headers): boolean {
    return this.#options.provider.mayBeWebhook(headers);
  }

  /** @returns `false` where the signature is not the vendor's */
  async take(headers: Headers, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const { provider, ledger, log } = this.#options;
    const now = Date.now();
    const reading = await provider.readWebhook(headers, body, now);
    if (reading.kind === 'forged') return false;
    const targets = reading.kind === 'news' ? await this.#targets(reading.ids, reading.fact !== null) : [];
    if (reading.kind === 'unknown' || targets.length === 0) {
      log.info('webhook-unknown');
      return true;
    }
    const { fact } = reading;
    await Promise.all(targets.map(([key, id]) => ledger.change(key, id, (record) => fed(record, fact, provider, now))));
    for (const [key] of targets) log.info('webhook-taken', { subject: shortOf(key), step: fact?.step ?? 'changed' });
    return true;
  }

  /** The records that the vendor may mean; where there is none yet, and the news say what is, those that are to be. */
  async #targets(ids: readonly string[], create: boolean): Promise<readonly (readonly [key: string, id: string])[]> {
    const keys = await Promise.all(ids.map((id) => sha256(id)));
    const resolved = await Promise.all(keys.map((key) => this.#options.store.resolve(key)));
    const known = new Map(resolved.flatMap((found, index) => (found === null ? [] : [[found.key, found.id ?? ids[index]!] as const])));
    if (known.size > 0) return [...known];
    return create ? keys.map((key, index) => [key, ids[index]!] as const) : [];
  }
}

function fed(record: VerificationRecord, fact: Fact | null, provider: Provider, now: number): VerificationRecord {
  const after = fact === null ? record : advanced(record, provider.merge(record.progress, fact), provider);
  const noted = after === record && now - record.fedAt < FED_NOTE && record.stale === (fact === null);
  return noted ? record : { ...after, fedAt: now, stale: fact === null };
}
