import { faultResponse, onboardingBody, refusals, userBody } from './baanx-bodies.js';
import { type Applicant, type BaanxStore, type SessionRecord, takeFault } from './baanx-store.js';
import type { RefusalKind } from './call-log.js';
import { secrets } from './canaries.js';
import { type Handler, isJson, isObject, json, readObject } from './handler.js';
import { customers } from './veriff-customers.js';

export interface BaanxOptions {
  store: BaanxStore;
  /** Veriff, called as its API: Baanx is its customer. */
  veriff: Handler;
  veriffOrigin: string;
  /** Lets verdicts of Veriff's fall that are due. */
  settle(): void;
  /** Baanx's word for a person has changed. */
  stateChanged(applicant: Applicant, at: number): void;
  /** A call was refused for what the caller did wrong; ids that nobody has, and ends of an onboarding, are no such thing. */
  refused(kind: RefusalKind, request: Request, status: number): void;
}

const ONBOARDING_ID = /^(?:US_)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Baanx as a partner's server meets it: two ways to a session (during registration by onboarding id, afterwards by
 * bearer) and the two status calls that go with them. Not reachable from a page.
 */
export function createBaanx(options: BaanxOptions): Handler {
  const { store } = options;

  function refuse(kind: RefusalKind, request: Request, response: Response): Response {
    options.refused(kind, request, response.status);
    return response;
  }

  /** The onboarding record that the id names, or the refusal. */
  function onboarding(request: Request, id: unknown, us: boolean): Applicant | Response {
    // The registration calls know no user: a bearer there is a mistake of the caller's.
    if (request.headers.has('authorization')) return refuse('form', request, refusals.badRequest());
    if (typeof id !== 'string' || !ONBOARDING_ID.test(id)) return refusals.invalidId();
    const applicant = store.find(id);
    if (applicant === undefined) return refusals.noSuchOnboarding();
    if (applicant.us !== us) return refuse('form', request, refusals.noSuchOnboarding());
    return store.isOpen(applicant) ? applicant : refusals.invalidId();
  }

  /** The user whom the bearer token names, or the refusal. */
  function user(request: Request, us: boolean): Applicant | Response {
    const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
    const applicant = token === undefined ? undefined : store.findByToken(token);
    if (applicant === undefined) return refuse('key', request, refusals.notAuthenticated());
    return applicant.registered && applicant.us === us ? applicant : refuse('form', request, refusals.otherClient());
  }

  async function session(request: Request, applicant: Applicant): Promise<Response> {
    const fault = takeFault(applicant, 'exchange', 'vendor');
    if (fault !== undefined) return faultResponse(fault);
    if (!applicant.registered && applicant.state === 'VERIFIED') return refusals.wrongPhase();
    const reusable = store.reusableSession(applicant);
    if (reusable !== undefined) return answer(applicant, reusable);
    if (!applicant.registered && applicant.creating !== null) return answer(applicant, await applicant.creating);
    const wait = store.waitFor(applicant);
    if (wait > 0) return refuse('limit', request, refusals.tooMany(wait));
    applicant.requestedAt.push(Date.now());
    applicant.creating = createSession(applicant);
    try {
      return answer(applicant, await applicant.creating);
    } finally {
      applicant.creating = null;
    }
  }

  function answer(applicant: Applicant, record: SessionRecord | null): Response {
    return record === null ? refusals.providerFailed() : json(200, { sessionUrl: applicant.scenario.sessionUrl ?? record.url });
  }

  async function createSession(applicant: Applicant): Promise<SessionRecord | null> {
    const response = await options.veriff(new Request(`${options.veriffOrigin}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-auth-client': customers.Baanx.apiKey },
      body: JSON.stringify({
        verification: { vendorData: applicant.onboardingId, ...(applicant.registered ? { endUserId: applicant.userId } : {}) },
      }),
    }));
    const verification = response.status === 201 ? (await readVerification(response)) : null;
    if (verification === null) return null;
    const now = Date.now();
    const record: SessionRecord = { ...verification, createdAt: now, status: 'open' };
    applicant.sessions.push(record);
    // A live client reports PENDING from here on, the documents speak of submission: both occur.
    if (applicant.pending === 'on-create' && applicant.state === 'UNVERIFIED') {
      applicant.state = 'PENDING';
      options.stateChanged(applicant, now);
    }
    return record;
  }

  function status(applicant: Applicant, body: (applicant: Applicant) => Record<string, unknown>): Response {
    const fault = takeFault(applicant, 'status', 'vendor');
    return fault === undefined ? json(200, body(applicant)) : faultResponse(fault);
  }

  const routes: Readonly<Record<string, (request: Request, url: URL, us: boolean) => Promise<Response>>> = {
    'POST /v1/auth/register/verification': async (request, _url, us) => {
      const body = isJson(request) ? await readObject(request) : null;
      if (body === null) return refuse('form', request, refusals.badRequest());
      const found = onboarding(request, body['onboardingId'], us);
      return found instanceof Response ? found : session(request, found);
    },
    'GET /v1/auth/register': async (request, url, us) => {
      const found = onboarding(request, url.searchParams.get('onboardingId'), us);
      return found instanceof Response ? found : status(found, onboardingBody);
    },
    'GET /v1/user/verification': async (request, _url, us) => {
      const found = user(request, us);
      return found instanceof Response ? found : session(request, found);
    },
    'GET /v1/user': async (request, _url, us) => {
      const found = user(request, us);
      return found instanceof Response ? found : status(found, userBody);
    },
  };

  return async (request) => {
    const url = new URL(request.url);
    const route = `${request.method} ${url.pathname}`;
    const handler = routes[route];
    if (handler === undefined) return refuse('form', request, refusals.noSuchRoute(request.method, url.pathname));
    const key = request.headers.get('x-client-key');
    if (key === null || key === '') return refuse('key', request, refusals.noKey());
    if (key !== secrets.baanxClientKey) return refuse('key', request, refusals.invalidKey());
    const environment = request.headers.get('x-us-env') ?? 'false';
    if (environment !== 'true' && environment !== 'false') return refuse('form', request, refusals.badRequest());
    options.settle();
    return handler(request, url, environment === 'true');
  };
}

async function readVerification(response: Response): Promise<{ id: string; url: string } | null> {
  const body: unknown = await response.json();
  const verification = isObject(body) ? body['verification'] : null;
  if (!isObject(verification)) return null;
  const { id, url } = verification;
  return typeof id === 'string' && typeof url === 'string' ? { id, url } : null;
}
