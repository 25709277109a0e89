/**
 * Calls to a vendor: bounded in time and size, never redirected, repeated once where that is safe. What a call means is
 * the provider's business; nothing of the vendor's words leaves by a failure.
 */
import { MAX_BODY_BYTES } from '../core/contract.js';
import type { Log } from './log.js';

/** One try, from the call to the last byte, in milliseconds: two of them and the pause stay below the page's 15 s. */
const TRY_TIMEOUT = 6_000;
const LONGEST_PAUSE = 500;

export interface Call {
  /** Its name in the log. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether a second call can do no harm. */
  readonly repeatable: boolean;
}

/** A vendor's refusal, as the page is told of it. */
export interface Failure {
  readonly ok: false;
  /** The status of our own answer (contract, section 5). */
  readonly status: number;
  /** The vendor's `Retry-After`, if it is one. */
  readonly retryAfter: string | null;
}
export type CallResult<T> = { readonly ok: true; readonly value: T } | Failure;

/** What came back: the status, and the body as JSON or `undefined`. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | null;
}

/** Sends a call. `null`: there was no usable answer, or only a redirect. */
export type Upstream = (call: Call) => Promise<UpstreamAnswer | null>;

/** Statuses of a vendor that say something to the page; all others are our own trouble (502). */
export function failureOf(answer: UpstreamAnswer | null, passed: readonly number[]): Failure {
  const status = answer !== null && passed.includes(answer.status) ? answer.status : 502;
  return { ok: false, status, retryAfter: answer?.retryAfter ?? null };
}

export function createUpstream(fetch: typeof globalThis.fetch, log: Log): Upstream {
  return async (call) => {
    const first = await tryOnce(fetch, call, log);
    if (!call.repeatable || !mayRepeat(first)) return first;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE));
    return tryOnce(fetch, call, log);
  };
}

function mayRepeat(answer: UpstreamAnswer | null): boolean {
  return answer === null || (answer.status >= 500 && answer.retryAfter === null);
}

async function tryOnce(fetch: typeof globalThis.fetch, call: Call, log: Log): Promise<UpstreamAnswer | null> {
  const began = Date.now();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), TRY_TIMEOUT);
  const { name, method, url, headers, body } = call;
  try {
    const init = { method, headers, signal: limit.signal, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
    const response = await orAborted(fetch(url, init), limit.signal);
    if (response.status < 200 || (response.status >= 300 && response.status < 400)) {
      log.warn('upstream-failed', { call: name, cause: 'redirect', ms: Date.now() - began });
      return null;
    }
    const answer = {
      status: response.status,
      body: await orAborted(readJson(response), limit.signal),
      retryAfter: retryAfterOf(response.headers.get('retry-after')),
    };
    if (answer.status >= 400) log.warn('upstream-failed', { call: name, status: answer.status, ms: Date.now() - began });
    return answer;
  } catch {
    // What was thrown may name the URL or more: only its kind is told.
    log.warn('upstream-failed', { call: name, cause: limit.signal.aborted ? 'timeout' : 'network', ms: Date.now() - began });
    return null;
  } finally {
    clearTimeout(timer);
    // Ends a body that is not wanted to its end.
    limit.abort();
  }
}

/** Nothing but seconds or an HTTP date is passed on (RFC 9110, section 10.2.3). */
function retryAfterOf(header: string | null): string | null {
  const text = header?.trim() ?? '';
  return /^\d{1,9}$/.test(text) || /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text) ? text : null;
}

/** A `fetch` of the partner's may not heed the signal. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The call has ended.')), { once: true });
    work.then(resolve, reject);
  });
}

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
  try {
    return JSON.parse(text + decoder.decode()) as unknown;
  } catch {
    return undefined;
  }
}
