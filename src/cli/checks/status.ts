import { parseStatus } from '../../core/contract.js';
import { REASONS } from '../../core/names.js';
import { isSessionOrigin } from '../../core/session-url.js';
import type { Reply } from '../ask.js';
import { each, needsKnown, type Check } from '../check.js';
import { read } from '../questions.js';
import { fieldOf, isObject, jsonOf, shownWord, typeOf } from '../replies.js';

const STATUS_BODY = 'GET answers 200 {"verificationState": …, "reasons"?: string[], "retryAt"?: ISO 8601, "updatedAt"?: ISO 8601}.';

/** What only the answer to a known id or user shows. */
const ofKnown = { unless: needsKnown, ask: (subject: Parameters<Check['ask']>[0]) => [read(subject, 'known')] } as const;
const onceRead = { ...ofKnown, after: ['read-json'] } as const;

/** `GET` of a known id or user. */
export const STATUS: readonly Check[] = [
  {
    ...ofKnown,
    id: 'read-status',
    level: 'error',
    title: 'A known id is read with 200',
    rule: STATUS_BODY,
    mend: 'Answer GET with 200 for an id that exists and belongs to the caller. Check that the id given here is right and not used up.',
    after: ['reachable'],
    judge: each(({ status }) => {
      if (status === 200) return null;
      const signIn = status === 401 || status === 403;
      return signIn ? 'it wants to know who asks: give the sign-in with --header' : 'a known id is read with 200 and nothing else';
    }),
  },
  {
    ...ofKnown,
    id: 'read-json',
    level: 'error',
    title: 'The status is a JSON object of a size that is read',
    rule: 'JSON, UTF-8. Bodies are read up to 64 KiB.',
    mend: 'Send one JSON object with "Content-Type: application/json"; most frameworks do both when asked to answer with JSON.',
    after: ['read-status'],
    judge: each(wrongJson),
  },
  {
    ...onceRead,
    id: 'read-state',
    level: 'error',
    title: 'The status has a state that the contract knows',
    rule: '"verificationState": "UNVERIFIED" | "PENDING" | "VERIFIED" | "REJECTED" | "RESUBMISSION_REQUESTED" | "EXPIRED".',
    mend: 'Translate the provider\'s state into one of the six, in capitals. An unknown, absent or null one is no news: the user waits.',
    judge: each((reply) =>
      parseStatus(jsonOf(reply))?.verificationState == null
        ? `verificationState is ${shownWord(fieldOf(reply, 'verificationState'))}`
        : null,
    ),
  },
  {
    ...onceRead,
    id: 'read-reasons',
    level: 'error',
    title: 'Reasons, if any, are a list of codes',
    rule: '"reasons"?: string[], each a code in lower case such as document-expired.',
    mend: 'Send codes of the contract, not sentences: the widget has the words in the user\'s language. Leave "reasons" out if there are none.',
    judge: each((reply) => {
      const reasons = fieldOf(reply, 'reasons') ?? [];
      if (!Array.isArray(reasons)) return `reasons is ${shownWord(reasons)}`;
      const dropped = new Set(reasons).size - parseStatus(jsonOf(reply))!.reasons.length;
      return dropped > 0 ? `${dropped} of the reasons are no codes, and dropped` : null;
    }),
  },
  {
    ...onceRead,
    id: 'read-reason-words',
    level: 'advice',
    title: 'Reasons are codes that have words',
    rule: 'An unknown code shows the general text.',
    mend: `Use the codes that the widget has words for: ${REASONS.join(', ')}.`,
    after: ['read-reasons'],
    judge: each((reply) => {
      const codes: readonly string[] = REASONS;
      const unknown = parseStatus(jsonOf(reply))!.reasons.filter((reason) => !codes.includes(reason));
      return unknown.length > 0 ? `${unknown.length} of the codes are unknown to the widget` : null;
    }),
  },
  {
    ...onceRead,
    id: 'read-dates',
    level: 'error',
    title: 'Times are ISO 8601',
    rule: '"retryAt"?: ISO 8601, "updatedAt"?: ISO 8601.',
    mend: 'Send times as text such as 2026-01-05T12:00:00Z, not as numbers or in a local form; leave them out if there are none.',
    judge: each((reply) => {
      const status = parseStatus(jsonOf(reply))!;
      const wrong = (['retryAt', 'updatedAt'] as const).filter((name) => fieldOf(reply, name) != null && status[name] === null);
      return wrong.length > 0 ? `${wrong.join(' and ')} can't be read as a time` : null;
    }),
  },
  {
    ...onceRead,
    id: 'read-updated-at',
    level: 'advice',
    title: 'The status says since when it holds',
    rule: 'Endpoints should send updatedAt.',
    mend: 'Send "updatedAt": when the state last changed. Without it, a second rejection in a row can\'t be told from the first one.',
    after: ['read-dates'],
    judge: each((reply) => (fieldOf(reply, 'updatedAt') == null ? 'updatedAt is missing' : null)),
  },
  {
    ...onceRead,
    id: 'read-personal-data',
    level: 'advice',
    title: 'The status holds no personal data',
    rule: 'Extra fields are ignored.',
    mend: 'Answer with the fields of the contract alone, instead of passing the provider\'s whole record through: the page needs none of it.',
    judge: each((reply) => {
      const found = [...namesIn(jsonOf(reply))].filter((name) => PERSONAL.has(name.replace(/[_-]/g, '').toLowerCase()));
      return found.length > 0 ? `it has ${found.slice(0, 6).join(', ')}` : null;
    }),
  },
  {
    ...onceRead,
    id: 'read-no-session',
    level: 'error',
    title: 'The status holds no session URL',
    rule: 'A session URL is a secret: only the answer to POST holds it, and it lives in memory only.',
    mend: 'Leave the session URL and its token out of the answer to GET. Reads are frequent, and whatever they hold ends up in logs.',
    judge: each((reply, { options }) => (holdsSession(reply, options.sessionHosts) ? 'it holds a session URL or a session token' : null)),
  },
];

/** Why the body is none that the element reads, or `null`. */
export function wrongJson(reply: Reply): string | null {
  if (reply.tooLong) return 'the body is longer than the 64 KiB that are read';
  if (!isObject(jsonOf(reply))) return 'the body is no JSON object';
  if (typeOf(reply) !== 'application/json') return 'the Content-Type is not application/json';
  const charset = /charset="?([\w-]+)/i.exec(reply.headers.get('content-type') ?? '')?.[1];
  return charset !== undefined && !/^utf-?8$/i.test(charset) ? 'the Content-Type names a charset other than UTF-8' : null;
}

/** Names of what is personal, without case, dashes and underscores: the provider's own, and what others call the same. */
const PERSONAL = new Set(
  `firstname lastname middlename fullname givenname familyname surname email emailaddress phone phonenumber mobilephone mobilenumber
  dateofbirth birthdate dob address addressline1 addressline2 street city zip postcode postalcode mailingaddressline1
  mailingaddressline2 mailingcity mailingzip nationality countryofnationality ssn nationalid idnumber passportnumber documentnumber
  taxid iban`.split(/\s+/),
);

/** The names of all members, to some depth; a null says nothing of anybody. */
function* namesIn(value: unknown, depth = 0): Generator<string> {
  if (typeof value !== 'object' || value === null || depth > 6) return;
  for (const [name, member] of Object.entries(value)) {
    if (member === null) continue;
    if (!Array.isArray(value)) yield name;
    yield* namesIn(member, depth + 1);
  }
}

/** Escaped slashes are read as well: JSON allows both. */
function holdsSession(reply: Reply, sessionHosts: string): boolean {
  if ([...namesIn(jsonOf(reply))].some((name) => /^session_?(?:url|token)$/i.test(name))) return true;
  const origins = reply.text.replaceAll('\\/', '/').match(/https?:\/\/[^\s"'\\/?#]+/gi) ?? [];
  return origins.some((origin) => isSessionOrigin(origin.toLowerCase(), sessionHosts));
}
