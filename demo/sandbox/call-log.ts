export interface UpstreamCall {
  method: string;
  path: string;
  status: number;
}

/** One request to the endpoint, without anything secret: no body, no query, no header. */
export interface Call {
  n: number;
  /** ISO 8601. */
  at: string;
  method: string;
  status: number;
  /** How long the answer took, in real milliseconds. */
  ms: number;
  upstream: UpstreamCall[];
}

const LIMIT = 2000;

/** The latest calls to the endpoint, for the developer's view. */
export class CallLog {
  #calls: (Call & { onboardingId: string })[] = [];
  #n = 0;

  add(onboardingId: string, call: Omit<Call, 'n'>): void {
    this.#n += 1;
    this.#calls.push({ n: this.#n, ...call, onboardingId });
    if (this.#calls.length > LIMIT) this.#calls = this.#calls.slice(-LIMIT / 2);
  }

  /** @param after calls up to this number are left out */
  list(onboardingId: string, after: number): Call[] {
    return this.#calls
      .filter((call) => call.onboardingId === onboardingId && call.n > after)
      .map(({ onboardingId: _id, ...call }) => call);
  }
}
