import { parseSession } from '../../core/contract.js';
import { sessionOrigin } from '../../core/session-url.js';
import type { Reply } from '../ask.js';
import { each, needsSession, type Check, type Subject } from '../check.js';
import { exchange } from '../questions.js';
import { fieldOf, jsonOf, shownWord } from '../replies.js';
import { wrongJson } from './status.js';

const SESSION_BODY = 'POST answers 200 or 201 {"sessionUrl":"https://…", "expiresAt"?: ISO 8601}.';
const ofKnown = { unless: needsSession, ask: (subject: Subject) => [exchange(subject, 'known')] } as const;

/** `POST` of a known id or user. */
export const SESSION: readonly Check[] = [
  {
    ...ofKnown,
    id: 'session-status',
    level: 'error',
    title: 'A known id is traded for a session with 200 or 201',
    rule: SESSION_BODY,
    mend: 'Read {"onboardingId": …} from the JSON body, ask the provider for a session on the server, and answer 200 or 201.',
    after: ['reachable'],
    judge: each(({ status }) => {
      if (status === 200 || status === 201) return null;
      const signIn = status === 401 || status === 403;
      return signIn ? 'it wants to know who asks: give the sign-in with --header' : 'a session comes with 200 or 201 and nothing else';
    }),
  },
  {
    ...ofKnown,
    id: 'session-json',
    level: 'error',
    title: 'The session is a JSON object of a size that is read',
    rule: 'JSON, UTF-8. Bodies are read up to 64 KiB.',
    mend: 'Send one JSON object with "Content-Type: application/json"; most frameworks do both when asked to answer with JSON.',
    after: ['session-status'],
    judge: each(wrongJson),
  },
  {
    ...ofKnown,
    id: 'session-url',
    level: 'error',
    title: 'The session URL is one that may be opened',
    rule: 'A sessionUrl is used only if it is an absolute https: URL without credentials whose host matches session-hosts.',
    mend: 'Pass on the URL that the provider gave, unchanged. If it is right, name its host in session-hosts (here --session-hosts).',
    after: ['session-json'],
    judge: each((reply, { options }) => wrongUrl(reply, options.sessionHosts)),
  },
  {
    ...ofKnown,
    id: 'session-expiry',
    level: 'error',
    title: 'The session, if it expires, expires later',
    rule: '"expiresAt"?: ISO 8601. Past expiresAt the URL is not used again.',
    mend: 'Send "expiresAt" as text such as 2026-01-05T12:00:00Z and in the future, or leave it out. An expired session is to be made anew.',
    after: ['session-json'],
    judge: each((reply, { now }) => {
      if (fieldOf(reply, 'expiresAt') == null) return null;
      const expiresAt = parseSession(jsonOf(reply))?.expiresAt ?? null;
      if (expiresAt === null) return "expiresAt can't be read as a time";
      return expiresAt <= now ? 'expiresAt is in the past' : null;
    }),
  },
  {
    id: 'session-reuse',
    level: 'advice',
    title: 'A second POST brings the same session',
    rule: 'After a cancel the same URL reopens: a registration session is reusable for 7 days.',
    mend: 'Keep the session with the id until it expires, and answer with it again: a reload or a second device then goes on where it was.',
    after: ['session-url'],
    unless: (options) => needsSession(options) ?? (options.reverify ? 'sessions of a re-verification are for a single use' : null),
    ask: (subject) => [exchange(subject, 'known'), { ...exchange(subject, 'known'), again: true }],
    judge: ([first, second]) => {
      if (first == null || second == null) return { unclear: 'one of the two answers could not be judged' };
      const same = fieldOf(first, 'sessionUrl') === fieldOf(second, 'sessionUrl');
      return same ? [] : [{ reply: second, what: 'another session URL than at first' }];
    },
  },
];

/** Why the URL may not be opened; never more of it than its origin. */
function wrongUrl(reply: Reply, sessionHosts: string): string | null {
  const session = parseSession(jsonOf(reply));
  if (session === null) return `sessionUrl is ${shownWord(fieldOf(reply, 'sessionUrl'))}`;
  if (sessionOrigin(session.sessionUrl, sessionHosts) !== null) return null;
  if (!URL.canParse(session.sessionUrl)) return 'sessionUrl is no absolute URL';
  const { protocol, host, username, password } = new URL(session.sessionUrl);
  if (username !== '' || password !== '') return 'sessionUrl holds a user name or password';
  if (protocol !== 'https:' && protocol !== 'http:') return 'sessionUrl is no https: URL';
  return `sessionUrl is of ${protocol}//${host.slice(0, 80)}, which session-hosts does not allow`;
}
