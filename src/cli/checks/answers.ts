import { MAX_RETRY_AFTER, REQUEST_TIMEOUT, parseRetryAfter } from '../../core/contract.js';
import type { Answer, Reply } from '../ask.js';
import { each, isKnown, mayExchange, type Check, type Subject } from '../check.js';
import { exchange, read } from '../questions.js';
import { isRedirect, listOf } from '../replies.js';

/** A person who waits longer than this begins to doubt, in milliseconds. */
const SLOW = 3_000;
const CACHE = 'The element never takes an answer from a cache; an answer that a cache keeps can reach another user.';
const isReply = (answer: Answer): answer is Reply => answer.status !== null;

/** What holds for every answer: of caches, redirects and time. */
export const ANSWERS: readonly Check[] = [
  {
    id: 'not-cacheable',
    level: 'error',
    title: 'No cache is told to keep an answer',
    rule: CACHE,
    mend: 'Send "Cache-Control: no-store" with every answer of this address, and take it out of the rules of your CDN.',
    after: ['reachable'],
    ask: usual,
    judge: each((reply, { now }) => {
      const told = listOf(reply, 'cache-control');
      if (told.includes('no-store')) return null;
      const lasting = told.some((word) => word === 'public' || word === 'immutable' || /^(?:s-maxage|max-age)="?0*[1-9]/.test(word));
      if (lasting) return 'its Cache-Control lets it be kept';
      const expires = Date.parse(reply.headers.get('expires') ?? '');
      return told.length === 0 && expires > now ? 'its Expires lets it be kept' : null;
    }),
  },
  {
    id: 'no-store',
    level: 'advice',
    title: 'Caches are told to keep nothing',
    rule: CACHE,
    mend: 'Send "Cache-Control: no-store" with every answer of this address.',
    after: ['not-cacheable'],
    ask: usual,
    judge: each((reply) => (listOf(reply, 'cache-control').includes('no-store') ? null : 'no Cache-Control: no-store')),
  },
  {
    id: 'nosniff',
    level: 'advice',
    title: 'Browsers are told to believe the type',
    rule: 'JSON, UTF-8.',
    mend: 'Send "X-Content-Type-Options: nosniff" with every answer, so that no browser takes one for a page.',
    after: ['reachable'],
    ask: usual,
    judge: each((reply) => (listOf(reply, 'x-content-type-options').includes('nosniff') ? null : 'no X-Content-Type-Options: nosniff')),
  },
  {
    id: 'retry-after',
    level: 'advice',
    title: 'A limit says how long to wait',
    rule: 'Retry-After (seconds or HTTP date) is honoured and clamped.',
    mend: `Send "Retry-After" with 429: seconds, at most ${MAX_RETRY_AFTER / 1000}, which is as far as it is believed.`,
    after: ['reachable'],
    ask: () => [],
    judge: (_replies, { now }, log) => {
      const limited = log.filter(isReply).filter(({ status }) => status === 429);
      if (limited.length === 0) return { unclear: 'the endpoint limited nothing while it was tried' };
      const silent = limited.filter(({ headers }) => parseRetryAfter(headers.get('retry-after'), now) === null);
      return silent.map((reply) => ({ reply, what: 'no Retry-After that can be read' }));
    },
  },
  {
    id: 'no-redirects',
    level: 'error',
    title: 'Nothing is redirected',
    rule: 'Redirects are refused.',
    mend: 'Answer at this very address, and use it in the widget as it is, with or without the slash at its end. Where nobody is signed in '
      + 'answer 401 instead of sending to a sign-in page.',
    after: ['reachable'],
    ask: () => [],
    judge: (_replies, subject, log) =>
      log.filter(isReply).filter(isRedirect).map((reply) => ({ reply, what: `redirected ${whereTo(reply, subject)}` })),
  },
  {
    id: 'in-time',
    level: 'error',
    title: 'Answers come within 15 s',
    rule: 'Each request ends after 15 s.',
    mend: 'Give calls to the provider a limit of some seconds, and answer 504 when it is over.',
    after: ['reachable'],
    ask: () => [],
    judge: (_replies, _subject, log) => slowerThan(REQUEST_TIMEOUT, log),
  },
  {
    id: 'quick',
    level: 'advice',
    title: 'Answers come within 3 s',
    rule: 'Each request ends after 15 s.',
    mend: 'Look for what takes the time: usually a call to the provider, a cold start, or a check that waits for another.',
    after: ['in-time'],
    ask: () => [],
    judge: (_replies, _subject, log) => slowerThan(SLOW, log),
  },
];

/** The answers that a page usually has; known ones only where they may be asked for. */
function usual(subject: Subject): ReturnType<Check['ask']> {
  const { options } = subject;
  return [
    read(subject, 'unknown'),
    ...(isKnown(options) ? [read(subject, 'known')] : []),
    ...(mayExchange(options) ? [exchange(subject, 'known')] : []),
  ];
}

/** A stream may stay open; what else is slow is shown with its time. */
function slowerThan(limit: number, log: readonly Answer[]): ReturnType<Check['judge']> {
  const slow = log.filter(isReply).filter(({ question, milliseconds }) => question.enough === undefined && milliseconds > limit);
  return slow.map((reply) => ({ reply, what: `after ${(reply.milliseconds / 1000).toFixed(1)} s` }));
}

/** Where a redirect leads, without what could be secret in it. */
function whereTo(reply: Reply, { options: { url } }: Subject): string {
  const location = reply.headers.get('location') ?? '';
  if (!URL.canParse(location, url.href)) return 'nowhere';
  const target = new URL(location, url.href);
  if (target.host === url.host && target.protocol !== url.protocol) return `to ${target.protocol}//`;
  if (target.origin !== url.origin) return `to another site, ${target.origin.slice(0, 80)}`;
  const trimmed = (path: string): string => path.replace(/\/+$/, '');
  if (trimmed(target.pathname) !== trimmed(url.pathname)) return 'to another address of the same site';
  return target.pathname === url.pathname ? 'to itself' : 'to the same address with or without the slash at its end';
}
