import { gzipSync } from 'node:zlib';
import type { Question, Reply } from '../ask.js';
import { each, mayExchange, type Check, type Fault, type Subject } from '../check.js';
import { exchange, exchangeWith, readWith, refusedSubject, sessionBody, shownBody } from '../questions.js';
import { isRefusal, isSuccess } from '../replies.js';

const JSON_ONLY = 'One resource, two methods. JSON, UTF-8.';
const REFUSED = '400 for an id that is malformed. Other 4xx say what is wrong with the request; 5xx, that the endpoint itself failed.';
const LARGE = 1024 * 1024;
const LONG_ID = 'x'.repeat(10 * 1024);

/** What a hostile or broken client may send. */
export const BODIES: readonly Check[] = [
  {
    id: 'malformed-id',
    level: 'error',
    title: 'A POST without a proper id is refused',
    rule: REFUSED,
    mend: 'Accept "onboardingId" only if it is a text of its own in the JSON object, not empty, of a sensible length (say 200) and without '
      + 'control characters; answer 400 to everything else, before anything else is done with it.',
    after: ['reachable'],
    ask: malformedBodies,
    judge: each(notRefused),
  },
  {
    id: 'malformed-query',
    level: 'error',
    title: 'A GET without a proper id is refused',
    rule: REFUSED,
    mend: 'Take "onboardingId" from the query only if it is there once, not empty, of a sensible length and without control characters; '
      + 'answer 400 to everything else.',
    after: ['reachable'],
    ask: malformedQueries,
    judge: each(notRefused),
  },
  {
    id: 'malformed-json',
    level: 'error',
    title: 'A body that is no JSON object is refused',
    rule: REFUSED,
    mend: 'Catch the error of the JSON parser and answer 400, also for an empty body, a list and null.',
    after: ['reachable'],
    ask: (subject) => [
      exchangeWith(subject, '{"onboardingId":', '{"onboardingId": (cut off)'),
      exchangeWith(subject, '', '(an empty body)'),
      exchangeWith(subject, 'null', 'null'),
      exchangeWith(subject, JSON.stringify([sessionBody(subject, refusedSubject(subject))]), 'a list with a proper body in it'),
    ],
    judge: each(notRefused),
  },
  typed('text-body', 'A body that is text is refused', ['text/plain', 'text/plain; charset=application/json'],
    'Look at the Content-Type before the body, and answer 415 unless it is application/json. A page of anybody can send text with the '
    + "user's cookies without asking first."),
  typed('form-body', 'A body that is a form is refused', ['application/x-www-form-urlencoded'],
    'Don\'t accept form bodies here: answer 415 unless the Content-Type is application/json. A form on any page can be sent with the '
    + "user's cookies."),
  {
    id: 'large-body',
    level: 'error',
    title: 'A body of 1 MB is refused',
    rule: REFUSED,
    mend: 'Set the limit of the body parser to 16 kB (a setting in most frameworks), and answer 413 beyond it.',
    after: ['reachable'],
    closingRefuses: true,
    ask: (subject) => {
      const who = refusedSubject(subject);
      const body = JSON.stringify({ ...sessionBody(subject, who), padding: 'x'.repeat(LARGE) });
      return [exchangeWith(subject, body, `${JSON.stringify(shownBody(subject, who)).slice(0, -1)},"padding": 1 MB}`)];
    },
    judge: each(notRefused),
  },
  {
    id: 'gzip-body',
    level: 'error',
    title: 'A compressed body is refused',
    rule: REFUSED,
    mend: 'Switch off the decompression of request bodies here, and answer 415 to any Content-Encoding: a few bytes can unpack to gigabytes.',
    after: ['reachable'],
    closingRefuses: true,
    ask: (subject) => {
      const who = refusedSubject(subject);
      const body = new Uint8Array(gzipSync(JSON.stringify(sessionBody(subject, who))));
      const from = { headers: { 'content-encoding': 'gzip' } };
      return [exchange(subject, 'unknown'), exchangeWith(subject, body, JSON.stringify(shownBody(subject, who)), from)];
    },
    judge: refusedOtherwise,
  },
];

function typed(id: string, title: string, types: readonly string[], mend: string): Check {
  return {
    id,
    level: 'error',
    title,
    rule: JSON_ONLY,
    mend,
    after: ['reachable'],
    ask: (subject) => [exchange(subject, 'unknown'), ...types.map((type) => typedBody(subject, type))],
    judge: refusedOtherwise,
  };
}

function typedBody(subject: Subject, type: string): Question {
  const who = refusedSubject(subject);
  const isForm = type.endsWith('urlencoded');
  const fields = Object.entries(sessionBody(subject, who)).map(([name, value]) => [name, String(value)]);
  const body = isForm ? String(new URLSearchParams(fields)) : JSON.stringify(sessionBody(subject, who));
  const shown = isForm ? Object.entries(shownBody(subject, who)).map((pair) => pair.join('=')).join('&') : JSON.stringify(shownBody(subject, who));
  return exchangeWith(subject, body, shown, { headers: { 'content-type': type } });
}

/** With an id that nobody knows, a refusal tells something only if it is another than that of the same body as JSON. */
function refusedOtherwise(replies: readonly (Reply | null)[], subject: Subject): ReturnType<Check['judge']> {
  const [plain, ...others] = replies;
  const faults: readonly Fault[] = each(notRefused)(others, subject, []) as readonly Fault[];
  if (faults.length > 0 || mayExchange(subject.options)) return faults;
  if (plain != null && others.every((reply) => reply === null || reply.status !== plain.status)) return faults;
  return { unclear: 'with an unknown id the refusal can be that of the id: give --onboarding-id, without --no-session' };
}

function notRefused(reply: Reply): string | null {
  if (isRefusal(reply)) return null;
  return isSuccess(reply) ? 'it was accepted' : 'it was not refused: the endpoint broke over it';
}

function malformedBodies(subject: Subject): readonly Question[] {
  const who = refusedSubject(subject);
  const { onboardingId } = subject.options;
  const id = who === 'known' && onboardingId !== null ? onboardingId : subject.unknownId;
  const name = id === subject.unknownId ? '<unknown id>' : '<known id>';
  const bodies: readonly (readonly [body: unknown, shown: string])[] = [
    [{}, '{}'],
    [{ onboardingId: '' }, '{"onboardingId":""}'],
    [{ onboardingId: null }, '{"onboardingId":null}'],
    [{ onboardingId: 12345 }, '{"onboardingId":12345}'],
    [{ onboardingId: [id] }, `{"onboardingId":["${name}"]}`],
    [{ onboardingId: { id } }, `{"onboardingId":{"id":"${name}"}}`],
    [{ onboardingId: LONG_ID }, '{"onboardingId":"xxx… (10 kB)"}'],
    [{ onboardingId: `${subject.unknownId}\r\nx-kyc-check: 1` }, '{"onboardingId":"<unknown id>\\r\\nx-kyc-check: 1"}'],
  ];
  return [
    ...bodies.map(([body, shown]) => exchangeWith(subject, JSON.stringify(body), shown)),
    // As text: in JavaScript such a member can't be written down as one's own.
    exchangeWith(subject, `{"__proto__":${JSON.stringify({ onboardingId: id })}}`, `{"__proto__":{"onboardingId":"${name}"}}`),
  ];
}

function malformedQueries(subject: Subject): readonly Question[] {
  const { unknownId } = subject;
  const id = subject.options.onboardingId ?? unknownId;
  const name = id === unknownId ? '<unknown id>' : '<known id>';
  const list = String(new URLSearchParams({ 'onboardingId[]': id }));
  return [
    readWith(subject, '', '(no id)'),
    readWith(subject, 'onboardingId=', 'onboardingId='),
    readWith(subject, `onboardingId=${LONG_ID}`, 'onboardingId=xxx… (10 kB)'),
    readWith(subject, `onboardingId=${unknownId}%0d%0ax-kyc-check:%201`, 'onboardingId=<unknown id>%0d%0ax-kyc-check:%201'),
    readWith(subject, list, `onboardingId[]=${name}`),
    readWith(subject, `onboardingId=${unknownId}&onboardingId=${unknownId}`, 'onboardingId=<unknown id>&onboardingId=<unknown id>'),
  ];
}
