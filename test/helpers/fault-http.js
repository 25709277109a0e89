import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { CANARY } from './fault-world.js';

const MB = 1024 * 1024;
const json = (text, headers = {}) => ({ status: 200, headers, body: text });
const unusable = { code: 'bad-response', httpStatus: 200 };
const message = { message: `${CANARY} is not welcome` };
const plain = (status, code, more = {}) => ({ name: `${status}`, code, httpStatus: status, answer: { status, body: message }, ...more });
/** Nobody may go there. */
const target = (origin) => `${origin}/nowhere?${CANARY}`;

const STATUSES = [
  { ...plain(204, 'bad-response', { at: 'exchange' }), answer: { status: 204, body: '' } },
  { ...plain(205, 'bad-response', { at: 'review' }), answer: { status: 205, body: '' } },
  { ...plain(304, 'bad-response', { at: 'review' }), answer: { status: 304, body: '' } },
  plain(400, 'onboarding-invalid', { at: 'review' }),
  plain(401, 'unauthorized', { at: 'review' }),
  plain(403, 'unauthorized', { at: 'first' }),
  plain(404, 'onboarding-not-found', { at: 'first' }),
  plain(405, 'bad-response', { at: 'exchange' }),
  plain(408, 'timeout', { at: 'exchange' }),
  plain(410, 'bad-response', { at: 'review' }),
  plain(418, 'bad-response', { at: 'first' }),
  plain(425, 'server', { at: 'exchange' }),
  plain(429, 'rate-limited', { at: 'exchange' }),
  plain(498, 'client-key', { at: 'review' }),
  plain(499, 'client-key', { at: 'exchange' }),
  ...[500, 501, 502, 503, 504].map((status, index) => plain(status, 'server', { at: ['exchange', 'first', 'review', 'exchange', 'open'][index] })),
];

/** `wait`: what the contract makes of it, in seconds; `null`: nothing. */
const AFTER = [
  ['in seconds', () => '120', 120],
  ['as a date', async (world) => new Date(Math.ceil((await world.date()) / 1000) * 1000 + 120_000).toUTCString(), 120],
  ['as a date gone by', () => 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['that is junk', () => 'soon, <b>later</b>', null],
  ['that is negative', () => '-30', null],
  ['of 1e9 as a word', () => '1e9', null],
  ['of 1e9 in digits', () => '1000000000', 300],
  ['of more digits than a number holds', () => '9'.repeat(400), 300],
];
const LIMITS = AFTER.map(([name, value, wait], index) => ({
  name: `429 with a Retry-After ${name}`,
  code: 'rate-limited',
  httpStatus: 429,
  wait,
  answer: async (_request, _response, _good, world) => ({ status: 429, headers: { 'retry-after': await value(world) }, body: message }),
  at: index % 2 === 0 ? 'exchange' : 'review',
}));

const RESTS = [
  { name: '503 with a Retry-After of 2 s', wait: 2, rest: 2_000, code: 'server', httpStatus: 503, answer: { status: 503, headers: { 'retry-after': '2' }, body: message }, at: 'exchange' },
  // Nobody is kept waiting before a button for so long.
  { name: '503 with a Retry-After of 1 min', wait: 60, tries: 1, code: 'server', httpStatus: 503, answer: { status: 503, headers: { 'retry-after': '60' }, body: message }, at: 'exchange' },
];

const REDIRECTS = [301, 302, 303, 307, 308].flatMap((status, index) =>
  ['the same origin', 'another origin'].map((where, other) => ({
    name: `${status} to ${where}`,
    code: 'bad-response',
    answer: (_request, _response, _good, world) => ({ status, headers: { location: target(other ? world.otherOrigin : world.origin) }, body: '' }),
    at: ['exchange', 'first', 'review'][(2 * index + other) % 3],
  })),
);

/** Bodies of a 200. `POST` and `GET` where the two mean different things. */
const BODIES = [
  { name: 'an empty body', ...unusable, answer: json(''), at: 'exchange' },
  { name: 'a body of blanks', ...unusable, answer: json(' \n\t '), at: 'review' },
  { name: 'a body that is cut off', code: 'network', answer: cut, at: 'exchange' },
  { name: 'JSON that is cut off', ...unusable, answer: (_request, _response, good) => json(JSON.stringify(good().body).slice(0, -4)), at: 'review' },
  { name: 'good JSON of a wrong content type', isHarmless: true, isTrue: true, answer: (_request, _response, good) => json(JSON.stringify(good().body), { 'content-type': 'text/html' }), at: 'exchange' },
  { name: 'JSON in UTF-16', ...unusable, answer: (_request, response, good) => bytes(response, Buffer.from(JSON.stringify(good().body), 'utf16le')), at: 'first' },
  { name: 'a body that is not the gzip that it says', code: 'network', answer: json('{"verificationState":"VERIFIED"}', { 'content-encoding': 'gzip' }), at: 'review' },
  { name: '50 MB', ...unusable, answer: endless, at: 'exchange' },
  { name: '50 MB in 50 KB of gzip', ...unusable, answer: (_request, response) => bytes(response, bomb(), { 'content-encoding': 'gzip' }), at: 'review' },
  { name: 'arrays in arrays, 30,000 deep', ...unusable, answer: json('['.repeat(30_000) + ']'.repeat(30_000)), at: 'first' },
  { name: 'objects in objects, 10,000 deep', ...unusable, places: ['exchange'], answer: json('{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)), at: 'exchange' },
  { name: 'keys of the prototype', ...unusable, places: ['exchange'], answer: json(polluted('sessionUrl', 'https://magic.veriff.me/v/x')), at: 'exchange' },
  { name: 'a list', ...unusable, answer: json('[{"verificationState":"VERIFIED"}]'), at: 'review' },
  { name: 'null', ...unusable, answer: json('null'), at: 'first' },
  { name: 'a text', ...unusable, answer: json('"VERIFIED"'), at: 'review' },
  { name: 'a number', ...unusable, answer: json('1e999'), at: 'exchange' },
  { name: 'Infinity', ...unusable, answer: json('Infinity'), at: 'exchange' },
];

const SESSIONS = [['null', null], ['a number', 7], ['an empty text', ''], ['a list', ['https://magic.veriff.me/v/x']], ['an object', { toString: 'https://magic.veriff.me/v/x' }], ['absent', undefined]].map(([name, sessionUrl]) => ({
  name: `a session URL that is ${name}`,
  ...unusable,
  places: ['exchange'],
  answer: { status: 200, body: { sessionUrl } },
  at: 'exchange',
}));

/** What a status says of its own: no news, never a success and never a failure. */
export const VALUES = [
  ['absent', {}],
  ['null', { verificationState: null }],
  ['unknown', { verificationState: 'APPROVED' }],
  ['in lower case', { verificationState: 'verified' }],
  ['with a blank', { verificationState: 'VERIFIED ' }],
  ['with a zero-width blank', { verificationState: 'VERIFIED\u200b' }],
  ['a list', { verificationState: ['VERIFIED'] }],
  ['an object', { verificationState: { toString: 'VERIFIED' } }],
  ['true', { verificationState: true }],
  ['under another name', { VerificationState: 'VERIFIED', verificationstate: 'VERIFIED', status: 'VERIFIED' }],
  ['deep in objects', `{"verificationState":${'{"a":'.repeat(8_000)}"VERIFIED"${'}'.repeat(8_000)}}`],
  ['on the prototype', polluted('verificationState', 'VERIFIED')],
].map(([name, body], index) => ({
  name: `a verification state that is ${name}`,
  isHarmless: true,
  places: ['first', 'open', 'review'],
  answer: { status: 200, body },
  at: index % 3 === 0 ? 'first' : 'review',
}));

export const HTTP = [...STATUSES, ...LIMITS, ...RESTS, ...REDIRECTS, ...BODIES, ...SESSIONS];

/** Says that more is to come, and closes. */
function cut(_request, response, good) {
  const text = JSON.stringify(good().body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length + 100 });
  response.write(text, () => response.socket.end());
  return null;
}

function bytes(response, buffer, headers = {}) {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(buffer);
  return null;
}

/** What was written is on its way, or nobody takes it any more. */
function drained(response) {
  return new Promise((resolve) => {
    const end = () => {
      response.off('drain', end).off('close', end);
      resolve();
    };
    response.on('drain', end).on('close', end);
  });
}

function endless(_request, response, _good, world) {
  const part = Buffer.from(`"${'x'.repeat(MB - 3)}",`);
  let sent = 0;
  const { socket } = response;
  const before = socket.bytesWritten;
  // As on a quick line of 40 MB a second: the buffers between here and the page take in far more than it asks for.
  const more = async () => {
    while (sent++ < 50 && !response.destroyed) {
      if (!response.write(part)) await drained(response);
      await delay(25);
    }
    if (!response.destroyed) response.end('0]');
  };
  response.on('close', () => (world.mostSent = Math.max(world.mostSent, socket.bytesWritten - before)));
  response.writeHead(200, { 'content-type': 'application/json' }).write('[');
  void more();
  return null;
}

let packed;
function bomb() {
  return (packed ??= gzipSync(Buffer.from(`{"verificationState":"VERIFIED","x":"${'x'.repeat(50 * MB)}"}`)));
}

function polluted(key, value) {
  const own = JSON.stringify({ [key]: value });
  return `{"__proto__":${own},"constructor":{"prototype":${own}}}`;
}
