/** Veriff's own API: sessions, decisions, and its two webhooks. */
import { own } from '../../../core/contract.js';
import type { Verdict } from '../../../core/names.js';
import { isHexDigest, sameText, Signer } from '../../signature.js';
import { failureOf, type Failure, type UpstreamAnswer } from '../../upstream.js';
import { checkedBaseUrl, checkedHeaderValue } from '../option-checks.js';
import { parseEvent } from '../webhook-body.js';
import type { Fact, Provider, SessionRules, WebhookReading } from '../provider.js';
import { beginSession, isOpenSession, mergeFact, NO_SESSIONS, sessionToRead, standingOfSessions, type VeriffProgress } from './progress.js';
import { meaningOf, reasonsOf } from './words.js';

export interface VeriffOptions {
  /** Your integration's base URL, such as `https://stationapi.veriff.com`. */
  readonly baseUrl: string;
  /** The integration's API key (`X-AUTH-CLIENT`). */
  readonly apiKey: string;
  /** Its shared secret: it signs, and is never sent. */
  readonly sharedSecret: string;
  /** For flexible API keys: `vrf-integration-id`. */
  readonly integrationId?: string;
  /** Where Veriff's own pages lead at their end; `https` only. */
  readonly callback?: string;
  /** Sessions a minute that your plan allows: 30 (self-serve, the default) or 600 (enterprise). */
  readonly sessionsPerMinute?: number;
}

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;
/** Ten sessions a day are more than a user can need; a script that loops is kept from using up the integration's. */
const RULES: SessionRules = { lifetime: 7 * DAY, reusable: true, perDay: 10, active: Infinity, waitAfterRejection: 0 };

export function veriff(options: VeriffOptions): Provider<VeriffProgress> {
  const baseUrl = checkedBaseUrl('veriff', options.baseUrl);
  const apiKey = checkedHeaderValue('veriff', 'apiKey', options.apiKey);
  const signer = new Signer(checkedHeaderValue('veriff', 'sharedSecret', options.sharedSecret));
  const { integrationId, callback, sessionsPerMinute = 30 } = options;
  if (!Number.isInteger(sessionsPerMinute) || sessionsPerMinute < 1) throw new TypeError('veriff: sessionsPerMinute must be a whole number from 1.');
  if (integrationId !== undefined) checkedHeaderValue('veriff', 'integrationId', integrationId);
  if (callback !== undefined && !(URL.canParse(callback) && new URL(callback).protocol === 'https:')) {
    throw new TypeError('veriff: callback must be an https URL.');
  }
  const headers = { accept: 'application/json', 'x-auth-client': apiKey, ...(integrationId === undefined ? {} : { 'vrf-integration-id': integrationId }) };
  let createdAt: number[] = [];

  /** Milliseconds until Veriff takes another session of this integration; 0 if now, and then it is counted. */
  function takeTurn(now: number): number {
    createdAt = createdAt.filter((time) => time > now - MINUTE);
    if (createdAt.length >= sessionsPerMinute) return createdAt[0]! + MINUTE - now;
    createdAt.push(now);
    return 0;
  }

  return {
    name: 'veriff',
    needsBearer: false,
    environmentOf: () => '',
    sessionRules: () => RULES,

    async createSession(subject, upstream) {
      const wait = takeTurn(Date.now());
      if (wait > 0) return { ok: false, status: 429, retryAfter: String(Math.ceil(wait / 1000)) };
      const verification = { vendorData: subject.id, ...(callback === undefined ? {} : { callback }) };
      const answer = await upstream({
        name: 'sessions',
        method: 'POST',
        url: `${baseUrl}/v1/sessions`,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ verification }),
        // A second call would make a second session, and Veriff counts them.
        repeatable: false,
      });
      const made = answer?.status === 201 ? own(answer.body, 'verification') : undefined;
      const [url, sessionId] = [own(made, 'url'), own(made, 'id')];
      if (typeof url !== 'string' || !isSessionId(sessionId)) return failed(answer);
      return { ok: true, value: { url, sessionId } };
    },

    async readStatus(_subject, progress, upstream) {
      const session = sessionToRead(progress);
      // What has ended says nothing new by itself.
      if (session === undefined) return { ok: true, value: { fact: null, alias: null } };
      const heardAt = Date.now();
      const answer = await upstream({
        name: 'decision',
        method: 'GET',
        url: `${baseUrl}/v1/sessions/${encodeURIComponent(session.id)}/decision`,
        headers: { ...headers, 'x-hmac-signature': await signer.sign(session.id) },
        repeatable: true,
      });
      if (answer?.status !== 200) return failed(answer);
      const verification = own(answer.body, 'verification');
      const named = own(verification, 'id');
      // A decision of another session than was asked for is nobody's.
      const fact = named === undefined || named === session.id ? decisionOf(verification, session.id, heardAt, 'read') : null;
      return { ok: true, value: { fact, alias: null } };
    },

    claimOf(received) {
      // Veriff sends either set of names.
      const signature = received.get('x-hmac-signature') ?? received.get('vrf-hmac-signature');
      const client = received.get('x-auth-client') ?? received.get('vrf-auth-client') ?? '';
      return isHexDigest(signature) && sameText(apiKey, client) ? { signature, prefix: '', sentAt: 0 } : null;
    },

    readWebhook: async ({ signature, prefix }, body, now) =>
      (await signer.verify(signature, prefix, body)) ? readEvent(parseEvent(body), now) : { kind: 'forged' },

    initial: NO_SESSIONS,
    merge: mergeFact,
    began: beginSession,
    standingOf: standingOfSessions,
    isOpen: isOpenSession,
  };
}

/** What Veriff refuses is a matter between it and the partner: a wrong key is `client-key` to the page. */
function failed(answer: UpstreamAnswer | null): Failure {
  if (answer?.status === 401 || answer?.status === 403) return { ok: false, status: 498, retryAfter: null };
  return failureOf(answer, [429]);
}

/** Veriff's ids are UUIDs; others will do, but what would lead to another path of its API is none. */
function isSessionId(id: unknown): id is string {
  return typeof id === 'string' && /^(?!\.{1,2}$)[ -~]{1,200}$/.test(id);
}

/** An event (`action`) or a decision (`verification`). */
function readEvent(event: unknown, now: number): WebhookReading {
  const verification = own(event, 'verification');
  const subject = verification === undefined ? event : verification;
  const [session, vendorData] = [own(subject, 'id'), own(subject, 'vendorData')];
  if (!isSessionId(session)) return { kind: 'unknown' };
  const fact = verification === undefined ? stepOf(event, session, now) : decisionOf(verification, session, now, 'webhook');
  if (fact === null || typeof vendorData !== 'string' || vendorData === '') return { kind: 'unknown' };
  return { kind: 'news', ids: [vendorData], fact };
}

function stepOf(event: unknown, session: string, heardAt: number): Fact | null {
  const meaning = meaningOf(own(event, 'action'), own(event, 'code'));
  if (meaning === null || meaning.step === 'created' || meaning.step === 'decided') return null;
  const { step, state } = meaning;
  return { session, attempt: textOf(own(event, 'attemptId')), step, state, reasons: [], saidAt: null, heardAt, source: 'webhook' };
}

function decisionOf(verification: unknown, session: string, heardAt: number, source: Fact['source']): Fact | null {
  const meaning = meaningOf(own(verification, 'status'), own(verification, 'code'));
  if (meaning === null || meaning.step === 'created') return null;
  const { step, state } = meaning;
  const decided = own(verification, 'decisionTime');
  const saidAt = typeof decided === 'string' ? Date.parse(decided) : NaN;
  return {
    session,
    attempt: textOf(own(verification, 'attemptId')),
    step,
    state,
    reasons: step === 'decided' ? reasonsOf(state as Verdict, own(verification, 'reasonCode')) : [],
    saidAt: Number.isNaN(saidAt) ? null : saidAt,
    heardAt,
    source,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
