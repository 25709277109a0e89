import { EndpointClient, type Endpoint } from '../../src/services/endpoint-client.js';
import { VirtualClock, task } from './virtual-clock.js';

export const SESSION_URL = 'https://magic.veriff.me/v/eyJhbGciOi';
export const ID = 'US_100a99cf-f4d3-4fa1-9be9-2e9828b20ebb';

export interface Call {
  readonly url: URL;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly at: number;
}

/** What a fake server does with a request: answer, fail by throwing, or never settle. */
export type Respond = (call: Call) => Response | Promise<Response>;

export const json = (body: unknown, init?: ResponseInit): Response => new Response(JSON.stringify(body), init);
export const never = (): Promise<Response> => new Promise(() => undefined);
export const refused = (): never => {
  throw new TypeError('Failed to fetch');
};
export const session = (): Response => json({ sessionUrl: SESSION_URL });

/** A client whose requests go to a function; time passes by a virtual clock. */
export class ClientBench {
  // Answers pass through streams of the browser: they take whole tasks.
  readonly clock = new VirtualClock(async () => {
    for (let turn = 0; turn < 4; turn++) await task();
  });
  readonly calls: Call[] = [];
  readonly abort = new AbortController();
  online = true;
  /** Whether fetch ends a request whose signal is aborted, as every browser’s own does. */
  heedsSignals = true;
  readonly client: EndpointClient;

  constructor(respond: Respond, endpoint: Partial<Endpoint> = {}) {
    const ports = {
      fetch: (input: RequestInfo | URL, init: RequestInit = {}) => this.#fetch(respond, input, init),
      clock: this.clock,
      random: () => 0.5,
      isOnline: () => this.online,
    };
    const defaults: Endpoint = {
      url: 'https://partner.example/api/kyc',
      onboardingId: ID,
      reverify: false,
      credentials: () => 'same-origin',
      headers: () => undefined,
      sessionHosts: () => '*.veriff.com *.veriff.me',
    };
    this.client = new EndpointClient({ ...defaults, ...endpoint }, ports);
  }

  /** Reads once and lets up to `span` milliseconds pass for it. */
  readStatus(span = 0): ReturnType<EndpointClient['readStatus']> {
    return this.#settle(this.client.readStatus(this.abort.signal), span);
  }

  /** Exchanges and lets up to `span` milliseconds pass for it. */
  createSession(span = 0): ReturnType<EndpointClient['createSession']> {
    return this.#settle(this.client.createSession(this.abort.signal), span);
  }

  /** Asks for a stream and lets up to `span` milliseconds pass for it. */
  openStream(span = 0): ReturnType<EndpointClient['openStream']> {
    return this.#settle(this.client.openStream(this.abort.signal), span);
  }

  async #settle<T>(work: Promise<T>, span: number): Promise<T> {
    let settled = false;
    void work.finally(() => (settled = true));
    for (let passed = 0; passed < span && !settled; passed += 500) await this.clock.advance(500);
    for (let turn = 0; turn < 50 && !settled; turn++) await task();
    if (!settled) throw new Error(`The request has not ended after ${span} ms.`);
    return work;
  }

  #fetch(respond: Respond, input: RequestInfo | URL, init: RequestInit): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    const call: Call = { url: new URL(url), init, headers: new Headers(init.headers), at: this.clock.now() };
    this.calls.push(call);
    const { signal } = init;
    return new Promise((resolve, reject) => {
      if (this.heedsSignals) signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      Promise.resolve()
        .then(() => respond(call))
        .then(resolve, reject);
    });
  }
}
