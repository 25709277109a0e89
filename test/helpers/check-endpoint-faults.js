import { canaries, changing, sessionUrl, shop } from './check-endpoint-server.js';

const { body, headers, whole } = changing;

const UNKNOWN = /^US_[0-9a-f-]{36}$/;

/** Which requests a fault touches. */
export const on = {
  every: () => true,
  read: ({ method, known, streams }) => method === 'GET' && known && !streams,
  stream: ({ method, known, streams }) => method === 'GET' && known && streams,
  session: ({ method, value, type, bytes }) =>
    method === 'POST' && type === 'application/json' && value?.onboardingId === canaries.id && bytes.length < 1e6,
  unknownRead: ({ method, query }) => method === 'GET' && query.getAll('onboardingId').length === 1 && UNKNOWN.test(query.get('onboardingId')),
  unknownSession: ({ method, id, type }) => method === 'POST' && type === 'application/json' && UNKNOWN.test(id ?? ''),
  method: (name) => ({ method }) => method === name,
  id: (test) => ({ method, id }) => method === 'POST' && test(id),
  type: (test) => ({ method, type }) => method === 'POST' && test(type),
  foreign: ({ origin }) => origin !== undefined && origin !== shop,
  either: (...tests) => (asked) => tests.some((test) => test(asked)),
};
const friendly = (asked) => !on.foreign(asked);
const kindly = (test) => (asked) => test(asked) && friendly(asked);
const unknown = kindly(on.either(on.unknownRead, on.unknownSession));
const failure = { message: 'It failed.' };
const session = whole(200, { sessionUrl });

/** One fault per row: what is wrong, the checks that find it and no other, which requests it touches, and what it makes of them. */
const row = (name, breaks, where, change, more = {}) => {
  const alter = (good, asked) => (where(asked) ? change(good, asked) : good);
  return { name, breaks: [breaks].flat(), alter, ...more };
};

const cutOff = ({ method, body: sent }) => method === 'POST' && sent.endsWith('":');
const packed = ({ headers: sent }) => sent['content-encoding'] === 'gzip';
const large = ({ bytes }) => bytes.length > 1e6;
const anonymousRead = ({ method, known, headers: sent }) => method === 'GET' && known && sent.authorization === undefined;
const allowThem = (good, { origin }) => headers({ 'access-control-allow-origin': origin })(good);
const page = (status, text) => whole(status, text, { 'content-type': 'text/html' });
const pending = { verificationState: 'PENDING' };
const byCookie = ['--onboarding-id', canaries.id, '--header', `Cookie: sid=${canaries.bearer}`];
let sessions = 0;

export const faults = [
  row('reads a known id with 204', 'read-status', on.read, whole(204, '')),
  row('serves the status as a page', 'read-json', on.read, headers({ 'content-type': 'text/html' })),
  row('serves the status in Latin-1', 'read-json', on.read, headers({ 'content-type': 'application/json; charset=iso-8859-1' })),
  row('serves a status of 70 kB', 'read-json', on.read, body({ note: 'x'.repeat(70_000) })),
  row('serves the status in a list', 'read-json', on.read, whole(200, [pending])),
  row("passes the provider's state on", 'read-state', on.read, body({ verificationState: 'approved' })),
  row('says no state', 'read-state', on.read, body({ verificationState: null })),
  row('gives reasons as sentences', 'read-reasons', on.read, body({ reasons: ['The passport has expired'] })),
  row('gives reasons as a text', 'read-reasons', on.read, body({ reasons: 'document-expired' })),
  row('gives a reason without words', 'read-reason-words', on.read, body({ reasons: ['brand-new'] })),
  row('gives times as numbers', 'read-dates', on.read, body({ updatedAt: 1_767_614_400 })),
  row('says no updatedAt', 'read-updated-at', on.read, body({ updatedAt: undefined })),
  row('passes the e-mail on', 'read-personal-data', on.read, body({ user: { email: canaries.person } })),
  row('puts the session URL into the status', 'read-no-session', on.read, body({ link: sessionUrl })),
  row('puts the session URL into the status with escaped slashes', 'read-no-session', on.read, (good) =>
    ({ ...good, body: good.body.replace('{', `{"link":"${sessionUrl.replaceAll('/', '\\/')}",`) })),
  row('puts a session token into the status', 'read-no-session', on.read, body({ sessionToken: canaries.token })),
  row('makes a session with 202', 'session-status', on.session, whole(202, { sessionUrl })),
  row('never answers who wants a session', 'session-status', kindly(on.session), () => null, { timeout: '0.5' }),
  row('breaks off a session', 'session-status', kindly(on.session), () => 'close'),
  row('serves the session as text', 'session-json', on.session, headers({ 'content-type': 'text/plain' })),
  row('gives a session URL over http', 'session-url', on.session, body({ sessionUrl: sessionUrl.replace('https', 'http') })),
  row('gives a session URL of another host', 'session-url', on.session, body({ sessionUrl: `https://veriff.example/${canaries.token}` })),
  row('gives a session URL with credentials', 'session-url', on.session, body({ sessionUrl: `https://${canaries.token}:x@magic.veriff.me/v/x` })),
  row('gives a session URL that is relative', 'session-url', on.session, body({ sessionUrl: `/v/${canaries.token}` })),
  row('calls the session URL otherwise', 'session-url', on.session, whole(200, { url: sessionUrl })),
  row('gives a session that is over', 'session-expiry', on.session, body({ expiresAt: '2020-01-01T00:00:00Z' })),
  row('says when a session ends in words', 'session-expiry', on.session, body({ expiresAt: 'soon' })),
  row('makes each session anew', 'session-reuse', on.session, (good) => body({ sessionUrl: `${sessionUrl}${++sessions}` })(good)),
  row('offers a stream by a word', 'stream-offered', on.read, body({ stream: 'yes' })),
  row('offers a stream that is none', 'stream-type', on.stream, whole(200, pending)),
  row('never opens the stream it offers', 'stream-type', on.stream, () => null, { timeout: '0.5' }),
  row('ends a stream at once', 'stream-event', on.stream, (good) => ({ ...good, open: false, body: '' })),
  row('streams nothing but heartbeats', 'stream-event', on.stream, (good) => ({ ...good, body: ': heartbeat\n\n' }), { timeout: '0.5' }),
  row('streams events that are no status', 'stream-event', on.stream, (good) => ({ ...good, body: 'data: hello\n\n' })),
  row('reads an unknown id as unverified', 'unknown-read', kindly(on.unknownRead), whole(200, { verificationState: 'UNVERIFIED' })),
  row('breaks over an unknown id', 'unknown-read', kindly(on.unknownRead), whole(500, failure)),
  row('forbids a caller to ask for an unknown id', 'unknown-read', kindly(on.unknownRead), whole(403, failure)),
  row('makes a session for anybody', 'unknown-session', kindly(on.unknownSession), session),
  row('re-verifies whoever asks', 'unsigned', anonymousRead, whole(200, pending), { args: ['--reverify'] }),
  row('refuses with a page', 'error-shape', unknown, page(404, '<!DOCTYPE html><h1>Not found</h1>')),
  row('refuses with another shape', 'error-shape', unknown, whole(404, { error: 'Not found' })),
  row('refuses cut-off JSON with a page', 'error-shape', cutOff, page(400, '<html>SyntaxError</html>')),
  row('has markup in a message', 'error-text', unknown, whole(404, { message: '<b>Not found</b>' })),
  row("passes the provider's error on", 'error-text', unknown, whole(404, { message: '{"error":{"status":404}}' })),
  row("shows a program's error", 'error-text', unknown, whole(404, { message: 'TypeError: x is undefined\n    at f (/srv/app.js:1:2)' })),
  row('repeats the id in a message', 'error-echo', unknown, (good, { id }) => body({ message: `No ${id} here.` })(good)),
  row('repeats the id in a header', 'error-echo', unknown, (good, { id }) => headers({ 'x-onboarding': id })(good)),
  row('accepts PUT', 'methods', on.method('PUT'), session),
  row('breaks over DELETE', 'methods', on.method('DELETE'), whole(500, failure)),
  row('never answers PATCH', 'methods', on.method('PATCH'), () => null, { timeout: '0.5' }),
  row('answers PATCH with 404', 'methods-named', on.method('PATCH'), whole(404, failure)),
  row('names no methods', 'methods-named', on.method('PUT'), headers({ allow: null })),
  row('takes a list for an id', 'malformed-id', on.id((id) => Array.isArray(id)), session),
  row('breaks over a number as id', 'malformed-id', on.id((id) => typeof id === 'number'), whole(500, failure)),
  row('breaks over a long id', 'malformed-id', on.id((id) => id?.length > 9_000), whole(502, failure)),
  row('breaks over a line break in an id', 'malformed-id', on.id((id) => typeof id === 'string' && id.includes('\r\n')), whole(500, failure)),
  row('reads an id from __proto__', 'malformed-id', ({ method, body: sent }) => method === 'POST' && sent.startsWith('{"__proto__"'), session),
  row('breaks over a missing id', 'malformed-query', ({ method, query }) => method === 'GET' && !query.has('onboardingId'), whole(500, failure)),
  row('takes a list in the query for an id', 'malformed-query', ({ query }) => query.has('onboardingId[]'), whole(200, pending)),
  row('breaks over cut-off JSON', 'malformed-json', cutOff, whole(500, failure)),
  row('takes a list for a body', 'malformed-json', ({ value }) => Array.isArray(value), session),
  row('accepts text', 'text-body', on.type((type) => type.startsWith('text/plain')), session),
  row('looks for the type anywhere in the header', 'text-body', on.type((type) => type === 'text/plain; charset=application/json'), session),
  row('accepts a form', 'form-body', on.type((type) => type === 'application/x-www-form-urlencoded'), session),
  row('accepts 1 MB', 'large-body', large, session),
  row('never answers 1 MB', 'large-body', large, () => null, { timeout: '1' }),
  row('unpacks a body', 'gzip-body', packed, session),
  row('breaks over a packed body', 'gzip-body', packed, whole(500, failure)),
  row('allows every origin', 'cors-foreign', on.foreign, headers({ 'access-control-allow-origin': '*' })),
  row('allows whatever origin comes', 'cors-foreign', on.foreign, (good, asked) => headers({ 'access-control-allow-credentials': 'true' })(allowThem(good, asked))),
  row('allows pages without an origin', 'cors-foreign', ({ origin }) => origin === 'null', headers({ 'access-control-allow-origin': 'null' })),
  row('compares the beginning of an origin', 'cors-foreign', ({ origin }) => on.foreign({ origin }) && origin.startsWith(shop), allowThem),
  row('compares the end of an origin', 'cors-foreign', ({ origin }) => on.foreign({ origin }) && origin.endsWith('shop.example'), allowThem),
  row('compares the host of an origin alone', 'cors-foreign', ({ origin }) => origin === 'http://shop.example', allowThem),
  row("breaks over a stranger's post", 'foreign-post', (asked) => asked.method === 'POST' && on.foreign(asked), whole(500, failure)),
  row("treats a stranger's post as its own page's", 'foreign-post-refused', (asked) => asked.method === 'POST' && on.foreign(asked), whole(404, failure)),
  row('answers no preflight', 'cors-preflight', kindly(on.method('OPTIONS')), whole(404, failure)),
  row('lets no JSON be posted', 'cors-preflight', kindly(on.method('OPTIONS')), headers({ 'access-control-allow-headers': 'accept' })),
  row('covers a bearer by an asterisk', 'cors-preflight', kindly(on.method('OPTIONS')), headers({ 'access-control-allow-headers': '*' })),
  row('forgets CORS in errors', 'cors-read', unknown, headers({ 'access-control-allow-origin': null })),
  row('allows another origin', 'cors-read', unknown, headers({ 'access-control-allow-origin': 'https://other.example' })),
  row('forgets that cookies are sent', ['cors-preflight', 'cors-read'], on.every, (good) => good, { args: byCookie }),
  row('hides Retry-After', 'cors-retry-after', on.every, headers({ 'access-control-expose-headers': null })),
  row('says nothing of the origin to caches', 'cors-vary', on.every, headers({ vary: null })),
  row('lets the status be kept', 'not-cacheable', on.read, headers({ 'cache-control': 'public, max-age=60' })),
  row('lets the session be kept', 'not-cacheable', on.session, headers({ 'cache-control': null, expires: 'Thu, 01 Jan 2099 00:00:00 GMT' })),
  row('says nothing to caches', 'no-store', on.read, headers({ 'cache-control': null })),
  row('lets browsers guess the type', 'nosniff', on.read, headers({ 'x-content-type-options': null })),
  row('limits without a time', 'retry-after', on.method('PATCH'), whole(429, failure)),
  row('sends everything to the slash', 'no-redirects', on.every, whole(308, '', { location: '/api/kyc/' })),
  row('sends an unknown caller to sign in', 'no-redirects', kindly(on.unknownRead), whole(302, '', { location: `/login?next=${canaries.query}` })),
  row('sends the session as a redirect', 'no-redirects', on.session, whole(303, '', { location: sessionUrl })),
  row('takes 16 s', 'in-time', on.session, (good) => good, { takes: 16_000 }),
  row('takes 4 s', 'quick', on.session, (good) => good, { takes: 4_000 }),
];

/** What an endpoint may do besides: how it changes the answers, and the arguments that show it. */
export const harmless = {
  'that needs cookies': [headers({ 'access-control-allow-credentials': 'true' }), ['--header', 'Cookie: sid=1']],
  'that refuses text and forms as it does an unknown id': [
    (good, { method, type }) => (method === 'POST' && type !== 'application/json' ? whole(404, failure)(good) : good),
    [],
  ],
  'whose record has empty fields of a person': [(good, asked) => (on.read(asked) ? body({ email: null })(good) : good), []],
  'whose stream has events of other names': [
    (good, asked) => (on.stream(asked) ? { ...good, body: `event: hello\ndata: 1\n\n${good.body}` } : good),
    [],
  ],
};

/** Bodies that are no answer. */
export const rubbish = {
  'cut-off JSON': '{"a":',
  'a number': '1e999',
  'codes for a terminal': '{"\\u001b[2J":"\\u001b]0;title\\u0007","verificationState":"\\u001b[31m"}',
  'a prototype': '{"__proto__":{"verificationState":"VERIFIED","sessionUrl":"https://magic.veriff.me/"}}',
  'deep lists': '['.repeat(60_000),
  'bytes that are no text': Buffer.from([0xff, 0xfe, 0x00, 0x1b, 0x5b]),
  '1 MB': 'x'.repeat(1e6),
};
