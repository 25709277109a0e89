import { standIn } from './element-cleanup.js';

/** Where the stand-in for the token-exchange endpoint answers. */
export const ENDPOINT = '/kyc-test';

/** A session whose frame says only what the test tells it to; `session-hosts` must name `localhost:*`. */
export const SESSION_URL = `${location.origin}/test/helpers/element-frame.html?session=1`;

export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  readonly credentials: RequestCredentials | undefined;
  readonly signal: AbortSignal;
}
export type Reply = (call: Call) => Promise<Response>;

export interface ScriptedEndpoint {
  readonly calls: readonly Call[];
  readonly gets: readonly Call[];
  readonly posts: readonly Call[];
  /** From now on reads are answered so: one reply each, the last one again and again. */
  answerGet(...replies: Reply[]): void;
  answerPost(...replies: Reply[]): void;
}

export function json(body: unknown, httpStatus = 200, headers: Record<string, string> = {}): Reply {
  return () =>
    Promise.resolve(new Response(JSON.stringify(body), { status: httpStatus, headers: { 'content-type': 'application/json', ...headers } }));
}

/** A read that says that state. */
export function says(verificationState: unknown, more: Record<string, unknown> = {}): Reply {
  return json({ verificationState, ...more });
}

/** An exchange that gives a session. */
export function session(more: Record<string, unknown> = {}): Reply {
  return json({ sessionUrl: SESSION_URL, ...more });
}

/** An error of the endpoint. */
export function refuses(httpStatus: number, headers: Record<string, string> = {}): Reply {
  return json({ message: 'refused by the test' }, httpStatus, headers);
}

export const unreachable: Reply = () => Promise.reject(new TypeError('Failed to fetch'));

/** Never answers; ends only when it is aborted. */
export const silent: Reply = ({ signal }) =>
  new Promise((_resolve, reject) => {
    const abort = (): void => reject(new DOMException('The request was aborted.', 'AbortError'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });

/** Answers when the test says so, unless it is aborted before. */
export function held(): { readonly reply: Reply; readonly release: (reply: Reply) => void } {
  let release: (reply: Reply) => void = () => undefined;
  const released = new Promise<Reply>((resolve) => (release = resolve));
  return {
    reply: (call) => Promise.race([silent(call), released.then((reply) => reply(call))]),
    release: (reply) => release(reply),
  };
}

/** Answers at the endpoint's address in place of a server until the test ends, and keeps what it was asked. */
export function scriptEndpoint({ get = [says('UNVERIFIED')], post = [session()] }: { get?: Reply[]; post?: Reply[] } = {}): ScriptedEndpoint {
  const calls: Call[] = [];
  const scripts = new Map([
    ['GET', get],
    ['POST', post],
  ]);
  const asked = (method: string): Call[] => calls.filter((call) => call.method === method);
  const real = window.fetch.bind(window);
  standIn(window, 'fetch', (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (url.pathname !== ENDPOINT) return real(input, init);
    const { method = 'GET', headers, body, credentials, signal } = init;
    const call: Call = {
      method,
      url,
      headers: new Headers(headers),
      body: typeof body === 'string' ? body : '',
      credentials,
      signal: signal ?? new AbortController().signal,
    };
    calls.push(call);
    const script = scripts.get(method) ?? [];
    const reply = script.length > 1 ? script.shift() : script[0];
    return reply === undefined ? Promise.reject(new TypeError('Not in the script')) : reply(call);
  });
  return {
    calls,
    get gets() {
      return asked('GET');
    },
    get posts() {
      return asked('POST');
    },
    answerGet: (...replies) => void scripts.set('GET', replies),
    answerPost: (...replies) => void scripts.set('POST', replies),
  };
}
