/** Asks the endpoint one question over HTTP and tells what came, bounded in time and size. What the answer means is judged elsewhere. */
import { MAX_BODY_BYTES } from '../core/contract.js';

export interface Question {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** How a report names it: without ids, header values and the URL's own query. */
  readonly shown: string;
  /** Set to ask a second time what was asked already. */
  readonly again?: true;
  /** For a body that need not end: reading stops once this is true of its text. */
  readonly enough?: (text: string) => boolean;
}

/** The endpoint answered. */
export interface Reply {
  readonly question: Question;
  readonly status: number;
  readonly headers: Headers;
  /** The body, up to its allowed length. */
  readonly text: string;
  /** The body is longer than the element reads. */
  readonly tooLong: boolean;
  /** Whether the body came to its end in time. */
  readonly ended: boolean;
  readonly milliseconds: number;
}

/** Nothing came that could be judged. */
export interface Silence {
  readonly question: Question;
  readonly status: null;
  readonly why: 'timeout' | 'closed' | 'unreachable';
  /** Node's name for the cause, as `ECONNREFUSED`; empty where there is none. */
  readonly code: string;
  readonly milliseconds: number;
}

export type Answer = Reply | Silence;
export type Ask = (question: Question) => Promise<Answer>;

export interface AskPorts {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
  /** Longest wait for an answer, to the end of its body, in milliseconds. */
  readonly timeout: number;
}

/** The other side broke off after it had been reached. */
const CLOSED = ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET'];

export function asker({ fetch, now, timeout }: AskPorts): Ask {
  return async (question) => {
    const started = now();
    const signal = AbortSignal.timeout(timeout);
    const { method, url, headers, body } = question;
    // A connection of its own for each question: one that an earlier question broke would spoil the next.
    const init: RequestInit = { method, headers: { ...headers, connection: 'close' }, redirect: 'manual', signal };
    if (body !== undefined) init.body = body;
    try {
      const response = await fetch(url, init);
      const read = await readBody(response, question, signal);
      const { status } = response;
      return { question, status, headers: response.headers, ...read, milliseconds: now() - started };
    } catch (error) {
      const code = codeOf(error);
      const why = signal.aborted ? 'timeout' : CLOSED.includes(code) ? 'closed' : 'unreachable';
      return { question, status: null, why, code, milliseconds: now() - started };
    }
  };
}

async function readBody(
  response: Response,
  { enough }: Question,
  signal: AbortSignal,
): Promise<Pick<Reply, 'text' | 'tooLong' | 'ended'>> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  if (reader === undefined) return { text, tooLong: false, ended: true };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode(), tooLong: false, ended: true };
      size += value.byteLength;
      text += decoder.decode(value, { stream: true });
      const tooLong = size > MAX_BODY_BYTES;
      if (tooLong || enough?.(text)) return { text, tooLong, ended: false };
    }
  } catch (error) {
    // Of a stream, what came before the wait was over counts.
    if (enough === undefined || !signal.aborted) throw error;
    return { text, tooLong: false, ended: false };
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** `fetch` hides the cause one or two levels down. */
function codeOf(error: unknown): string {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth++) {
    if ('code' in cause && typeof cause.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(cause.code)) return cause.code;
  }
  return '';
}
