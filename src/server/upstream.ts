/**
 * Calls to a vendor: bounded in time and size, never redirected, repeated once where that is safe. What a call means is
 * the provider's business; nothing of the vendor's words leaves by a failure.
 */
import { MAX_BODY_BYTES } from '../core/contract.js';
import { Bulkhead } from './bulkhead.js';
import type { Log } from './log.js';

/** One try, from the call to the last byte, in milliseconds: two of them and the pause stay below the page's 15 s. */
const TRY_TIMEOUT = 6_000;
const LONGEST_PAUSE = 500;
/** So that thousands who come together crowd out neither the vendor nor our memory. */
const CALLS_AT_ONCE = 100;

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
  /** The status of our own answer. */
  readonly status: number;
  /** The vendor's `Retry-After`, if it is one. */
  readonly retryAfter: string | null;
}
export type CallResult<T> = { readonly ok: true; readonly value: T } | Failure;

/** Nobody was asked: too many calls for one id. */
export const TOO_MANY: Failure = { ok: false, status: 429, retryAfter: '1' };

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
  const bulkhead = new Bulkhead(CALLS_AT_ONCE);
  const once = (call: Call): Promise<UpstreamAnswer | null> => bulkhead.run(() => tryOnce(fetch, call, log));
  return async (call) => {
    const first = await once(call);
    if (!call.repeatable || !mayRepeat(first)) return first;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE));
    return once(call);
  };
}

function mayRepeat(answer: UpstreamAnswer | null): boolean {
  return answer === null || (answer.status >= 500 && answer.retryAfter === null);
}

async function tryOnce(fetch: typeof globalThis.fetch, call: Call, log: Log): Promise<UpstreamAnswer | null> {
  const began = Date.now();
  const limit = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A `fetch` of the partner's may not heed the signal.
  const late = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(() => {
      resolve('timeout');
      limit.abort();
    }, TRY_TIMEOUT);
  });
  // What is thrown may name the URL or more: only its kind is told.
  const answered = ask(fetch, call, limit).catch(() => 'network' as const);
  const answer = await Promise.race([answered, late]);
  clearTimeout(timer);
  const failure = typeof answer === 'string' ? { cause: answer } : answer.status >= 400 ? { status: answer.status } : null;
  if (failure !== null) log.warn('upstream-failed', { call: call.name, ...failure, ms: Date.now() - began });
  return typeof answer === 'string' ? null : answer;
}

/** @param limit ended here where a body is not wanted to its end */
async function ask(fetch: typeof globalThis.fetch, call: Call, limit: AbortController): Promise<UpstreamAnswer | 'redirect'> {
  const { method, url, headers, body } = call;
  const response = await fetch(url, { method, headers, signal: limit.signal, redirect: 'manual', ...(body === undefined ? {} : { body }) });
  if (response.status < 200 || (response.status >= 300 && response.status < 400)) {
    limit.abort();
    return 'redirect';
  }
  return { status: response.status, body: await readJson(response, limit), retryAfter: retryAfterOf(response.headers.get('retry-after')) };
}

/** Nothing but seconds or an HTTP date is passed on (RFC 9110, section 10.2.3). */
function retryAfterOf(header: string | null): string | null {
  const text = header?.trim() ?? '';
  return /^\d{1,9}$/.test(text) || /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text) ? text : null;
}

async function readJson(response: Response, limit: AbortController): Promise<unknown> {
  const { headers, url } = response;
  const length = Number(headers.get('content-length') ?? NaN);
  // Of an answer from the line HTTP ends a body of a known length: it need not be watched as it grows, which costs more.
  if (url !== '' && length <= MAX_BODY_BYTES && !headers.has('content-encoding')) return parseJson(await response.text());
  const reader = response.body?.getReader();
  if (reader === undefined) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) {
      limit.abort();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
  return parseJson(text + decoder.decode());
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
