import { secrets } from './canaries.js';
import type { Clock } from './clock.js';
import { MINUTE } from './clock.js';
import { framePage } from './frame/page.js';
import { frameScript } from './frame/script.js';
import { frameStyles } from './frame/styles.js';
import { HTML_TYPE, type Handler, isObject, json, raw, readObject, TEXT_TYPE } from './handler.js';
import { decisionBody } from './veriff-decisions.js';
import { isConclusive, type Session, type SessionPlan, type VeriffSessions } from './veriff-sessions.js';
import { verifySignature } from './veriff-token.js';

export interface VeriffOptions {
  /** This origin, as it stands in session URLs. */
  origin: string;
  clock: Clock;
  sessions: VeriffSessions;
  /** How a session with this `vendorData` shall go. */
  planFor(vendorData: string | null): SessionPlan;
}

const INTEGRATION_ID = '7a11c0de-1d1d-4a11-8abc-0123456789ab';
/** Sessions an enterprise customer may create in a minute. */
const SESSIONS_A_MINUTE = 600;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const fail = (status: number, code: string, message: string, headers?: Record<string, string>): Response =>
  json(status, { status: 'fail', code, message }, headers);

/**
 * Veriff as its customers' servers and their users' browsers meet it: the sessions API and the page of the flow.
 * It lives on an origin of its own and knows nothing of the pages that frame it.
 */
export function createVeriff(options: VeriffOptions): Handler {
  const { clock, sessions } = options;
  let createdAt: number[] = [];

  function authenticate(request: Request): Response | null {
    const key = request.headers.get('x-auth-client');
    if (key === null || key === '') return fail(401, '1801', 'X-AUTH-CLIENT missing');
    if (!UUID.test(key)) return fail(401, '1802', 'API key is not a valid UUID');
    return key === secrets.veriffApiKey ? null : fail(401, '1803', 'Integration not found');
  }

  async function createSession(request: Request): Promise<Response> {
    const verification = (await readObject(request))?.['verification'];
    if (!isObject(verification)) return fail(400, '1102', 'Mandatory parameters missing');
    const { callback, vendorData = null, endUserId = null } = verification;
    if (callback !== undefined && !(typeof callback === 'string' && callback.startsWith('https://'))) {
      return fail(400, '1302', 'Only HTTPS return URLs are allowed');
    }
    if (vendorData !== null && typeof vendorData !== 'string') return fail(400, '1501', 'vendorData must be a string');
    if (vendorData !== null && vendorData.length > 1000) return fail(400, '1500', 'vendorData over 1000 symbols');
    if (endUserId !== null && !(typeof endUserId === 'string' && UUID.test(endUserId))) return fail(400, '1104', 'Invalid parameters');
    const now = clock.now();
    createdAt = createdAt.filter((time) => time > now - MINUTE);
    if (createdAt.length >= SESSIONS_A_MINUTE) return fail(429, '1104', 'Too many sessions', { 'retry-after': '60' });
    createdAt.push(now);
    const plan = options.planFor(vendorData);
    const session = await sessions.create({ vendorData, endUserId, integrationId: INTEGRATION_ID, plan });
    return json(201, {
      status: 'success',
      verification: {
        id: session.id, url: `${options.origin}/v/${session.token}`, vendorData, endUserId, host: options.origin,
        status: session.status, sessionToken: session.token,
      },
    });
  }

  async function readDecision(request: Request, id: string): Promise<Response> {
    const hex = request.headers.get('x-hmac-signature') ?? '';
    if (!/^[0-9a-f]{64}$/.test(hex)) return fail(401, '1812', 'Signature not a valid SHA256 hash');
    if (!(await verifySignature(id, hex))) return fail(401, '1818', 'Signature does not match HMAC-SHA256 of query ID');
    const session = sessions.byId(id);
    return session === undefined ? fail(404, '1104', 'Invalid parameters') : json(200, decisionBody(session));
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
    const html = framePage({ lang: url.searchParams.get('lang') ?? '', ended, silent: frame === 'silent', forceReload });
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
    const refused = authenticate(request);
    if (refused !== null) return refused;
    if (decision?.[1] !== undefined) return request.method === 'GET' ? readDecision(request, decision[1]) : notAllowed('GET');
    return request.method === 'POST' ? createSession(request) : notAllowed('POST');
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
