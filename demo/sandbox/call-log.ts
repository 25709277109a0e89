export type Party = 'page' | 'endpoint' | 'Baanx' | 'Veriff';
/** Why a vendor refused a call: never for what a person did, always for what the caller did wrong. */
export type RefusalKind = 'key' | 'signature' | 'limit' | 'form';

/** One call between two parties, without anything secret: no body, no query, no header. */
export interface Call {
  n: number;
  /** ISO 8601; when it was answered. */
  at: string;
  from: Party;
  to: Party;
  method: string;
  path: string;
  status: number;
  /** How long the answer's head took, in real milliseconds. */
  ms: number;
  /** The answer goes on as a stream of events. */
  stream: boolean;
}

export interface Refusal {
  by: 'Baanx' | 'Veriff';
  kind: RefusalKind;
  method: string;
  path: string;
  status: number;
}

const LIMIT = 2000;

/** The latest calls, for the developer's view and for tests. */
export class CallLog {
  #calls: { about: string; call: Call }[] = [];
  #refusals: Refusal[] = [];
  #n = 0;

  /** Makes the call and writes it down; `about` is the onboarding id of the person it is about, or empty. */
  async write(route: Pick<Call, 'from' | 'to'>, about: string, request: Request, answer: () => Promise<Response>): Promise<Response> {
    const began = performance.now();
    const response = await answer();
    this.#n += 1;
    const call = {
      n: this.#n, at: new Date().toISOString(), ...route, method: request.method, path: new URL(request.url).pathname,
      status: response.status, ms: Math.round(performance.now() - began),
      stream: response.headers.get('content-type')?.startsWith('text/event-stream') === true,
    };
    this.#calls.push({ about, call });
    if (this.#calls.length > LIMIT) this.#calls = this.#calls.slice(-LIMIT / 2);
    return response;
  }

  refused(by: Refusal['by'], kind: RefusalKind, { method, url }: Request, status: number): void {
    this.#refusals = [...this.#refusals, { by, kind, method, path: new URL(url).pathname, status }].slice(-LIMIT);
  }

  /** @param after calls up to this number are left out */
  list(about: string, after: number): Call[] {
    return this.#calls.filter((entry) => entry.about === about && entry.call.n > after).map(({ call }) => call);
  }

  /** Calls that a vendor refused for their key, signature, form or number. */
  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }
}
