import type { Reply } from '../ask.js';
import { each, isKnown, type Check, type Fault, type Subject, type Unclear } from '../check.js';
import { exchange, exchangeWith, otherMethod, read, readWith } from '../questions.js';
import { fieldOf, isRefusal, isSuccess, jsonOf, listOf, looksLikeHtml } from '../replies.js';

const UNKNOWN = '404 for an id that is unknown or a stranger\'s, 400 for one that is malformed, expired or ended.';
const MARKUP_ID = '<b>kyc-check</b>';
const ERRORS = 'Errors: the HTTP status, and {"message": string}.';
const METHODS = 'One resource, two methods.';

/** What an id that nobody knows is answered, and in which shape. */
export const REFUSALS: readonly Check[] = [
  {
    id: 'unknown-read',
    level: 'error',
    title: 'An unknown id is read with 404 or 400',
    rule: UNKNOWN,
    mend: 'Answer 404 for an id that you don\'t know or that is not the caller\'s, 400 for one that has ended; the same words for all.',
    after: ['reachable'],
    ask: (subject) => [read(subject, 'unknown'), ...(isKnown(subject.options) ? [read(subject, 'known')] : [])],
    judge: ([unknown, known]) => refusesUnknown(unknown, known?.status === 200),
  },
  {
    id: 'unknown-session',
    level: 'error',
    title: 'An unknown id is traded for nothing: 404 or 400',
    rule: UNKNOWN,
    mend: 'Check that the id exists and is the caller\'s before you ask the provider for a session; else answer 404.',
    after: ['reachable'],
    ask: (subject) => [exchange(subject, 'unknown'), ...(isKnown(subject.options) ? [read(subject, 'known')] : [])],
    judge: ([unknown, known]) => refusesUnknown(unknown, known?.status === 200),
  },
  {
    id: 'unsigned',
    level: 'error',
    title: 'Without a sign-in nobody is re-verified: 401 or 403',
    rule: 'With reverify the endpoint knows the user by itself. 401 and 403: unauthorized.',
    mend: 'Take the user from the session cookie or bearer alone, and answer 401 where there is none.',
    after: ['reachable'],
    unless: ({ reverify, headers }) =>
      reverify && Object.keys(headers).length > 0 ? null : 'it needs --reverify, and the sign-in in a --header',
    ask: (subject) => [read(subject, 'known', { anonymous: true }), exchange(subject, 'known', { anonymous: true })],
    judge: each(({ status }) => (status === 401 || status === 403 ? null : 'the caller said nothing of who it is')),
  },
  {
    id: 'error-shape',
    level: 'error',
    title: 'Errors are JSON with a message',
    rule: ERRORS,
    mend: 'Answer errors with "Content-Type: application/json" and {"message": "a short general sentence"}, also where the framework itself '
      + 'refuses (it usually sends a page of its own until told otherwise).',
    after: ['reachable'],
    ask: wrongRequests,
    judge: each((reply) => {
      if (reply.status < 400 || typeof fieldOf(reply, 'message') === 'string') return null;
      return looksLikeHtml(reply.text) ? 'a page instead of JSON' : 'no {"message": string}';
    }),
  },
  {
    id: 'error-text',
    level: 'error',
    title: 'Messages of errors are your own words',
    rule: 'No text of a provider, of a framework or of a program, and no markup, reaches a message.',
    mend: 'Write a general sentence for each status. Log what the provider said on the server, without ids; don\'t pass it on.',
    after: ['reachable'],
    ask: wrongRequests,
    judge: each((reply) => {
      const message = reply.status < 400 ? undefined : fieldOf(reply, 'message');
      return typeof message === 'string' ? wrongMessage(message) : null;
    }),
  },
  {
    id: 'error-echo',
    level: 'error',
    title: 'Errors do not repeat what was sent',
    rule: 'No answer repeats the id.',
    mend: 'Leave the id out of messages and headers: it is a secret, and text that comes back can carry an attack.',
    after: ['reachable'],
    ask: (subject) => [
      read(subject, 'unknown'),
      exchange(subject, 'unknown'),
      readWith(subject, String(new URLSearchParams({ onboardingId: MARKUP_ID })), 'onboardingId=<an id with markup>'),
    ],
    judge: each((reply, { unknownId }) => {
      if (reply.status < 400) return null;
      const said = [reply.text, ...reply.headers.values()].join('\n').toLowerCase();
      return [unknownId, MARKUP_ID].some((id) => said.includes(id.toLowerCase())) ? 'it repeats the id' : null;
    }),
  },
  {
    id: 'methods',
    level: 'error',
    title: 'Other methods do nothing',
    rule: METHODS,
    mend: 'Register GET, POST and OPTIONS alone for this address, and answer 405 to all others.',
    after: ['reachable'],
    ask: (subject) => ['PUT', 'DELETE', 'PATCH'].map((method) => otherMethod(subject, method)),
    judge: each((reply) => (isRefusal(reply) || reply.status === 501 ? null : 'a method that the contract does not have')),
  },
  {
    id: 'methods-named',
    level: 'advice',
    title: 'Other methods are answered 405, with the right ones',
    rule: METHODS,
    mend: 'Answer 405 with the header "Allow: GET, POST".',
    after: ['methods'],
    ask: (subject) => ['PUT', 'DELETE', 'PATCH'].map((method) => otherMethod(subject, method)),
    judge: each((reply) => {
      if (reply.status !== 405) return 'not 405';
      return ['get', 'post'].every((method) => listOf(reply, 'allow').includes(method)) ? null : 'no Allow header that names GET and POST';
    }),
  },
];

function wrongRequests(subject: Subject): ReturnType<Check['ask']> {
  const cutOff = exchangeWith(subject, '{"onboardingId":', '{"onboardingId": (cut off)');
  return [read(subject, 'unknown'), exchange(subject, 'unknown'), cutOff];
}

function refusesUnknown(reply: Reply | null | undefined, signedIn: boolean): readonly Fault[] | Unclear {
  if (reply == null) return { unclear: 'the answer could not be judged' };
  const { status } = reply;
  if (status === 400 || status === 404) return [];
  if ((status === 401 || status === 403) && !signedIn) {
    return { unclear: 'the endpoint refuses this caller before it looks at the id: give the sign-in with --header' };
  }
  return [{ reply, what: isSuccess(reply) ? 'the id is made up, and nobody knows it' : 'an unknown id is 404 or 400' }];
}

/** What gives away a text that was not written for the user. */
function wrongMessage(message: string): string | null {
  if (/<\/?[a-z!]/i.test(message)) return 'the message holds markup';
  if (typeof jsonOfText(message) === 'object') return 'the message is JSON text of another service';
  const program = /\n\s+at |\bat \S+:\d+:\d+|Traceback|stack ?trace|\b\w*(?:Error|Exception)\b:|\bE(?:CONN|NOTFOUND|TIMEDOUT|AI_)|\bSQL/;
  if (program.test(message)) return "the message is a program's error text";
  return message.length > 500 ? 'the message is very long' : null;
}

function jsonOfText(text: string): unknown {
  return /^\s*[[{]/.test(text) ? jsonOf({ text, tooLong: false }) : undefined;
}
