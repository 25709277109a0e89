import type { Applicant } from './baanx-store.js';
import { onboardingBody, userBody } from './baanx-bodies.js';
import type { CallLog } from './call-log.js';
import { secrets } from './canaries.js';
import type { Handler } from './handler.js';
import { hmacHex } from './hmac.js';
import { later, SECOND } from './time.js';
import { customers } from './veriff-customers.js';

/** Both vendors try again until they get a 200. Veriff's gaps are hours; here they are seconds, each twice as long as the one before. */
const FIRST_GAP = SECOND;
const TRIES = 8;

/** Sends both vendors' webhooks to the partner's address, signed as documented, each until it is acknowledged. */
export class Webhooks {
  readonly #partner: Handler;
  readonly #address: string;
  readonly #calls: CallLog;
  readonly #underWay = new Set<Promise<void>>();

  /** @param address of the partner's webhook, as it was told to the vendors */
  constructor(partner: Handler, address: string, calls: CallLog) {
    this.#partner = partner;
    this.#address = address;
    this.#calls = calls;
  }

  /** Veriff's event or decision webhook. */
  veriff(person: Applicant, body: Record<string, unknown>): void {
    this.#begin(this.#sendVeriffs(person, JSON.stringify(body)));
  }

  /** Baanx's `kyc.status.changed`. */
  baanx(person: Applicant, at: number): void {
    this.#begin(this.#sendBaanxs(person, at));
  }

  /** Settles when all that are under way have been tried once. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #begin(sending: Promise<void>): void {
    this.#underWay.add(sending);
    void sending.finally(() => this.#underWay.delete(sending));
  }

  async #sendVeriffs(person: Applicant, text: string): Promise<void> {
    const { apiKey, sharedSecret } = customers.partner;
    await this.#send('Veriff', person, text, { 'x-auth-client': apiKey, 'x-hmac-signature': await hmacHex(sharedSecret, text) });
  }

  async #sendBaanxs(person: Applicant, at: number): Promise<void> {
    const text = JSON.stringify({
      api_version: 'v1', event_id: crypto.randomUUID(), event_category: 'kyc', event_type: 'kyc.status.changed', user_id: person.userId,
      event_object_id: person.registered ? person.userId : person.onboardingId, event_object_status: person.state,
      event_object_changes: {}, event_object: person.registered ? userBody(person) : onboardingBody(person), occurred_at: new Date(at).toISOString(),
    });
    const timestamp = String(Math.floor(Date.now() / SECOND));
    const signature = await hmacHex(secrets.baanxApiKey, `${timestamp}.${text}`);
    await this.#send('Baanx', person, text, { 'x-timestamp': timestamp, 'x-signature': signature });
  }

  async #send(from: 'Baanx' | 'Veriff', person: Applicant, body: string, headers: Record<string, string>, tries = 1): Promise<void> {
    if (!person.webhooks) return;
    const request = new Request(this.#address, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    const { status } = await this.#calls.write({ from, to: 'endpoint' }, person.onboardingId, request, () => this.#partner(request));
    if (status === 200 || tries === TRIES) return;
    later(() => this.#begin(this.#send(from, person, body, headers, tries + 1)), FIRST_GAP * 2 ** (tries - 1));
  }
}
