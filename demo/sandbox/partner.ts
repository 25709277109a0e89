import { baanx, createTokenExchange, veriff, type Asked, type Authorize, type Logger } from '../../src/server/index.js';
import type { Applicant, BaanxStore } from './baanx-store.js';
import { BoundedMap } from './bounded-map.js';
import { secrets } from './canaries.js';
import { type Handler, readObject } from './handler.js';
import type { Vendor } from './scenarios.js';
import { HOUR } from './time.js';
import { customers } from './veriff-customers.js';

export interface PartnerOptions {
  /** Stands for the partner's own database: whose onboardings these are, and who logs in at Baanx. */
  store: BaanxStore;
  fetch: typeof globalThis.fetch;
  /** Where session URLs may lead. */
  sessionHosts: string;
  logger?: Logger;
}

export interface Partner {
  /** The endpoint, and the webhook beneath it. */
  endpoint: Handler;
  /** The cookie's value of a user who has signed in. */
  signIn(applicant: Applicant): string;
  /** Whom a request to the endpoint is about, as far as the partner knows. */
  personOf(request: Request): Promise<Applicant | undefined>;
  close(): Promise<void>;
}

interface User {
  readonly applicant: Applicant;
  bearer: string;
  renewAt: number;
}

/** Baanx's access tokens last for six hours. */
const RENEW_AFTER = 5 * HOUR;

/** The partner's server: the package's endpoint, once for each vendor. What is the partner's own is who may ask for whom. */
export function createPartner({ store, fetch, sessionHosts, logger }: PartnerOptions): Partner {
  const users = new BoundedMap<string, User>(5000);
  const signedIn = (request: Request): User | undefined => users.get(cookieOf(request, 'sandbox_user') ?? '');

  const person = (request: Request, { onboardingId, reverify }: Asked): Applicant | undefined =>
    reverify ? signedIn(request)?.applicant : store.find(onboardingId);

  function bearerOf(user: User): string {
    if (Date.now() >= user.renewAt) Object.assign(user, { bearer: store.issueToken(user.applicant), renewAt: Date.now() + RENEW_AFTER });
    return user.bearer;
  }

  /** Baanx is asked about a user by the user's token, Veriff by the partner's own name of the user. */
  const authorizeFor = (vendor: Vendor): Authorize => (request, asked) => {
    const user = signedIn(request);
    if (!asked.reverify) return store.find(asked.onboardingId) !== undefined;
    if (user === undefined) return null;
    const { userId } = user.applicant;
    return vendor === 'baanx' ? { user: userId, bearer: bearerOf(user) } : { user: userId };
  };

  const common = { fetch, sessionHosts, ...(logger === undefined ? {} : { logger }) };
  const exchanges = {
    baanx: createTokenExchange({
      ...common,
      authorize: authorizeFor('baanx'),
      provider: baanx({
        baseUrl: 'https://dev.api.baanx.com', clientKey: secrets.baanxClientKey, apiKey: secrets.baanxApiKey,
        usEnv: (request, asked) => person(request, asked)?.us === true,
      }),
    }),
    veriff: createTokenExchange({
      ...common,
      authorize: authorizeFor('veriff'),
      provider: veriff({
        baseUrl: 'https://stationapi.veriff.com', apiKey: customers.partner.apiKey, sharedSecret: customers.partner.sharedSecret,
        integrationId: customers.partner.integrationId, sessionsPerMinute: customers.partner.sessionsAMinute,
      }),
    }),
  } satisfies Record<Vendor, unknown>;

  async function personOf(request: Request): Promise<Applicant | undefined> {
    const query = new URL(request.url).searchParams;
    const asked = request.method === 'POST' ? await readObject(request.clone()) : Object.fromEntries(query);
    const { onboardingId, reverify } = asked ?? {};
    return person(request, { onboardingId: typeof onboardingId === 'string' ? onboardingId : '', reverify: reverify === true || reverify === 'true' });
  }

  return {
    async endpoint(request) {
      // A partner has one vendor, and one exchange; here both have the same address.
      const isVeriffs = request.headers.has('x-hmac-signature') || (await personOf(request))?.vendor === 'veriff';
      return exchanges[isVeriffs ? 'veriff' : 'baanx'](request);
    },
    signIn(applicant) {
      const cookie = `${secrets.userCookieMarker}${crypto.randomUUID()}`;
      users.set(cookie, { applicant, bearer: '', renewAt: 0 });
      return cookie;
    },
    personOf,
    async close() {
      await Promise.all(Object.values(exchanges).map((exchange) => exchange.close()));
    },
  };
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
