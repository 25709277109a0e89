import { faultResponse } from './baanx-bodies.js';
import { type Applicant, takeFault } from './baanx-store.js';
import type { CallLog, UpstreamCall } from './call-log.js';
import { secrets } from './canaries.js';
import type { Clock } from './clock.js';
import { type Handler, isObject, json, readObject } from './handler.js';
import type { PartnerRecords } from './partner-records.js';

export interface TokenExchangeOptions {
  baanx: Handler;
  clock: Clock;
  calls: CallLog;
  records: PartnerRecords;
  /** The sandbox's own knowledge of the person, for faults, delays and the environment: by id, or by the signed-in user's cookie. */
  find(onboardingId: string): Applicant | undefined;
  signedIn(cookie: string): { applicant: Applicant; accessToken: string } | undefined;
  sleep(milliseconds: number): Promise<void>;
}

/** What the page is told for each status; never Baanx's own words, which may hold anything. */
const messages: Readonly<Record<number, string>> = {
  400: 'The onboarding is not valid or has ended.', 401: 'Not signed in.', 403: 'Not allowed.', 404: 'No such onboarding.',
  408: 'The request took too long.', 429: 'Too many requests.', 498: 'The client key is not valid.', 499: 'The client key is missing.',
};

const refuse = (status: number, headers: Record<string, string> = {}): Response =>
  json(status, { message: messages[status] ?? 'The service is not available.' }, headers);

interface Subject {
  id: string;
  applicant: Applicant | undefined;
  /** Set for a signed-in user: Baanx is asked by bearer. */
  accessToken: string | null;
}

/** The partner's endpoint on the page's origin: trades an onboarding id (or a signed-in user) for a session, and reads the status. */
export function createTokenExchange(options: TokenExchangeOptions): Handler {
  const { calls, clock, records } = options;

  return async (request) => {
    const started = performance.now();
    const at = new Date(clock.now()).toISOString();
    const subject = await identify(request);
    const upstream: UpstreamCall[] = [];
    const latency = subject instanceof Response ? undefined : subject.applicant?.scenario.latency;
    if (latency !== undefined) await options.sleep(latency);
    const response = subject instanceof Response ? subject : await answer(request, subject, upstream);
    calls.add(subject instanceof Response ? '' : subject.id, {
      at, method: request.method, status: response.status, ms: Math.round(performance.now() - started), upstream,
    });
    return response;
  };

  async function identify(request: Request): Promise<Subject | Response> {
    if (request.method !== 'POST' && request.method !== 'GET') return json(405, { message: 'Use POST or GET.' }, { allow: 'GET, POST' });
    const query = new URL(request.url).searchParams;
    const body = request.method === 'POST' ? await readObject(request) : null;
    if (request.method === 'POST' && body === null) return refuse(400);
    const reverify = body === null ? query.get('reverify') === 'true' : body['reverify'] === true;
    if (reverify) {
      const user = options.signedIn(cookieOf(request, 'sandbox_user') ?? '');
      return user === undefined ? refuse(401) : { id: user.applicant.onboardingId, ...user };
    }
    const id = body === null ? query.get('onboardingId') : body['onboardingId'];
    if (typeof id !== 'string' || id === '' || id.length > 200) return refuse(400);
    return { id, applicant: options.find(id), accessToken: null };
  }

  async function answer(request: Request, subject: Subject, upstream: UpstreamCall[]): Promise<Response> {
    const exchange = request.method === 'POST';
    const fault = subject.applicant && takeFault(subject.applicant, exchange ? 'exchange' : 'status', 'endpoint');
    if (fault !== undefined) return faultResponse(fault);
    const call = upstreamRequest(exchange, subject);
    const response = await options.baanx(call);
    upstream.push({ method: call.method, path: new URL(call.url).pathname, status: response.status });
    if (!response.ok) {
      const retryAfter = response.headers.get('retry-after');
      return refuse(response.status, retryAfter === null ? {} : { 'retry-after': retryAfter });
    }
    const body = await parse(response);
    if (body === null) return refuse(502);
    if (!exchange) return json(200, records.describe(subject.id, body['verificationState']));
    return typeof body['sessionUrl'] === 'string' ? json(200, { sessionUrl: body['sessionUrl'] }) : refuse(502);
  }
}

function upstreamRequest(exchange: boolean, { id, applicant, accessToken }: Subject): Request {
  const headers: Record<string, string> = { 'x-client-key': secrets.baanxClientKey, 'x-us-env': String(applicant?.us ?? false) };
  const base = 'https://dev.api.baanx.com';
  if (accessToken !== null) {
    const path = exchange ? '/v1/user/verification' : '/v1/user';
    return new Request(`${base}${path}`, { headers: { ...headers, authorization: `Bearer ${accessToken}` } });
  }
  if (!exchange) return new Request(`${base}/v1/auth/register?onboardingId=${encodeURIComponent(id)}`, { headers });
  return new Request(`${base}/v1/auth/register/verification`, {
    method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ onboardingId: id }),
  });
}

async function parse(response: Response): Promise<Record<string, unknown> | null> {
  try {
    const value: unknown = await response.json();
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
