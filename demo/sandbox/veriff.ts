import { callbackUrl } from './callback.js';
import type { RefusalKind } from './call-log.js';
import { framePage } from './frame/page.js';
import { frameScript } from './frame/script.js';
import { frameStyles } from './frame/styles.js';
import { HTML_TYPE, type Handler, isJson, isObject, json, raw, readObject, TEXT_TYPE } from './handler.js';
import { verifyHmacHex } from './hmac.js';
import { MINUTE } from './time.js';
import { type Customer, customers } from './veriff-customers.js';
import { decisionBody } from './veriff-decisions.js';
import { isConclusive, type Session, type SessionPlan, type VeriffSessions } from './veriff-sessions.js';

export interface VeriffOptions {
  /** This origin, as it stands in session URLs. */
  origin: string;
  sessions: VeriffSessions;
  /** How a session of that customer with this `vendorData` shall go. */
  planFor(customer: Customer, vendorData: string | null): SessionPlan;
  /** What goes wrong in its place, if anything. */
  fault(customer: Customer, vendorData: string | null, kind: 'exchange' | 'status'): Response | undefined;
  /** A call was refused for what the caller did wrong. */
  refused(kind: RefusalKind, request: Request, status: number): void;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const fail = (status: number, code: string, message: string, headers?: Record<string, string>): Response =>
  json(status, { status: 'fail', code, message }, headers);

/**
 * Veriff as its customers' servers and their users' browsers meet it: the sessions API and the page of the flow.
 * It lives on an origin of its own and knows nothing of the pages that frame it.
 */
export function createVeriff(options: VeriffOptions): Handler {
  const { sessions } = options;
  const createdAt = new Map<Customer, number[]>();

  function refuse(kind: RefusalKind, request: Request, ...answer: Parameters<typeof fail>): Response {
    options.refused(kind, request, answer[0]);
    return fail(...answer);
  }

  function authenticate(request: Request): Customer | Response {
    const key = request.headers.get('x-auth-client');
    if (key === null || key === '') return refuse('key', request, 401, '1801', 'X-AUTH-CLIENT missing');
    if (!UUID.test(key)) return refuse('key', request, 401, '1802', 'API key is not a valid UUID');
    const customer = Object.values(customers).find(({ apiKey }) => apiKey === key);
    const integration = request.headers.get('vrf-integration-id');
    const found = customer !== undefined && (integration === null || integration === customer.integrationId);
    return found ? customer : refuse('key', request, 401, '1803', 'Integration not found');
  }

  async function createSession(request: Request, customer: Customer): Promise<Response> {
    const bad = (code: string, message: string): Response => refuse('form', request, 400, code, message);
    if (!isJson(request)) return bad('1102', 'Mandatory parameters missing');
    const verification = (await readObject(request))?.['verification'];
    if (!isObject(verification)) return bad('1102', 'Mandatory parameters missing');
    const { callback, vendorData = null, endUserId = null } = verification;
    const back = callbackUrl(callback);
    if (callback !== undefined && back === null) return bad('1302', 'Only HTTPS return URLs are allowed');
    if (vendorData !== null && typeof vendorData !== 'string') return bad('1501', 'vendorData must be a string');
    if (vendorData !== null && vendorData.length > 1000) return bad('1500', 'vendorData over 1000 symbols');
    if (endUserId !== null && !(typeof endUserId === 'string' && UUID.test(endUserId))) return bad('1104', 'Invalid parameters');
    const fault = options.fault(customer, vendorData, 'exchange');
    if (fault !== undefined) return fault;
    const now = Date.now();
    const lately = (createdAt.get(customer) ?? []).filter((time) => time > now - MINUTE);
    if (lately.length >= customer.sessionsAMinute) return refuse('limit', request, 429, '1104', 'Too many sessions', { 'retry-after': '60' });
    createdAt.set(customer, [...lately, now]);
    const plan = options.planFor(customer, vendorData);
    const session = await sessions.create({ customer, vendorData, endUserId, callback: back, plan });
    return json(201, {
      status: 'success',
      verification: {
        id: session.id, url: plan.sessionUrl ?? `${options.origin}/v/${session.token}`, vendorData, endUserId, host: options.origin,
        status: session.status, sessionToken: session.token,
      },
    });
  }

  async function readDecision(request: Request, customer: Customer, id: string): Promise<Response> {
    const hex = request.headers.get('x-hmac-signature') ?? '';
    if (!/^[0-9a-f]{64}$/.test(hex)) return refuse('signature', request, 401, '1812', 'Signature not a valid SHA256 hash');
    if (!(await verifyHmacHex(customer.sharedSecret, id, hex))) {
      return refuse('signature', request, 401, '1818', 'Signature does not match HMAC-SHA256 of query ID');
    }
    const session = sessions.byId(id);
    if (session?.customer !== customer) return refuse('form', request, 404, '1104', 'Invalid parameters');
    return options.fault(customer, session.vendorData, 'status') ?? json(200, decisionBody(session));
  }

  async function takeEvent(request: Request, session: Session): Promise<Response> {
    // Sent by the page of the flow alone: browsers say where a request comes from.
    const origin = request.headers.get('origin');
    if (origin !== null && origin !== options.origin) return fail(403, '1104', 'Invalid parameters');
    switch ((await readObject(request))?.['event']) {
      case 'started': return sessions.start(session) ? raw(204, '', TEXT_TYPE) : fail(409, '1304', 'Cannot transition to status');
      case 'submitted': return sessions.submit(session) ? raw(204, '', TEXT_TYPE) : fail(409, '1304', 'Cannot transition to status');
      case 'left': sessions.leave(session); return raw(204, '', TEXT_TYPE);
      case 'reload': session.loadsLeft = Math.max(session.loadsLeft, 1); return raw(204, '', TEXT_TYPE);
      default: return fail(400, '1303', 'Invalid status');
    }
  }

  function showPage(url: URL, session: Session | undefined): Response {
    const frame = session?.plan.frame;
    const ended = endOf(session);
    const forceReload = ended === null && session?.forceReload === true;
    if (session !== undefined && ended === null) {
      session.loadsLeft -= 1;
      session.forceReload = false;
      // The page that asks to be reloaded is loaded once more by its own wish.
      if (forceReload) session.loadsLeft = Math.max(session.loadsLeft, 1);
    }
    const html = framePage({
      lang: url.searchParams.get('lang') ?? '', ended, silent: frame === 'silent', forceReload,
      callback: session?.plan.callback ?? session?.callback ?? null,
    });
    const status = ended === 'unknown' ? 404 : ended === 'expired' || ended === 'used' ? 410 : 200;
    return raw(status, html, HTML_TYPE, pageHeaders(frame === 'blocked'));
  }

  function endOf(session: Session | undefined): 'unknown' | 'expired' | 'used' | 'submitted' | 'finished' | null {
    if (session === undefined) return 'unknown';
    if (session.status === 'expired' || session.status === 'abandoned') return 'expired';
    if (isConclusive(session)) return 'finished';
    if (session.status === 'submitted') return 'submitted';
    if (sessions.linkWorks(session)) return null;
    return session.loadsLeft > 0 ? 'expired' : 'used';
  }

  return async (request) => {
    const url = new URL(request.url);
    const path = url.pathname.replace(/\/+$/, '');
    const session = /^\/v\/([^/]+)(\/events)?$/.exec(path);
    if (session?.[1] !== undefined) {
      const found = sessions.byToken(session[1]);
      if (session[2] === undefined) return request.method === 'GET' ? showPage(url, found) : notAllowed('GET');
      if (request.method !== 'POST') return notAllowed('POST');
      return found === undefined ? fail(404, '1104', 'Invalid parameters') : takeEvent(request, found);
    }
    if (path === '/frame/flow.js') return raw(200, frameScript(), 'text/javascript; charset=utf-8', { 'x-content-type-options': 'nosniff' });
    if (path === '/frame/flow.css') return raw(200, frameStyles, 'text/css; charset=utf-8', { 'x-content-type-options': 'nosniff' });
    const decision = /^\/v1\/sessions\/([^/]+)\/decision$/.exec(path);
    if (path !== '/v1/sessions' && decision === null) return raw(404, 'Not found', TEXT_TYPE);
    const customer = authenticate(request);
    if (customer instanceof Response) return customer;
    if (decision?.[1] !== undefined) return request.method === 'GET' ? readDecision(request, customer, decision[1]) : notAllowed('GET');
    return request.method === 'POST' ? createSession(request, customer) : notAllowed('POST');
  };
}

const notAllowed = (allow: string): Response => raw(405, 'Method not allowed', TEXT_TYPE, { allow });

/** Any site may frame the page, unless it is to refuse; nothing but its own files runs in it. */
function pageHeaders(blocked: boolean): Record<string, string> {
  const policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "base-uri 'none'", "form-action 'none'",
  ];
  return {
    // A frame-ancestors directive would make browsers ignore X-Frame-Options.
    'content-security-policy': (blocked ? policy : [...policy, 'frame-ancestors http: https:']).join('; '),
    'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(blocked ? { 'x-frame-options': 'DENY' } : {}),
  };
}
