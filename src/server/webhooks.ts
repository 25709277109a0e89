/** Takes the vendor's webhooks: genuine ones are kept before they are acknowledged, all others change nothing. */
import type { Log } from './log.js';
import type { Fact, Provider } from './providers/provider.js';
import { shortOf, type Ledger } from './records/ledger.js';
import { advanced, keyOf, type VerificationRecord } from './records/record.js';
import type { RecordStore } from './records/record-store.js';

export interface WebhooksOptions {
  readonly provider: Provider;
  readonly store: RecordStore;
  readonly ledger: Ledger;
  readonly log: Log;
}

interface Target {
  readonly key: string;
  readonly id: string;
  /** Whether the partner's server is told of the change: once each name. */
  readonly tell: boolean;
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
  async take(headers: Headers, body: Uint8Array): Promise<boolean> {
    const { provider, ledger, log } = this.#options;
    const now = Date.now();
    const reading = provider.readWebhook(headers, body, now);
    if (reading.kind === 'forged') return false;
    const targets = reading.kind === 'news' ? await this.#targets(reading.ids, reading.fact !== null) : [];
    if (reading.kind === 'unknown' || targets.length === 0) {
      log.info('webhook-unknown');
      return true;
    }
    const { fact } = reading;
    const change = (record: VerificationRecord): VerificationRecord => fed(record, fact, provider, now);
    await Promise.all(targets.map(({ key, id, tell }) => ledger.change(key, id, change, { tell })));
    for (const { key, tell } of targets) if (tell) log.info('webhook-taken', { subject: shortOf(key), step: fact?.step ?? 'changed' });
    return true;
  }

  /** The records that the vendor may mean; where there is none yet, and the news say what is, those that are to be. */
  async #targets(ids: readonly string[], create: boolean): Promise<readonly Target[]> {
    const places = ids.flatMap((id) => [false, true].map((reverify) => ({ id, key: keyOf(reverify, id) })));
    const found = await Promise.all(places.map(({ key }) => this.#options.store.resolve(key)));
    const known = new Map<string, string>();
    found.forEach((record, index) => record !== null && known.set(record.key, record.id ?? places[index]!.id));
    const targets = [...known].map(([key, id]) => ({ key, id }));
    if (targets.length > 0) return targets.map((target, index) => ({ ...target, tell: targets.findIndex(({ id }) => id === target.id) === index }));
    // Which of the names is the partner's is not known yet: each will do.
    return create ? places.map((place, index) => ({ ...place, tell: index === 0 })) : [];
  }
}

function fed(record: VerificationRecord, fact: Fact | null, provider: Provider, now: number): VerificationRecord {
  const after = fact === null ? record : advanced(record, provider.merge(record.progress, fact), provider);
  const noted = after === record && fact !== null && !record.stale && now - record.fedAt < FED_NOTE;
  return noted ? record : { ...after, fedAt: now, stale: fact === null };
}
