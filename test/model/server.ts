import type { KycErrorCode } from '../../src/index.js';
import { codeOf } from '../helpers/contract-codes.js';
import { standIn } from '../helpers/element-cleanup.js';
import type { Reading } from './belief.js';
import type { PostAnswer } from './frame-steps.js';

/** Stands in every secret that the element is given, so that none can be shown or told without being found. */
export const SECRET = 'S3CR3T';
export const PATH = '/model-endpoint';

/** How a request is answered. */
export type Reply =
  | 'as-it-stands'
  | 'hostile'
  | 'brief'
  | 'junk'
  | 'network'
  /** Never; ends by being aborted. */
  | 'never'
  /** When the test says so. */
  | 'held'
  /** The same, but the answer comes even if the element has given the request up. */
  | 'late'
  | number;

export interface Request {
  readonly number: number;
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly body: string;
  readonly sentAt: number;
  isOver: boolean;
  isGivenUp: boolean;
  answer: (reply: Reply) => void;
}

/** What happened between the element and its server, in order. */
export type Exchange =
  | { readonly type: 'sent'; readonly request: Request }
  | { readonly type: 'read'; readonly request: Request; readonly reading: Reading }
  | { readonly type: 'read-failed'; readonly request: Request; readonly status: number; readonly code: KycErrorCode }
  | { readonly type: 'post-answered'; readonly request: Request; readonly answer: PostAnswer };

/** Of whom a read asks: endpoint, and onboarding id or `reverify`. */
const whoOf = ({ url }: Request): string => `${url.pathname} ${url.searchParams.get('onboardingId') ?? 'reverify'}`;

const HOSTILE = ['javascript:parent.alert(1)', 'https://magic.veriff.me.evil.example/v', `https://user:${SECRET}@magic.veriff.me/`, '/relative', 7, null, '', ['x']];
const STAMPS_FROM = Date.UTC(2026, 0, 1);

/** The endpoint of one or two elements: the truth about each, and how requests are answered for now. */
export class Server {
  readonly requests: Request[] = [];
  readonly log: Exchange[] = [];
  readonly truth = new Map<string, Reading>();
  reads: Reply = 'as-it-stands';
  exchange: Reply = 'as-it-stands';
  isReachable = true;
  readonly #now: () => number;
  readonly #sessionUrl: () => string;
  #stamps = 0;

  constructor(now: () => number, sessionUrl: () => string) {
    this.#now = now;
    this.#sessionUrl = sessionUrl;
  }

  install(): void {
    const real = window.fetch.bind(window);
    standIn(window, 'fetch', (input, init = {}) => {
      const url = new URL(input instanceof window.Request ? input.url : input, document.baseURI);
      return url.pathname.startsWith(PATH) ? this.#receive(url, init) : real(input, init);
    });
  }

  /** Requests that neither side has ended. */
  get open(): readonly Request[] {
    return this.requests.filter(({ isOver }) => !isOver);
  }

  /** Nothing has been asked, and all is well. */
  reset(): void {
    this.requests.length = this.log.length = 0;
    this.truth.clear();
    this.reads = this.exchange = 'as-it-stands';
    this.isReachable = true;
  }

  nextStamp(): number {
    return ++this.#stamps;
  }

  #receive(url: URL, { method = 'GET', body, signal }: RequestInit): Promise<Response> {
    return new Promise((resolve, reject) => {
      const request: Request = {
        number: this.requests.length,
        method: method === 'POST' ? 'POST' : 'GET',
        url,
        body: typeof body === 'string' ? body : '',
        sentAt: this.#now(),
        isOver: false,
        isGivenUp: false,
        answer: (reply) => this.#answer(request, reply, resolve, reject),
      };
      this.requests.push(request);
      this.log.push({ type: 'sent', request });
      const reply = this.isReachable ? (request.method === 'GET' ? this.reads : this.exchange) : 'network';
      const giveUp = (): void => {
        if (request.isOver) return;
        request.isOver = request.isGivenUp = true;
        if (this.#now() - request.sentAt >= 15_000) this.#failed(request, 0, 'timeout');
        if (reply !== 'late') reject(new DOMException('The request was aborted.', 'AbortError'));
      };
      if (signal?.aborted === true) giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      // No answer comes before the page has gone on with what it was doing.
      if (reply !== 'never' && reply !== 'held' && reply !== 'late') queueMicrotask(() => !request.isOver && request.answer(reply));
    });
  }

  #failed(request: Request, status: number, code: KycErrorCode): void {
    if (request.method === 'GET') this.log.push({ type: 'read-failed', request, status, code });
    else this.log.push({ type: 'post-answered', request, answer: { status, code } });
  }

  #answer(request: Request, reply: Reply, resolve: (response: Response) => void, reject: (error: Error) => void): void {
    const counts = !request.isOver;
    request.isOver = true;
    const failed = (status: number, code: KycErrorCode): void => {
      if (counts) this.#failed(request, status, code);
    };
    if (reply === 'network') {
      failed(0, 'network');
      return reject(new TypeError('Failed to fetch'));
    }
    if (reply === 'junk') {
      failed(200, 'bad-response');
      return resolve(new Response(`<html>Welcome to our network ${SECRET}</html>`, { headers: { 'content-type': 'text/html' } }));
    }
    if (typeof reply === 'number') {
      failed(reply, codeOf(reply));
      const isEmpty = reply === 204 || reply === 205 || reply === 304;
      return resolve(new Response(isEmpty ? null : JSON.stringify({ message: `refused, ${SECRET}` }), { status: reply }));
    }
    const body = request.method === 'GET' ? this.#status(request, counts) : this.#session(request, reply, counts);
    return resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
  }

  #status(request: Request, counts: boolean): object {
    const reading = this.truth.get(whoOf(request)) ?? { value: 'UNVERIFIED', stamp: null };
    if (counts) this.log.push({ type: 'read', request, reading });
    const { value, stamp, retryAt } = reading;
    return {
      ...(value === 'absent' ? {} : { verificationState: value === 'null' ? null : value }),
      ...(stamp === null ? {} : { updatedAt: new Date(STAMPS_FROM + stamp * 60_000).toISOString() }),
      ...(retryAt === undefined ? {} : { retryAt: new Date(retryAt).toISOString() }),
      email: `${SECRET}@personal.example`,
    };
  }

  #session(request: Request, reply: Reply, counts: boolean): object {
    const sessionUrl = reply === 'hostile' ? HOSTILE[request.number % HOSTILE.length] : this.#sessionUrl();
    const isUrl = typeof sessionUrl === 'string' && sessionUrl !== '';
    const session = reply === 'hostile' ? (isUrl ? reply : 'none') : reply === 'brief' ? reply : 'good';
    if (counts) this.log.push({ type: 'post-answered', request, answer: { session } });
    return { sessionUrl, sessionToken: SECRET, ...(session === 'brief' ? { expiresAt: new Date(Date.now() + 60_000).toISOString() } : {}) };
  }
}
