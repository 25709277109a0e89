/** Takes the vendor's webhooks: genuine ones are kept before they are acknowledged, all others change nothing. */
import type { Log } from './log.js';
import type { Fact, Provider, WebhookClaim } from './providers/provider.js';
import type { Ledger } from './records/ledger.js';
import { advanced, keyOf, type VerificationRecord } from './records/record.js';
import type { Place, RecordStore } from './records/record-store.js';

export interface WebhooksOptions {
  readonly provider: Provider;
  readonly store: RecordStore;
  readonly ledger: Ledger;
  readonly log: Log;
}

interface Target extends Place {
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

  /** `null`: it is not worth reading the body. */
  claimOf(headers: Headers): WebhookClaim | null {
    return this.#options.provider.claimOf(headers);
  }

  /** @returns `false` where the signature is not the vendor's */
  async take(claim: WebhookClaim, body: Uint8Array): Promise<boolean> {
    const { provider, ledger, log } = this.#options;
    const now = Date.now();
    const reading = await provider.readWebhook(claim, body, now);
    if (reading.kind === 'forged') return false;
    const targets = reading.kind === 'news' ? await this.#targets(reading.ids, reading.fact !== null) : [];
    if (reading.kind === 'unknown' || targets.length === 0) {
      log.info('webhook-unknown');
      return true;
    }
    const { fact } = reading;
    const change = (record: VerificationRecord): VerificationRecord => fed(record, fact, provider, now);
    for (const { key, id, tell } of targets) {
      await ledger.change(key, id, change, { tell });
      if (tell) log.info('webhook-taken', { step: fact?.step ?? 'changed' }, key);
    }
    return true;
  }

  /** The records that the vendor may mean; where there is none yet, and the news say what is, those that are to be. */
  async #targets(ids: readonly string[], create: boolean): Promise<readonly Target[]> {
    const places: Place[] = [];
    for (const id of ids) places.push({ id, key: keyOf(false, id) }, { id, key: keyOf(true, id) });
    const known = await this.#options.store.resolve(places);
    // Which of the names is the partner's is not known where there is no record yet: each will do.
    const targets = known.length > 0 || !create ? known : places;
    return targets.map((place, index) => ({ ...place, tell: isFirst(place, index, targets, known.length > 0) }));
  }
}

/** Each name is told once; of the names of somebody who is new only one. */
function isFirst({ id }: Place, index: number, targets: readonly Place[], known: boolean): boolean {
  return known ? targets.findIndex((target) => target.id === id) === index : index === 0;
}

function fed(record: VerificationRecord, fact: Fact | null, provider: Provider, now: number): VerificationRecord {
  const after = fact === null ? record : advanced(record, provider.merge(record.progress, fact), provider);
  const noted = after === record && fact !== null && !record.stale && now - record.fedAt < FED_NOTE;
  return noted ? record : { ...after, fedAt: now, heard: record.heard + 1, stale: fact === null };
}
