import fc from 'fast-check';
import { SESSION_URL } from '../helpers/element-endpoint.js';
import { CANARY } from './effects.js';

/** What an endpoint, or whoever stands in its place, answers. */
export interface Answer {
  readonly kind: string;
  /** 0: the answer of a request that the browser has given up. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The parts in which it comes; `null`: there is no body. */
  readonly parts: readonly Uint8Array[] | null;
  /** How often its parts come; `Infinity` never ends. */
  readonly times: number;
  /** The connection breaks at its end. */
  readonly breaks: boolean;
}

type Body = Pick<Answer, 'kind' | 'parts'> & Partial<Pick<Answer, 'times' | 'breaks'>>;

/** The one session URL that may be opened, where `session-hosts` names `localhost:*`. */
export const GOOD_URL = `${SESSION_URL}&${CANARY}`;
/** Times as an endpoint may write them, in milliseconds since the epoch; all other texts are none. */
export const TIMES: ReadonlyMap<unknown, number> = new Map([
  ['2026-01-06T00:00:00Z', 1_767_657_600_000],
  ['2026-01-06T00:00:00.000Z', 1_767_657_600_000],
  ['2026-01-06T02:00:00+02:00', 1_767_657_600_000],
  ['2026-01-05', 1_767_571_200_000],
  ['1970-01-01T00:00:00Z', 0],
]);
/** `Retry-After` and what it asks for, in milliseconds, at noon of 5 January 2026; 5 min are the most that is believed. */
export const RETRY_AFTER: ReadonlyMap<string, number | null> = new Map([
  ['0', 0], ['5', 5_000], [' 7 ', 7_000], ['300', 300_000], ['301', 300_000], ['1000000000', 300_000], ['9'.repeat(400), 300_000],
  ['Mon, 05 Jan 2026 12:01:00 GMT', 60_000], ['Mon, 05 Jan 2026 11:00:00 GMT', 0], ['Fri, 31 Dec 9999 23:59:59 GMT', 300_000],
  ['', null], ['-1', null], ['+5', null], ['5.5', null], ['1e9', null], ['0x10', null], ['5, 5', null], ['soon', null], ['Infinity', null],
  ['Mon, 99 Foo 2026 99:99:99 GMT', null], ['2026-01-05T12:01:00Z', null], [CANARY, null],
]);

const encoder = new TextEncoder();
const bytes = (text: string): Uint8Array => encoder.encode(text);
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, '', ' ', CANARY, [], {}, [CANARY], { toString: CANARY }, '__proto__', 'null', '<img src=x onerror=alert(1)>', '\u202e', '\ud800'),
  fc.jsonValue({ maxDepth: 2 }),
);
const mostly = (usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof({ weight: 3, arbitrary: usual }, odd);

const WORDS = ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED'];
const word = fc.constantFrom(...WORDS, ...WORDS, 'verified', ' VERIFIED', 'VERIFIED ', 'VERIFIED\0', 'Verified', 'APPROVED', 'toString', 'VERIFIED,VERIFIED');
const reason = fc.oneof(fc.constantFrom('document-expired', 'underage', 'not-accepted', 'name-mismatch', 'of-no-code-we-know', 'UNDERAGE', `Jane ${CANARY}`, 'x'.repeat(41), '__proto__'), odd);
const reasons = fc.oneof(fc.array(reason, { maxLength: 20 }), fc.nat(4_000).map((length) => Array.from({ length }, (_, at) => `code-${at % 30}`)), fc.constant({ length: 1, 0: 'underage' }));
const time = fc.constantFrom(...TIMES.keys(), '2026-13-45T99:99:99Z', 'Mon, 05 Jan 2026 12:00:00 GMT', '2026', '1767657600000', 1_767_657_600_000, '+275760-09-13T00:00:00Z', CANARY);
const url = fc.constantFrom(GOOD_URL, GOOD_URL, `javascript:alert('${CANARY}')`, `https://magic.veriff.me.evil.example/${CANARY}`, `//evil.example/${CANARY}`, `${GOOD_URL}\n`, ` ${GOOD_URL}`, '/v/x');

/** A body in the right shape, with wrong things in it, and things that do not belong in it. */
const object = fc
  .record(
    {
      verificationState: mostly(word),
      reasons: mostly(reasons),
      retryAt: mostly(time),
      updatedAt: mostly(time),
      expiresAt: mostly(time),
      stream: mostly(fc.constantFrom(true, false, 'true', 1)),
      sessionUrl: mostly(url),
      message: mostly(fc.constant(`{"ssn":"${CANARY}"}`)),
      email: fc.constant(`${CANARY}@person.example`),
      sessionToken: fc.constant(CANARY),
    },
    { requiredKeys: [] },
  )
  .map((body) => JSON.stringify(body));
const POLLUTION = `"__proto__":{"verificationState":"VERIFIED","sessionUrl":${JSON.stringify(GOOD_URL)},"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"${CANARY}","hasOwnProperty":null`;
const polluting = object.map((text) => text.replace(/^\{(?=(.?))/, (_brace, next) => `{${POLLUTION}${next === '}' ? '' : ','}`));
const doubled = fc.tuple(object, word).map(([text, word]) => text.replace(/\}$/, `${text === '{}' ? '' : ','}"verificationState":${JSON.stringify(word)},"verificationState":"\\u0050ENDING"}`));

const SHAPES = [
  '', ' ', '\n\n', 'null', 'true', '0', '""', '"VERIFIED"', '[]', '[{"verificationState":"VERIFIED"}]', '{}', 'undefined', 'NaN', "{'verificationState':'VERIFIED'}",
  '{"verificationState":"VERIFIED",}', '{"verificationState":"VERIFIED"}{"verificationState":"VERIFIED"}', '//{}\n{"verificationState":"VERIFIED"}', ")]}',\n{}",
  'callback({"verificationState":"VERIFIED"})', `<!doctype html><title>${CANARY}</title><form action="/login">`, 'data: {"verificationState":"VERIFIED"}\n\n', '{"verificationState":"\\u0056ERIFIED"}',
  '{"verific\\u0061tionState":"VERIFIED"}', '{"verificationState":["VERIFIED"]}', '{"body":{"verificationState":"VERIFIED"}}', '{"VerificationState":"VERIFIED"}', '"\\ud800"', '1e999',
];
const nested = fc.tuple(fc.constantFrom(10, 1_000, 30_000, 100_000), fc.constantFrom('[', '{"a":', '[{"a":'), fc.boolean()).map(([depth, open, closed]) => {
  const close = [...open].reverse().map((one) => ({ '[': ']', '{': '}' })[one] ?? '').join('');
  return `{"verificationState":"VERIFIED","sessionUrl":${JSON.stringify(GOOD_URL)},"x":${open.repeat(depth / open.length)}${closed ? `1${close.repeat(depth / open.length)}}` : ''}`;
});
/** Around the longest body that is read. */
const padded = fc.tuple(object, fc.integer({ min: -2, max: 2 }), fc.boolean()).map(([text, more, within]) => {
  const missing = 64 * 1024 + more - bytes(text).length;
  return within && text !== '{}' ? text.replace(/\}$/, `,"pad":"${'x'.repeat(Math.max(missing - 9, 0))}"}`) : text + ' '.repeat(Math.max(missing, 0));
});
const MARKS = [[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x1f, 0x8b, 8], [0], [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]];
const raw: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.tuple(fc.constantFrom(...MARKS), object).map(([mark, text]) => Uint8Array.from([...mark, ...bytes(text)])),
  fc.tuple(object, fc.nat(), fc.constantFrom([0x80], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xff], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82])).map(([text, at, wrong]) => {
    const whole = [...bytes(text)];
    whole.splice(at % whole.length, 0, ...wrong);
    return Uint8Array.from(whole);
  }),
  object.map((text) => Uint8Array.from([...text].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]))),
  fc.uint8Array({ maxLength: 300 }),
);

const inPieces = (whole: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] => {
  const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((one, other) => one - other), whole.length];
  return places.slice(1).map((end, turn) => whole.slice(places[turn], end));
};
const cut = (kind: string, whole: fc.Arbitrary<Uint8Array | string>): fc.Arbitrary<Body> =>
  fc.tuple(whole, fc.oneof(fc.constant([]), fc.array(fc.nat(), { maxLength: 5 }))).map(([whole, cuts]) => ({ kind, parts: inPieces(typeof whole === 'string' ? bytes(whole) : whole, cuts) }));
const truncated = fc.tuple(fc.oneof(object, polluting), fc.nat()).map(([text, at]) => text.slice(0, at % text.length));

const body: fc.Arbitrary<Body> = fc.oneof(
  { weight: 8, arbitrary: cut('object', object) },
  { weight: 3, arbitrary: cut('polluting', polluting) },
  { weight: 2, arbitrary: cut('doubled', doubled) },
  { weight: 3, arbitrary: cut('shape', fc.constantFrom(...SHAPES)) },
  { weight: 2, arbitrary: cut('JSON', fc.json()) },
  { weight: 3, arbitrary: cut('truncated', truncated) },
  { weight: 1, arbitrary: cut('nested', nested) },
  { weight: 1, arbitrary: cut('padded', padded) },
  { weight: 3, arbitrary: cut('bytes', raw) },
  { weight: 1, arbitrary: fc.constant({ kind: 'none', parts: null }) },
  // 50 MB, and without end.
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('x', ' ', '[', '{"a":"'), fc.constantFrom(800, Infinity)).map(([text, times]) => ({ kind: 'flood', parts: [bytes(text.repeat(64_000 / text.length))], times })) },
  { weight: 1, arbitrary: object.map((text) => ({ kind: 'broken off', parts: [bytes(text)], breaks: true })) },
);

const status = fc.oneof({ weight: 6, arbitrary: fc.constant(200) }, { weight: 2, arbitrary: fc.constant(201) }, { weight: 3, arbitrary: fc.integer({ min: 200, max: 599 }) }, { weight: 1, arbitrary: fc.constantFrom(0, 204, 205, 304, 400, 401, 403, 404, 408, 425, 429, 498, 499, 500, 502, 503, 504) });
const headers = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'application/json; charset=utf-16', 'text/html', 'text/plain', 'text/event-stream', 'application/octet-stream', 'image/png', 'nonsense', ''),
    'retry-after': fc.constantFrom(...RETRY_AFTER.keys()),
    'content-length': fc.constantFrom('0', '7', '99999999999'),
    'content-encoding': fc.constantFrom('gzip', 'identity'),
    [`x-${CANARY}`]: fc.constant(CANARY),
  },
  { requiredKeys: [] },
);

export const anAnswer: fc.Arbitrary<Answer> = fc.tuple(status, headers, body).map(([status, headers, body]) => {
  const bare = [0, 204, 205, 304].includes(status);
  return { times: 1, breaks: false, ...body, status, headers, ...(bare ? { kind: 'none', parts: null, breaks: false } : {}) };
});
