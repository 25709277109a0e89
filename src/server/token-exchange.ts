/**
 * The token-exchange endpoint on the web's own `Request` and `Response`: what a request may do, what
 * it asks for, and in which words it is answered. Sessions, statuses, webhooks and streams have homes of their own.
 */
import { subjectOf } from './authorization.js';
import { eventStream, json, noContent, refusal } from './http/answers.js';
import { readAsked } from './http/asked.js';
import { MAX_WEBHOOK_BYTES, readBody } from './http/body.js';
import { admit, preflight } from './http/origins.js';
import { Pace } from './http/pace.js';
import { Log } from './log.js';
import { settingsOf, type TokenExchangeOptions } from './options.js';
import type { Subject } from './providers/provider.js';
import { Ledger } from './records/ledger.js';
import { statusBody, standingOf, type Change, type VerificationRecord } from './records/record.js';
import { RecordStore } from './records/record-store.js';
import { Sessions } from './sessions.js';
import { Statuses } from './statuses.js';
import { Streams } from './streams/streams.js';
import { createUpstream, type Failure } from './upstream.js';
import { Webhooks } from './webhooks.js';

/** Answers requests to the endpoint, and to `…/webhook` beneath it, wherever both are mounted. */
export interface TokenExchange {
  (request: Request): Promise<Response>;
  /** Before the process ends: closes the streams, and settles when all that was acknowledged is kept. */
  close(): Promise<void>;
}

/** @throws TypeError for options that can't be right */
export function createTokenExchange(options: TokenExchangeOptions): TokenExchange {
  const settings = settingsOf(options);
  const { provider, authorize, origins } = settings;
  const log = new Log(settings.logger);
  const store = new RecordStore(settings.store, settings.sealer);
  const upstream = createUpstream(settings.fetch, log);
  const bodyOf = (subject: Subject, record: VerificationRecord, change: Change): unknown =>
    statusBody(record, change, provider.sessionRules(subject.reverify), Date.now(), settings.stream);
  const ledger: Ledger = new Ledger({
    provider,
    store,
    log,
    onStatusChange: settings.onStatusChange,
    publish: (key, record) => streams.publish(key, record),
  });
  const statuses = new Statuses({ provider, store, ledger, upstream, log });
  const sessions = new Sessions({ provider, store, ledger, upstream, log, sessionHosts: settings.sessionHosts });
  const webhooks = new Webhooks({ provider, store, ledger, log });
  const streams = new Streams({
    read: (subject) => statuses.read(subject),
    look: async (key) => store.get(key),
    bodyOf,
    isShared: store.isShared,
  });
  const paces = { GET: new Pace(), POST: new Pace() };

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (/\/webhook\/?$/.test(url.pathname)) return takeWebhook(request);
    const cors = admit(request, url, origins);
    if (cors === null) return refusal(403);
    const { method } = request;
    if (method === 'OPTIONS') return noContent({ ...cors, ...preflight(origins) });
    if (method !== 'GET' && method !== 'POST') return refusal(405, { ...cors, allow: 'GET, POST, OPTIONS' });
    try {
      return await exchange(request, url, method, cors);
    } catch (error) {
      return refusal(trouble(error), cors);
    }
  }

  async function exchange(request: Request, url: URL, method: 'GET' | 'POST', cors: Readonly<Record<string, string>>): Promise<Response> {
    const began = performance.now();
    const asked = await readAsked(request, url);
    if (typeof asked === 'number') return refusal(asked, cors);
    const subject = await subjectOf(request, asked, authorize, provider);
    if (subject === null) {
      if (asked.reverify) return refusal(401, cors);
      await paces[method].keep(began);
      return refusal(404, cors);
    }
    const response = method === 'POST' ? await giveSession(subject, cors) : await giveStatus(request, subject, cors);
    const ms = performance.now() - began;
    paces[method].note(ms, response.status === 404);
    log.info('answered', { method, status: response.status, ms: Math.round(ms) }, subject.key);
    return response;
  }

  async function giveSession(subject: Subject, cors: Readonly<Record<string, string>>): Promise<Response> {
    const session = await sessions.obtain(subject);
    return session.ok ? json(200, session.value, cors) : refused(session, cors);
  }

  async function giveStatus(request: Request, subject: Subject, cors: Readonly<Record<string, string>>): Promise<Response> {
    const status = await statuses.read(subject);
    if (!status.ok) return refused(status, cors);
    const wantsStream = settings.stream && /\btext\/event-stream\b/i.test(request.headers.get('accept') ?? '');
    if (wantsStream && streams.hasRoom(subject.key)) {
      return eventStream(streams.open(subject, status.value, request.headers.get('last-event-id')), cors);
    }
    return json(200, bodyOf(subject, status.value, standingOf(status.value)), cors);
  }

  async function takeWebhook(request: Request): Promise<Response> {
    if (request.method !== 'POST') return refusal(405, { allow: 'POST' });
    const claim = webhooks.claimOf(request.headers);
    if (claim === null) return refusal(401);
    try {
      const body = await readBody(request, MAX_WEBHOOK_BYTES);
      if (typeof body === 'number') return refusal(body);
      if (await webhooks.take(claim, body)) return json(200, {});
      log.warn('webhook-refused');
      return refusal(401);
    } catch (error) {
      return refusal(trouble(error));
    }
  }

  /** A store or a hook of the partner's has failed: what it threw may hold anything, so only its kind is told. */
  function trouble(error: unknown): number {
    log.error('failed', { cause: error instanceof Error ? error.name : typeof error });
    return 503;
  }

  return Object.assign(answer, {
    async close() {
      streams.close();
      await store.settled();
    },
  });
}

function refused({ status, retryAfter }: Failure, cors: Readonly<Record<string, string>>): Response {
  return refusal(status, retryAfter === null ? cors : { ...cors, 'retry-after': retryAfter });
}
