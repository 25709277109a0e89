import type { Reply } from '../ask.js';
import { each, needsOrigin, type Check, type Subject } from '../check.js';
import { ATTACKER, exchange, preflight, read } from '../questions.js';
import { isSuccess, listOf } from '../replies.js';

const CROSS = 'Same-origin or CORS: the endpoint names the exact origins that may use it.';
const EXPOSED = 'Across origins the endpoint sends Access-Control-Expose-Headers: Retry-After.';
const ALLOW_ORIGIN = 'access-control-allow-origin';

/** Which pages of other origins a browser lets use the endpoint. */
export const CORS: readonly Check[] = [
  {
    id: 'cors-foreign',
    level: 'error',
    title: 'Pages of strangers are not allowed in',
    rule: CROSS,
    mend: 'Keep a list of your own origins, compare the Origin header with each as a whole, and send Access-Control-Allow-Origin only if it '
      + 'is one of them. Never send *, null, or whatever Origin came.',
    after: ['reachable'],
    ask: (subject) =>
      strangers(subject).flatMap((origin) => [preflight(subject, origin), read(subject, 'unknown', { origin })]),
    judge: each((reply) => {
      const allowed = reply.headers.get(ALLOW_ORIGIN)?.trim();
      if (allowed === '*') return 'Access-Control-Allow-Origin is *: every page of the web';
      return allowed !== undefined && allowed === reply.question.headers['origin'] ? 'Access-Control-Allow-Origin names the stranger' : null;
    }),
  },
  {
    id: 'foreign-post',
    level: 'error',
    title: 'A POST from a stranger\'s page brings no session',
    rule: CROSS,
    mend: 'Refuse with 403 what has an Origin that is not on your list, or "Sec-Fetch-Site: cross-site" without such an Origin.',
    after: ['reachable', 'unknown-session'],
    ask: foreignPost,
    judge: each((reply) => {
      if (isSuccess(reply)) return 'it was accepted';
      return reply.status >= 500 ? 'the endpoint broke over it' : null;
    }),
  },
  {
    id: 'foreign-post-refused',
    level: 'advice',
    title: 'A POST from a stranger\'s page is refused as such',
    rule: CROSS,
    mend: 'Answer 403 before the id is looked at, where Origin is not on your list or "Sec-Fetch-Site" is cross-site without such an Origin.',
    after: ['foreign-post'],
    ask: foreignPost,
    judge: each(({ status }) => (status === 403 ? null : 'not 403: it was treated as if your own page had sent it')),
  },
  {
    id: 'cors-preflight',
    level: 'error',
    title: 'The page may post JSON from its origin',
    rule: CROSS,
    mend: 'Answer OPTIONS with 204, Access-Control-Allow-Origin: your page\'s origin, Access-Control-Allow-Methods: GET, POST and '
      + 'Access-Control-Allow-Headers: content-type and the names of your own headers; ask for no sign-in there.',
    after: ['reachable'],
    unless: needsOrigin,
    ask: (subject) => [preflight(subject, subject.options.origin!)],
    judge: each((reply, subject) => {
      if (!isSuccess(reply)) return 'a preflight is answered 204';
      const asked = reply.question.headers['access-control-request-headers']!.split(',');
      const allowed = listOf(reply, 'access-control-allow-headers');
      const anyName = allowed.includes('*') && !sendsCookies(subject);
      // A bearer is never covered by the asterisk (Fetch standard).
      const missing = asked.filter((name) => !allowed.includes(name) && !(anyName && name !== 'authorization'));
      if (missing.length > 0) return `Access-Control-Allow-Headers lacks ${missing.join(', ')}`;
      return wrongOrigin(reply, subject);
    }),
  },
  {
    id: 'cors-read',
    level: 'error',
    title: 'The page may read the answers from its origin',
    rule: CROSS,
    mend: 'Send Access-Control-Allow-Origin with the page\'s exact origin on every answer, errors included; with cookies also '
      + 'Access-Control-Allow-Credentials: true.',
    after: ['reachable'],
    unless: needsOrigin,
    ask: (subject) => [read(subject, 'unknown'), exchange(subject, 'unknown')],
    judge: each(wrongOrigin),
  },
  {
    id: 'cors-retry-after',
    level: 'error',
    title: 'The page may see how long to wait',
    rule: EXPOSED,
    mend: 'Send "Access-Control-Expose-Headers: Retry-After" on every answer: without it the page can\'t see when to try again.',
    after: ['cors-read'],
    unless: needsOrigin,
    ask: (subject) => [read(subject, 'unknown'), exchange(subject, 'unknown')],
    judge: each((reply, subject) => {
      const exposed = listOf(reply, 'access-control-expose-headers');
      return exposed.includes('retry-after') || (exposed.includes('*') && !sendsCookies(subject)) ? null : 'Retry-After is not exposed';
    }),
  },
  {
    id: 'cors-vary',
    level: 'advice',
    title: 'Answers say that they depend on the origin',
    rule: CROSS,
    mend: 'Send "Vary: Origin", so that no cache hands the answer for one site to another.',
    after: ['cors-read'],
    unless: needsOrigin,
    ask: (subject) => [read(subject, 'unknown')],
    judge: each((reply) => (listOf(reply, 'vary').some((name) => name === 'origin' || name === '*') ? null : 'no Vary: Origin')),
  },
];

/** A stranger, a page without an origin (a sandboxed frame, a file), and names that resemble the good one. */
function strangers({ options: { origin } }: Subject): readonly string[] {
  if (origin === null) return [ATTACKER, 'null'];
  const { protocol, host } = new URL(origin);
  const alike = [`${origin.replace(/:\d+$/, '')}.attacker.example`, `${protocol}//attacker-${host}`];
  return [ATTACKER, 'null', ...alike, ...(protocol === 'https:' ? [`http://${host}`] : [])];
}

function foreignPost(subject: Subject): ReturnType<Check['ask']> {
  return [exchange(subject, 'unknown', { origin: ATTACKER })];
}

/** A page that sends cookies needs more than one that does not. */
const sendsCookies = ({ options: { headers } }: Subject): boolean => Object.hasOwn(headers, 'cookie');

function wrongOrigin(reply: Reply, subject: Subject): string | null {
  const { origin } = subject.options;
  const allowed = reply.headers.get(ALLOW_ORIGIN)?.trim();
  if (allowed === undefined) return 'no Access-Control-Allow-Origin';
  if (sendsCookies(subject) && reply.headers.get('access-control-allow-credentials')?.trim() !== 'true') {
    return 'no Access-Control-Allow-Credentials: true, which cookies need';
  }
  // The asterisk is spoken of elsewhere: without cookies it lets the good page in as well.
  return allowed === origin || (allowed === '*' && !sendsCookies(subject)) ? null : 'Access-Control-Allow-Origin is not that origin';
}
