/**
 * Speaks the endpoint's protocol: one request, bounded in time and size, and what its answer means.
 * When requests are made, and what follows from them, is decided elsewhere.
 */
import { MAX_BODY_BYTES, REQUEST_TIMEOUT, parseRetryAfter, parseSession, parseStatus, type StatusAnswer } from '../core/contract.js';
import { codeOfStatus, kycError, mayRepeat, type KycErrorPhase } from '../core/errors.js';
import { EXCHANGE_TRIES, gapBeforeRetry } from '../core/schedule.js';
import { sessionOrigin } from '../core/session-url.js';
import type { Clock } from './clock.js';
import { failed, failure, type Result } from './result.js';

/** What can be asked, and on whose behalf. */
export interface Endpoint {
  /** Absolute. */
  readonly url: string;
  readonly onboardingId: string;
  readonly reverify: boolean;
  readonly credentials: () => RequestCredentials;
  readonly headers: () => HeadersSource | undefined;
  readonly sessionHosts: () => string;
}

/** Headers of the partner's own, or a function that is called anew for each request. */
export type HeadersSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

export interface EndpointPorts {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly isOnline: () => boolean;
}

/** A session that may be opened. Its URL is a secret. */
export interface Session {
  readonly url: string;
  readonly origin: string;
  /** Milliseconds since the epoch, or `null`. */
  readonly expiresAt: number | null;
}

/** A user who waits for a session is told of a longer rest instead of being kept waiting for it, in milliseconds. */
const LONGEST_REST = 10_000;
const JSON_TYPE = 'application/json';
const EVENT_STREAM = 'text/event-stream';

export class EndpointClient {
  readonly #endpoint: Endpoint;
  readonly #ports: EndpointPorts;

  constructor(endpoint: Endpoint, ports: EndpointPorts) {
    this.#endpoint = endpoint;
    this.#ports = ports;
  }

  /** `GET`: one read. */
  async readStatus(signal: AbortSignal): Promise<Result<StatusAnswer>> {
    const answer = await this.#request(this.#statusUrl, 'status', { method: 'GET' }, signal);
    if (!answer.ok) return answer;
    const value = answer.value.httpStatus === 200 ? parseStatus(answer.value.body) : null;
    return value === null ? failed('bad-response', 'status', answer.value.httpStatus) : { ok: true, value };
  }

  /** `GET`: a stream of answers that lasts until `signal` aborts; `null` where the endpoint answers with something else. */
  async openStream(signal: AbortSignal): Promise<Result<ReadableStream<Uint8Array> | null>> {
    try {
      const response = await this.#fetch(this.#statusUrl, { method: 'GET' }, EVENT_STREAM, signal);
      if (response?.status !== 200) return response === null ? failed('configuration', 'status') : this.#refusal(response, 'status');
      const [type = ''] = (response.headers.get('content-type') ?? '').toLowerCase().split(';');
      return { ok: true, value: type.trim() === EVENT_STREAM ? response.body : null };
    } catch {
      return failed('network', 'status');
    }
  }

  /** `POST`: a session, tried up to three times while nothing but the line or the endpoint itself fails. */
  async createSession(signal: AbortSignal): Promise<Result<Session>> {
    for (let failures = 1; ; failures++) {
      const outcome = await this.#postOnce(signal);
      if (outcome.ok || failures >= EXCHANGE_TRIES || !mayRepeat(outcome.error) || signal.aborted) return outcome;
      const rest = outcome.retryAfter ?? 0;
      if (rest > LONGEST_REST) return outcome;
      await this.#sleep(Math.max(gapBeforeRetry(failures, this.#ports.random()), rest), signal);
    }
  }

  /** Whether a session may still be opened: `session-hosts` can have changed since. */
  accepts({ url }: Session): boolean {
    return sessionOrigin(url, this.#endpoint.sessionHosts()) !== null;
  }

  get #statusUrl(): string {
    const { url, onboardingId, reverify } = this.#endpoint;
    const target = new URL(url);
    const query = String(new URLSearchParams(reverify ? { reverify: 'true' } : { onboardingId }));
    // Appended as text: the URL's own query is kept as the partner wrote it.
    target.search = target.search === '' ? query : `${target.search}&${query}`;
    target.hash = '';
    return target.href;
  }

  async #postOnce(signal: AbortSignal): Promise<Result<Session>> {
    const { url, onboardingId, reverify, sessionHosts } = this.#endpoint;
    const body = JSON.stringify(reverify ? { reverify: true } : { onboardingId });
    const answer = await this.#request(url, 'exchange', { method: 'POST', body }, signal);
    if (!answer.ok) return answer;
    const { httpStatus } = answer.value;
    const session = parseSession(answer.value.body);
    if (session === null) return failed('bad-response', 'exchange', httpStatus);
    const origin = sessionOrigin(session.sessionUrl, sessionHosts());
    if (origin === null || !isUrl(session.sessionUrl)) return failed('session-url', 'exchange', httpStatus);
    return { ok: true, value: { url: session.sessionUrl, origin, expiresAt: session.expiresAt } };
  }

  async #request(
    url: string,
    phase: KycErrorPhase,
    init: RequestInit,
    signal: AbortSignal,
  ): Promise<Result<{ httpStatus: number; body: unknown }>> {
    const { clock, isOnline } = this.#ports;
    const limit = new AbortController();
    const end = (): void => limit.abort();
    let late = false;
    const timer = clock.setTimeout(() => {
      late = true;
      end();
    }, REQUEST_TIMEOUT);
    signal.addEventListener('abort', end);
    try {
      signal.throwIfAborted();
      const response = await this.#fetch(url, init, JSON_TYPE, limit.signal);
      if (response === null) return failed('configuration', phase);
      return await orAborted(this.#understand(response, phase), limit.signal);
    } catch {
      if (late) return failed('timeout', phase);
      return failed(isOnline() ? 'network' : 'offline', phase);
    } finally {
      clock.clearTimeout(timer);
      signal.removeEventListener('abort', end);
      // Ends a body that is not wanted to its end.
      end();
    }
  }

  async #understand(response: Response, phase: KycErrorPhase): Promise<Result<{ httpStatus: number; body: unknown }>> {
    const { status } = response;
    if (status === 200 || (status === 201 && phase === 'exchange')) {
      return { ok: true, value: { httpStatus: status, body: await readJson(response) } };
    }
    return this.#refusal(response, phase);
  }

  /** The answer; `null` where nothing was asked, for want of the partner's headers. */
  async #fetch(url: string, init: RequestInit, accept: string, signal: AbortSignal): Promise<Response | null> {
    const headers = await orAborted(this.#headers(accept, init.method === 'POST'), signal);
    if (headers === null) return null;
    const credentials = this.#endpoint.credentials();
    return orAborted(this.#ports.fetch(url, { ...init, headers, credentials, cache: 'no-store', redirect: 'manual', signal }), signal);
  }

  #refusal({ status, headers }: Response, phase: KycErrorPhase): Result<never> {
    // A redirect that was not followed has status 0.
    if (status === 0) return failed('bad-response', phase);
    const now = this.#ports.clock.date();
    const retryAfter = parseRetryAfter(headers.get('retry-after'), now);
    const retryAt = retryAfter === null ? null : new Date(now + retryAfter).toISOString();
    return failure(kycError(codeOfStatus(status), phase, { httpStatus: status, retryAt }), retryAfter);
  }

  /** The partner's headers under our own; `null` where they can't be had or are none. */
  async #headers(accept: string, hasBody: boolean): Promise<Headers | null> {
    try {
      const source = this.#endpoint.headers();
      const headers = new Headers(typeof source === 'function' ? await source() : source);
      headers.set('accept', accept);
      if (hasBody) headers.set('content-type', JSON_TYPE);
      return headers;
    } catch {
      return null;
    }
  }

  #sleep(delay: number, signal: AbortSignal): Promise<void> {
    const { clock } = this.#ports;
    return new Promise((resolve) => {
      const wake = (): void => {
        clock.clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = clock.setTimeout(wake, delay);
      signal.addEventListener('abort', wake);
    });
  }
}

/** Engines differ in which names of other alphabets (`xn--…`) they take. */
function isUrl(text: string): boolean {
  try {
    return new URL(text).href !== '';
  } catch {
    return false;
  }
}

/** Partners' functions and bodies may never settle; the request's own end does. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new DOMException('The request has ended.', 'AbortError'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject);
  });
}

/** The body as JSON; `undefined` where it is none, or longer than a body may be. */
async function readJson(response: Response): Promise<unknown> {
  const reader = response.body?.getReader();
  if (reader === undefined) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    text += decoder.decode(value, { stream: true });
  }
  return parseJson(text + decoder.decode());
}

/** `undefined` where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
