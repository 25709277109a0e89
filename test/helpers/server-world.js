import { createHmac } from 'node:crypto';
import { baanx, createTokenExchange, veriff } from 'kyc-verification/server';

/**
 * The endpoint between a page and a vendor that both live in the test: requests go in as `Request`, upstream calls end at a table of
 * handlers. The vendor checks keys and signatures as the real one does. All secrets are canaries: odd enough that one of them in an
 * answer or a log line proves a leak.
 */

export const canary = {
  clientKey: 'cnryClientKey-5f0d1c7be2a94b',
  baanxApiKey: 'cnryBaanxApiKey-d81b6d09aa35',
  veriffApiKey: 'c0ffee00-9b1d-4ca7-a11e-5ec2e7ca7a21',
  sharedSecret: 'cnrySharedSecret-77b2f0d94ce1',
  encryptionKey: 'cnryEncryptionKey-0123456789abcdef0123456789',
  bearer: 'cnryAccessToken-41d0c2',
  /** Part of each session URL; only the answer to a POST may hold it. */
  sessionToken: 'cnrySessionToken-9e77',
};

/** What Baanx's records and Veriff's decisions hold of a person. */
export const person = {
  firstName: 'Quillabelle',
  lastName: 'Vandersnoot',
  email: 'quillabelle.vandersnoot@canary.example',
  dateOfBirth: '1987-11-23',
  phoneNumber: '5550199731',
  ssn: '900557318',
  addressLine1: '7 Marzipanhafen Crescent',
};

export const ENDPOINT = 'https://partner.example/api/kyc';
export const ID = 'US_100a99cf-f4d3-4fa1-9be9-2e9828b20ebb';
export const USER = 'd5b4f2c0-7a49-4c5b-8a0e-3f0c5b8a9e11';
/** As the vendor names its nth session. */
export const sessionUrl = (number) => `https://magic.veriff.me/v/${canary.sessionToken}-${number}`;
export const sessionId = (number) => `f04bdb47-d3be-4b28-b028-${String(number).padStart(12, '0')}`;

export const json = (status, body, headers = {}) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
export const hmac = (secret, ...parts) => parts.reduce((hash, part) => hash.update(part), createHmac('sha256', secret)).digest('hex');

/** Whom the partner lets in, in most tests: any onboarding id, and the signed-in user with a bearer of theirs. */
export const anybody = (_request, { reverify }) => (reverify ? { user: USER, bearer: canary.bearer } : true);

/**
 * With Baanx behind it. `world.state` is what Baanx says of everybody.
 *
 * @param options of `createTokenExchange`; `baanx: {…}` for the provider's own
 */
export function baanxWorld({ baanx: own = {}, ...options } = {}) {
  const made = () => json(200, { sessionUrl: sessionUrl(++world.sessions) });
  const record = ({ search }) => json(200, { id: new URLSearchParams(search).get('onboardingId') ?? USER, ...person, verificationState: world.state });
  const keyed = (handler) => (call) => (call.headers.get('x-client-key') === canary.clientKey ? handler(call) : json(498, { message: 'Invalid API key' }));
  const signedIn = (handler) =>
    keyed((call) => (call.headers.get('authorization') === `Bearer ${canary.bearer}` ? handler(call) : json(401, { message: 'Not authenticated' })));
  const registering = (handler) => keyed((call) => (call.headers.has('authorization') ? json(401, { message: 'No bearer here' }) : handler(call)));
  const world = worldOf({
    options: { provider: baanx({ baseUrl: 'https://baanx.example', clientKey: canary.clientKey, apiKey: canary.baanxApiKey, ...own }), ...options },
    upstream: {
      'POST /v1/auth/register/verification': registering(made),
      'GET /v1/auth/register': registering(record),
      'GET /v1/user/verification': signedIn(made),
      'GET /v1/user': signedIn(record),
    },
    /** @param timestamp Unix seconds; default: now */
    sign: (body, { timestamp = String(Math.floor(Date.now() / 1000)) }) => ({
      'x-timestamp': timestamp,
      'x-signature': hmac(canary.baanxApiKey, `${timestamp}.`, body),
    }),
  });
  return world;
}

/**
 * With Veriff behind it. `world.decision` is what it says of a session: `null` until decided.
 *
 * @param options of `createTokenExchange`; `veriff: {…}` for the provider's own
 */
export function veriffWorld({ veriff: own = {}, ...options } = {}) {
  const made = ({ body }) => {
    const { vendorData } = JSON.parse(body).verification;
    const id = sessionId(++world.sessions);
    const url = sessionUrl(world.sessions);
    return json(201, { status: 'success', verification: { id, url, vendorData, host: 'https://magic.veriff.me', status: 'created', sessionToken: canary.sessionToken } });
  };
  const decided = ({ path, headers }) => {
    const id = decodeURIComponent(path.split('/')[3]);
    if (headers.get('x-hmac-signature') !== hmac(canary.sharedSecret, id)) return json(401, { status: 'fail', code: '1818' });
    const verification = world.decision === null ? null : { id, person, document: { number: person.ssn }, ...world.decision };
    return json(200, { status: 'success', verification });
  };
  const keyed = (handler) => (call) => (call.headers.get('x-auth-client') === canary.veriffApiKey ? handler(call) : json(401, { status: 'fail', code: '1803' }));
  const world = worldOf({
    options: {
      provider: veriff({ baseUrl: 'https://veriff.example', apiKey: canary.veriffApiKey, sharedSecret: canary.sharedSecret, ...own }),
      ...options,
    },
    upstream: { 'POST /v1/sessions': keyed(made), 'GET /v1/sessions/*/decision': keyed(decided) },
    sign: (body) => ({ 'x-auth-client': canary.veriffApiKey, 'x-hmac-signature': hmac(canary.sharedSecret, body) }),
  });
  return world;
}

function worldOf({ options, upstream, sign }) {
  const world = {
    /** `METHOD /path` to a function of the call that returns a `Response`; tests replace them. A session's id is `*`. */
    upstream,
    /** Every upstream call: method, path, url, headers, body, signal. */
    calls: [],
    /** Every line for the partner's logger. */
    lines: [],
    sessions: 0,
    state: 'UNVERIFIED',
    decision: null,
    /** Milliseconds that the vendor takes for a call. */
    latency: () => 0,
    callsTo: (name) => world.calls.filter((call) => call.name === name).length,
    logged: (event) => world.lines.filter((line) => line.event === event),

    send: (init = {}, url = ENDPOINT) => world.exchange(new Request(url, init)),
    /** @param asked an onboarding id, or what the body says */
    post: (asked = ID, { headers, url, ...init } = {}) =>
      world.send({ method: 'POST', body: JSON.stringify(typeof asked === 'string' ? { onboardingId: asked } : asked), ...init, headers: { 'content-type': 'application/json', ...headers } }, url),
    /** @param asked an onboarding id, or the parameters of the query */
    get: (asked = ID, { headers = {}, url = ENDPOINT, ...init } = {}) =>
      world.send({ headers, ...init }, `${url}?${new URLSearchParams(typeof asked === 'string' ? { onboardingId: asked } : asked)}`),
    /**
     * A webhook, signed as the vendor does.
     *
     * @param event an object, or the body's own text or bytes
     * @param overrides `headers` take the place of the signed ones (`null` leaves one out); `timestamp` for Baanx
     */
    hook(event, { headers = {}, timestamp } = {}) {
      const body = typeof event === 'string' || event instanceof Uint8Array ? event : JSON.stringify(event);
      const all = { 'content-type': 'application/json', ...sign(body, timestamp === undefined ? {} : { timestamp }), ...headers };
      const sent = Object.entries(all).filter(([, value]) => value !== null);
      return world.send({ method: 'POST', body, headers: sent }, `${ENDPOINT}/webhook`);
    },
  };
  const complete = { authorize: anybody, fetch: vendorFetch(world), logger: (line) => world.lines.push(line), ...options };
  world.exchange = createTokenExchange(complete);
  /** Another instance of the same server: same vendor, same log, what `changes` says aside. */
  world.another = (changes = {}) => createTokenExchange({ ...complete, ...changes });
  return world;
}

/** Ends like the platform's `fetch` when the signal says so. */
function vendorFetch(world) {
  return async (url, { method, headers, body, signal, redirect }) => {
    const { pathname: path, search } = new URL(url);
    const name = `${method} ${path.replace(/^\/v1\/sessions\/[^/]*\//, '/v1/sessions/*/')}`;
    const call = { name, method, path, search, url, headers: new Headers(headers), body, signal, redirect };
    world.calls.push(call);
    const wait = world.latency(call);
    if (wait > 0) {
      await new Promise((resolve, reject) => {
        setTimeout(resolve, wait);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    }
    return (world.upstream[name] ?? (() => json(404, { message: 'No such call' })))(call);
  };
}
