/**
 * How far a verification has come by Veriff's sessions. Webhooks come late, twice and in any order, and most carry no
 * time: so what is kept is a set of facts that only grows, and where it stands is read off that set.
 */
import type { VerificationState } from '../../../core/names.js';
import type { Fact, Grant, Standing } from '../provider.js';

interface Said {
  readonly state: VerificationState;
  readonly reasons: readonly string[];
  /** By Veriff's clock where it says one, else when it was heard first. */
  readonly at: number;
  /** Whether `at` is Veriff's. */
  readonly dated: boolean;
}

export interface VeriffSession {
  readonly id: string;
  /** When it was handed out; else the first time that is known of it. */
  readonly createdAt: number;
  /** We made it: `createdAt` is certain. */
  readonly ours: boolean;
  /** It had ended when the next one was handed out: it says nothing new. */
  readonly retired: boolean;
  /** The furthest each attempt has come, short of an end. */
  readonly attempts: Readonly<Record<string, Said>>;
  readonly end: Said | null;
}

/** Oldest first. */
export interface VeriffProgress {
  readonly sessions: readonly VeriffSession[];
}

export const NO_SESSIONS: VeriffProgress = { sessions: [] };

/** So many are remembered; ten attempts make a session, and few people need a third. */
const MAX_SESSIONS = 8;
const MAX_ATTEMPTS = 20;

/** Each slot of a session takes the greater of two facts by a total order: so neither order nor repetition matters. */
export function mergeFact(progress: VeriffProgress, fact: Fact): VeriffProgress {
  const known = progress.sessions.find(({ id }) => id === fact.session);
  if (known?.retired === true) return progress;
  const heardOf = fact.saidAt ?? fact.heardAt;
  const before = known ?? blank(fact.session, heardOf, false);
  const after = withFact(before, fact);
  const createdAt = before.ours ? before.createdAt : Math.min(before.createdAt, heardOf);
  if (known !== undefined && after === before && createdAt === before.createdAt) return progress;
  const others = progress.sessions.filter(({ id }) => id !== fact.session);
  return { sessions: sorted([...others, { ...after, createdAt }]) };
}

/** A session is handed out: what has ended by then is history. */
export function beginSession(progress: VeriffProgress, { sessionId, createdAt }: Grant): VeriffProgress {
  const earlier = progress.sessions.map((session) => (session.end === null ? session : { ...session, retired: true }));
  return { sessions: sorted([...earlier.filter(({ id }) => id !== sessionId), blank(sessionId, createdAt, true)]) };
}

/**
 * An approval of any session that is not history; else what the latest session says that has got anywhere. So an earlier
 * verdict on the user stands until a new one; that a session ran out is over as soon as there is another.
 */
export function standingOfSessions({ sessions }: VeriffProgress): Standing {
  const approved = sessions.findLast(({ retired, end }) => !retired && end?.state === 'VERIFIED');
  if (approved !== undefined) return toStanding(approved.end!);
  for (const session of sessions.toReversed()) {
    const said = wordOf(session);
    const ranOut = said?.state === 'EXPIRED' && session !== sessions.at(-1);
    if (said !== null && said.state !== 'UNVERIFIED' && !ranOut) return toStanding(said);
  }
  const latest = sessions.at(-1);
  return { state: 'UNVERIFIED', reasons: [], since: latest === undefined ? null : (wordOf(latest)?.at ?? latest.createdAt) };
}

export function isOpenSession({ sessions }: VeriffProgress, grant: Grant): boolean {
  const session = sessions.find(({ id }) => id === grant.sessionId);
  return session !== undefined && !session.retired && session.end === null;
}

/** The session whose decision is to be read: the latest that has not ended. */
export function sessionToRead({ sessions }: VeriffProgress): VeriffSession | undefined {
  return sessions.findLast(({ end }) => end === null);
}

function wordOf({ end, attempts }: VeriffSession): Said | null {
  if (end !== null) return end;
  const all = Object.values(attempts);
  const asked = latest(all.filter(({ state }) => state === 'RESUBMISSION_REQUESTED'));
  const submitted = latest(all.filter(({ state }) => state === 'PENDING'));
  // An attempt may be followed by another in the same frame without a word on the first.
  if (submitted !== null && (asked === null || submitted.at >= asked.at)) return submitted;
  return asked ?? latest(all);
}

function withFact(session: VeriffSession, fact: Fact): VeriffSession {
  const { state, reasons, saidAt, heardAt } = fact;
  const said: Said = { state, reasons, at: saidAt ?? heardAt, dated: saidAt !== null };
  if (fact.step === 'decided' && state !== 'RESUBMISSION_REQUESTED') {
    return session.end === null || compare(said, session.end) > 0 ? { ...session, end: said } : session;
  }
  // Veriff's own answer knows of all attempts: those that are still open elsewhere have been left.
  const isAnswer = fact.source === 'read' && state === 'RESUBMISSION_REQUESTED';
  const attempts = isAnswer ? onlyAsked(session.attempts) : session.attempts;
  const known = attempts[fact.attempt];
  const isNew = known === undefined ? Object.keys(attempts).length < MAX_ATTEMPTS : compare(said, known) > 0;
  if (isNew) return { ...session, attempts: { ...attempts, [fact.attempt]: said } };
  return attempts === session.attempts ? session : { ...session, attempts };
}

function onlyAsked(attempts: VeriffSession['attempts']): VeriffSession['attempts'] {
  const kept = Object.entries(attempts).filter(([, { state }]) => state === 'RESUBMISSION_REQUESTED');
  return kept.length === Object.keys(attempts).length ? attempts : Object.fromEntries(kept);
}

/** How far a state is along an attempt; and among ends, which one counts for more. */
const ORDER: Readonly<Record<VerificationState, number>> = {
  UNVERIFIED: 0,
  PENDING: 1,
  RESUBMISSION_REQUESTED: 2,
  EXPIRED: 3,
  VERIFIED: 4,
  REJECTED: 5,
};
const isEnd = ({ state }: Said): boolean => state === 'VERIFIED' || state === 'REJECTED';

/**
 * A total order of what can be said in one place. Further along beats less far, a decision a mere expiry; of two decisions
 * the later one counts, where Veriff dates them; what is not dated counts from when it was first heard.
 */
function compare(one: Said, other: Said): number {
  if (!(isEnd(one) && isEnd(other)) && one.state !== other.state) return ORDER[one.state] - ORDER[other.state];
  if (one.dated !== other.dated) return one.dated ? 1 : -1;
  if (one.dated && one.at !== other.at) return one.at - other.at;
  if (one.state !== other.state) return ORDER[one.state] - ORDER[other.state];
  if (one.at !== other.at) return other.at - one.at;
  const [reasons, others] = [one.reasons.join(), other.reasons.join()];
  return reasons === others ? 0 : reasons < others ? -1 : 1;
}

function latest(all: readonly Said[]): Said | null {
  return all.reduce<Said | null>((found, each) => (found === null || isLater(each, found) ? each : found), null);
}

function isLater(said: Said, than: Said): boolean {
  return said.at === than.at ? compare(said, than) > 0 : said.at > than.at;
}

function blank(id: string, createdAt: number, ours: boolean): VeriffSession {
  return { id, createdAt, ours, retired: false, attempts: {}, end: null };
}

function sorted(sessions: readonly VeriffSession[]): readonly VeriffSession[] {
  return sessions.toSorted((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1)).slice(-MAX_SESSIONS);
}

function toStanding({ state, reasons, at }: Said): Standing {
  return { state, reasons, since: at };
}
