/** Hands out sessions: the one that is there while it can be gone on with, else a new one, once. */
import { sessionOrigin } from '../core/session-url.js';
import type { SessionBody } from '../core/contract.js';
import type { Log } from './log.js';
import type { NewSession, Provider, Subject } from './providers/provider.js';
import type { Ledger } from './records/ledger.js';
import { advanced, modeOf, newRecord, standingOf, waitForSession, withoutSession, withSession, type VerificationRecord } from './records/record.js';
import type { RecordStore } from './records/record-store.js';
import { RateLimit } from './rate-limit.js';
import { TOO_MANY, type CallResult, type Failure, type Upstream } from './upstream.js';

export interface SessionsOptions {
  readonly provider: Provider;
  readonly store: RecordStore;
  readonly ledger: Ledger;
  readonly upstream: Upstream;
  readonly log: Log;
  readonly sessionHosts: string;
}

/** A session that is about to end is not handed out again. */
const MARGIN = 5 * 60_000;
const LONGEST_REST = 24 * 3_600_000;

export class Sessions {
  readonly #options: SessionsOptions;
  readonly #rateLimit = new RateLimit();
  readonly #underWay = new Map<string, Promise<CallResult<SessionBody>>>();

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** Those who ask for the same session at the same time get the same; a session that opens only once is not shared. */
  obtain(subject: Subject): Promise<CallResult<SessionBody>> {
    if (!this.#options.provider.sessionRules(subject.reverify).reusable) return this.#obtain(subject);
    const place = `${subject.key}:${modeOf(subject)}`;
    const underWay = this.#underWay.get(place);
    if (underWay !== undefined) return underWay;
    const session = this.#obtain(subject).finally(() => this.#underWay.delete(place));
    this.#underWay.set(place, session);
    return session;
  }

  async #obtain(subject: Subject): Promise<CallResult<SessionBody>> {
    const { provider, store, upstream, log } = this.#options;
    const now = Date.now();
    const record = (await store.get(subject.key)) ?? newRecord(provider, now);
    // Nobody can be verified twice in a registration.
    if (!subject.reverify && standingOf(record).state === 'VERIFIED') return { ok: false, status: 400, retryAfter: null };
    const kept = await this.#kept(subject, record, now);
    if (kept !== null) return { ok: true, value: kept };
    if (!this.#rateLimit.take(subject.key)) return TOO_MANY;
    const wait = await this.#reserve(subject, record, now);
    if (wait > 0) return { ok: false, status: 429, retryAfter: String(Math.ceil(wait / 1000)) };
    const made = await provider.createSession(subject, upstream);
    if (!made.ok) return this.#refused(subject, made, now);
    if (sessionOrigin(made.value.url, this.#options.sessionHosts) === null) {
      log.error('session-url-refused', {}, subject.key);
      return { ok: false, status: 502, retryAfter: null };
    }
    return { ok: true, value: await this.#keep(subject, made.value) };
  }

  /**
   * Counts a session before it is asked for, where they are counted: calls at the same time can't pass a limit together.
   *
   * @returns milliseconds to wait first; then none is counted
   */
  async #reserve({ key, id, reverify }: Subject, record: VerificationRecord, now: number): Promise<number> {
    const rules = this.#options.provider.sessionRules(reverify);
    let wait = waitForSession(record, rules, now);
    if (wait > 0 || rules.perDay === Infinity) return wait;
    await this.#options.ledger.change(key, id, (current) => {
      wait = waitForSession(current, rules, now);
      return wait > 0 ? current : { ...current, sessionsAt: withSession(current.sessionsAt, now) };
    });
    return wait;
  }

  async #kept(subject: Subject, record: VerificationRecord, now: number): Promise<SessionBody | null> {
    const { provider, store, sessionHosts } = this.#options;
    const grant = record.grants[modeOf(subject)];
    if (grant === undefined || !provider.sessionRules(subject.reverify).reusable) return null;
    if (now >= grant.expiresAt - MARGIN || !provider.isOpen(record.progress, grant)) return null;
    const url = await store.urlOf(subject.key, subject.reverify, record);
    return url === null || sessionOrigin(url, sessionHosts) === null ? null : bodyOf(url, grant.expiresAt);
  }

  async #keep(subject: Subject, { url, sessionId }: NewSession): Promise<SessionBody> {
    const { provider, store, ledger, log } = this.#options;
    const { key, id, reverify } = subject;
    const { lifetime, reusable } = provider.sessionRules(reverify);
    const createdAt = Date.now();
    const grant = { sessionId, createdAt, expiresAt: createdAt + lifetime };
    // A URL that opens only once is nobody else's.
    const sealed = reusable ? await store.keepUrl(key, modeOf(subject), { sessionId, createdAt, url }) : null;
    await ledger.change(key, id, (record) => ({
      ...advanced(record, provider.began(record.progress, grant), provider),
      grants: { ...record.grants, [modeOf(subject)]: { ...grant, sealed } },
      restUntil: 0,
    }));
    log.info('session-created', { provider: provider.name }, key);
    return bodyOf(url, grant.expiresAt);
  }

  /** No session was made, so none counts. A vendor that asks for rest is not asked again before. */
  async #refused(subject: Subject, failure: Failure, reservedAt: number): Promise<Failure> {
    const { provider, ledger } = this.#options;
    const restUntil = failure.status === 429 ? timeOf(failure.retryAfter) : 0;
    const isCounted = provider.sessionRules(subject.reverify).perDay !== Infinity;
    if (!isCounted && restUntil === 0) return failure;
    await ledger.change(subject.key, subject.id, (record) => ({
      ...record,
      sessionsAt: isCounted ? withoutSession(record.sessionsAt, reservedAt) : record.sessionsAt,
      restUntil: Math.max(record.restUntil, restUntil),
    }));
    return failure;
  }
}

/** When a `Retry-After` of seconds or a date is over, in milliseconds since the epoch, a day ahead at most; 0 for none. */
function timeOf(retryAfter: string | null): number {
  const now = Date.now();
  if (retryAfter === null) return 0;
  const time = /^\d+$/.test(retryAfter) ? now + Number(retryAfter) * 1000 : Date.parse(retryAfter);
  return Math.min(time || 0, now + LONGEST_REST);
}

function bodyOf(sessionUrl: string, expiresAt: number): SessionBody {
  return { sessionUrl, expiresAt: new Date(expiresAt).toISOString() };
}
