import fc from 'fast-check';
import { endlessBody } from './server-checks.js';
import { canary, ENDPOINT, ID, json, person, sessionId, sessionUrl, USER } from './server-world.js';

/** Generated requests and vendors that mean harm, mixed with good ones: only what is half right gets past the first check. */

const secrets = [...Object.values(canary), ...Object.values(person)];
const latin = (text) => text.replace(/[^\t\x20-\x7e\xa1-\xff]/g, '~').trim();
const often = (weight, arbitrary) => ({ weight, arbitrary });
const one = (...values) => fc.constantFrom(...values);
/** So that a counterexample can be read. */
const shown = (work, ...what) => Object.assign(work, { [fc.toStringMethod]: () => fc.stringify(what.length === 1 ? what[0] : what).slice(0, 500) });

const hostileText = fc.oneof(
  one('', ' ', '\r\nset-cookie: a=b', '../../../etc/passwd', '%2e%2e%2f', '%00', '\0', '<script>alert(1)</script>', '__proto__', 'constructor', '\ud800', '\u202e', '${7*7}', "' OR 1=1--", 'null', 'NaN', '[object Object]', '9'.repeat(400), '😀'.repeat(200), 'x'.repeat(5_000)),
  one(...secrets),
  // Any code units: control characters and halves of pairs among them.
  fc.uint16Array({ maxLength: 30 }).map((units) => String.fromCharCode(...units)),
);
const id = fc.oneof(often(5, one(ID, USER, 'US_2', 'stranger')), often(1, hostileText));
const jsonValue = fc.oneof(often(2, fc.jsonValue({ maxDepth: 3 })), often(3, hostileText), often(2, one(null, true, 0, -1, 1e308, [], {}, [ID], { toString: ID })));

const asked = fc.oneof(
  often(4, id.map((onboardingId) => ({ onboardingId }))),
  often(3, fc.constant({ reverify: true })),
  often(1, jsonValue.map((onboardingId) => ({ onboardingId }))),
  often(1, fc.dictionary(one('onboardingId', 'reverify', '__proto__', 'constructor', 'toJSON', 'x'), jsonValue)),
  often(1, jsonValue),
);

/** A function that makes the body: streams can't be used twice. */
const body = fc.oneof(
  often(8, asked.map((value) => shown(() => JSON.stringify(value), value))),
  often(1, hostileText.map((text) => shown(() => text, text))),
  often(1, fc.uint8Array({ maxLength: 60 }).map((bytes) => shown(() => bytes, bytes))),
  often(1, one(
    () => 'x'.repeat(17 * 1024),
    () => `{"onboardingId":"${ID}","x":"${'x'.repeat(20_000)}"}`,
    () => '['.repeat(10_000),
    () => endlessBody(() => new Uint8Array(4096)).stream,
    () => endlessBody().stream,
    () => new ReadableStream({ pull: (controller) => controller.error(new Error(canary.bearer)) }),
    () => undefined,
  )),
);

const headers = fc.array(
  fc.oneof(
    often(3, fc.tuple(one('origin'), one('https://shop.example', 'https://shop.example', 'https://partner.example', 'https://partner.example', 'https://evil.example', 'null', `https://${canary.bearer}.example`))),
    often(2, fc.tuple(one('sec-fetch-site'), one('same-origin', 'same-origin', 'same-origin', 'cross-site', 'none', ''))),
    often(2, fc.tuple(one('accept'), one('text/event-stream', 'application/json', '*/*'))),
    often(1, fc.tuple(one('content-type'), one('text/plain', 'application/json; charset=utf-16', 'multipart/form-data', 'application/json, text/html', ''))),
    often(1, fc.tuple(one('content-encoding'), one('gzip', 'identity', 'br, gzip'))),
    often(1, fc.tuple(one('content-length'), one('0', '-1', '1e9', '1000000000', 'x'))),
    often(2, fc.tuple(one('authorization', 'cookie', 'x-client-key', 'x-us-env', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-original-url', 'x-http-method-override', 'last-event-id', 'x-auth-client', 'x-hmac-signature', 'x-signature', 'x-timestamp', 'host', 'range', 'if-none-match', 'upgrade'), hostileText.map(latin))),
  ),
  { maxLength: 2 },
);

const query = fc.oneof(
  often(6, id.map((value) => `?${new URLSearchParams({ onboardingId: value })}`)),
  often(4, fc.constant('?reverify=true')),
  often(1, hostileText.map((text) => `?onboardingId=${text}`)),
  often(1, hostileText.map((text) => `?${text}`)),
  often(1, one('', `?onboardingId=${ID}&onboardingId=${ID}`, '?reverify=true&reverify=true', `?onboardingId[]=${ID}`, `?__proto__[reverify]=true&onboardingId=${ID}`)),
);
const path = fc.oneof(often(6, fc.constant('')), often(1, one('/', '/../..', '//x', '/%2e%2e/', '/webhook/x', '/webhook%2f', '/Webhook')), often(1, hostileText.map((text) => `/${encodeURIComponent(text.toWellFormed())}`)));

const state = one('UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED', 'verified', '', null, 1);
const time = one('2026-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', 'x', '', null, 0);
const hookEvent = fc.oneof(
  fc.record({ event_type: one('kyc.status.changed', 'x', null), user_id: id, event_object_status: fc.oneof(state, jsonValue), occurred_at: time, event_object: jsonValue }),
  fc.record({ id: one(sessionId(1), sessionId(2), '..', 'x'), vendorData: fc.oneof(id, jsonValue), action: one('started', 'submitted', 'x', '__proto__', null), code: one(7001, 7002, 9001, null), attemptId: jsonValue }),
  fc.record({ verification: fc.record({ id: one(sessionId(1), sessionId(2), '..', 'x'), vendorData: id, status: one('approved', 'declined', 'resubmission_requested', 'expired', 'review', 'x', null), code: one(9001, 9102, 9103, 9104, 9121, 1, undefined), reasonCode: one(204, 102, '201', 'x', null), decisionTime: time, attemptId: jsonValue, person: fc.constant(person) }) }),
  jsonValue,
);

/** A function of a world that sends it. */
const request = fc.oneof(
  often(12, fc.record({ method: fc.oneof(often(9, one('GET', 'POST')), often(1, one('OPTIONS', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'X'))), path, query, body, headers }).map(toRequest)),
  often(1, fc.record({ body, headers, query: fc.constant(''), path: fc.constant('/webhook'), method: one('POST', 'GET', 'OPTIONS') }).map(toRequest)),
  often(2, fc.tuple(hookEvent, fc.boolean()).map(([event, isGenuine]) => {
    const forged = { headers: { 'x-hmac-signature': '0'.repeat(64), 'x-signature': '0'.repeat(64) } };
    return shown((world) => world.hook(event ?? 'null', isGenuine ? {} : forged), isGenuine ? 'webhook' : 'forged webhook', event);
  })),
);

function toRequest({ method, path: below, query: search, body: make, headers: sent }) {
  const send = (world) => {
    const init = { method, headers: [...(method === 'POST' && !sent.some(([name]) => name === 'content-type') ? [['content-type', 'application/json']] : []), ...sent] };
    if (method === 'POST') Object.assign(init, { body: make(), duplex: 'half' });
    return world.send(init, `${ENDPOINT}${below}${search}`);
  };
  return shown(send, method, `${below}${search}`, sent, method === 'POST' ? make : null);
}

const hostileJson = fc.record({
  sessionUrl: fc.oneof(one(sessionUrl(7), `https://evil.example/${canary.sessionToken}`, `javascript:${canary.bearer}`, `http://magic.veriff.me/${canary.bearer}`), jsonValue),
  id: fc.oneof(id, jsonValue),
  verificationState: fc.oneof(state, jsonValue),
  verification: fc.oneof(often(3, fc.record({ id: fc.oneof(one(sessionId(1), '..', '\ud800'), jsonValue), url: fc.oneof(often(3, one(sessionUrl(8), sessionUrl(9), `https://evil.example/${canary.sessionToken}`)), often(1, jsonValue)), status: one('approved', 'declined', 'x'), code: one(9001, 9102, 1), decisionTime: time })), often(1, jsonValue)),
  message: one(...secrets),
});
const said = { 'x-secret': canary.clientKey, 'set-cookie': canary.bearer };
const retryAfter = one('7', '999999999', 'Wed, 21 Oct 2026 07:28:00 GMT', '-1', 'soon', canary.bearer, '');
const status = one(200, 200, 200, 200, 201, 201, 201, 201, 202, 206, 400, 401, 403, 404, 409, 418, 429, 498, 499, 500, 503, 599);
/** What a vendor does with a call; `undefined`: what a good one does. */
const vendor = fc.oneof(
  often(10, fc.constant(undefined)),
  often(4, fc.tuple(status, hostileJson, retryAfter).map(([code, value, after]) => shown(() => json(code, value, { ...said, 'retry-after': after }), code, value, after))),
  often(2, fc.tuple(status, hostileText).map(([code, text]) => shown(() => new Response(text, { status: code, headers: said }), code, text))),
  often(2, one(
    () => Promise.reject(new TypeError(`fetch failed ${canary.clientKey}`)),
    () => { throw new Error(canary.bearer); },
    () => undefined,
    () => new Promise(() => undefined),
    () => new Response(null, { status: 302, headers: { location: `https://evil.example/${canary.bearer}` } }),
    () => new Response(null, { status: 204 }),
    () => Response.error(),
    () => new Response(endlessBody(() => new Uint8Array(32_768)).stream),
    () => new Response(endlessBody().stream),
    () => new Response('['.repeat(60_000)),
    () => new Response('{"__proto__":{"verificationState":"VERIFIED"}}'),
  )),
);

/** What happens at one server: `requests` in a row or at once, with the vendor's doings taken in turn. */
export const episodes = (requests) =>
  fc.record({
    isBaanx: fc.boolean(),
    authorize: one('anybody', 'anybody', 'anybody', 'default', 'strangers', 'throws', 'junk'),
    store: one('memory', 'memory', 'kept', 'fails'),
    stream: fc.boolean(),
    atOnce: fc.boolean(),
    requests: fc.array(request, { minLength: requests, maxLength: requests }),
    vendor: fc.array(vendor, { minLength: 1, maxLength: 12 }),
  });
