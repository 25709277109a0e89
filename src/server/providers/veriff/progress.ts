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
  /** When it was handed out, or first heard of. */
  readonly createdAt: number;
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

export function mergeFact(progress: VeriffProgress, fact: Fact): VeriffProgress {
  const found = progress.sessions.find(({ id }) => id === fact.session);
  if (found?.retired === true) return progress;
  const before = found ?? blank(fact.session, fact.saidAt ?? fact.heardAt);
  const after = { ...withFact(before, fact), createdAt: before.createdAt };
  if (after.end === before.end && after.attempts === before.attempts) return progress;
  const others = progress.sessions.filter(({ id }) => id !== fact.session);
  return { sessions: sorted(found === undefined ? [...others, after] : progress.sessions.map((each) => (each === found ? after : each))) };
}

/** A session is handed out: what has ended by then is history. */
export function beginSession(progress: VeriffProgress, { sessionId, createdAt }: Grant): VeriffProgress {
  const earlier = progress.sessions.map((session) => (session.end === null ? session : { ...session, retired: true }));
  return { sessions: sorted([...earlier, blank(sessionId, createdAt)]) };
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
    const ranOut = session.retired && said?.state === 'EXPIRED';
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
  if (submitted !== null && (asked === null || submitted.at > asked.at)) return submitted;
  return asked ?? latest(all);
}

function withFact(session: VeriffSession, fact: Fact): VeriffSession {
  const { state, reasons, saidAt, heardAt } = fact;
  const said: Said = { state, reasons, at: saidAt ?? heardAt, dated: saidAt !== null };
  if (fact.step === 'decided' && state !== 'RESUBMISSION_REQUESTED') {
    return session.end !== null && !ends(said, session.end) ? session : { ...session, end: said };
  }
  // Veriff's own answer knows of all attempts: those that are still open elsewhere have been left.
  const read = fact.source === 'read' && state === 'RESUBMISSION_REQUESTED';
  const others = read ? onlyAsked(session.attempts) : session.attempts;
  const known = others[fact.attempt];
  if (known !== undefined && !further(said, known)) return others === session.attempts ? session : { ...session, attempts: others };
  if (known === undefined && Object.keys(others).length >= MAX_ATTEMPTS) return session;
  return { ...session, attempts: { ...others, [fact.attempt]: said } };
}

function onlyAsked(attempts: VeriffSession['attempts']): VeriffSession['attempts'] {
  const kept = Object.entries(attempts).filter(([, { state }]) => state === 'RESUBMISSION_REQUESTED');
  return kept.length === Object.keys(attempts).length ? attempts : Object.fromEntries(kept);
}

/** How far a state is along an attempt; and, among ends, which one stands where nothing else tells them apart. */
const ORDER: Readonly<Record<VerificationState, number>> = {
  UNVERIFIED: 0,
  PENDING: 1,
  RESUBMISSION_REQUESTED: 2,
  EXPIRED: 3,
  VERIFIED: 4,
  REJECTED: 5,
};

function further(said: Said, known: Said): boolean {
  if (said.state !== known.state) return ORDER[said.state] > ORDER[known.state];
  return said.dated && known.dated ? said.at > known.at : said.dated && !known.dated;
}

/** Whether an end takes the place of another: a decision that of a mere expiry, and the later one that of the earlier. */
function ends(said: Said, known: Said): boolean {
  if ((said.state === 'EXPIRED') !== (known.state === 'EXPIRED')) return known.state === 'EXPIRED';
  if (said.dated && known.dated && said.at !== known.at) return said.at > known.at;
  if (said.state !== known.state) return ORDER[said.state] > ORDER[known.state];
  return said.dated && !known.dated;
}

function latest(all: readonly Said[]): Said | null {
  return all.reduce<Said | null>((found, each) => (found === null || each.at > found.at ? each : found), null);
}

function blank(id: string, createdAt: number): VeriffSession {
  return { id, createdAt, retired: false, attempts: {}, end: null };
}

function sorted(sessions: readonly VeriffSession[]): readonly VeriffSession[] {
  return sessions.toSorted((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1)).slice(-MAX_SESSIONS);
}

function toStanding({ state, reasons, at }: Said): Standing {
  return { state, reasons, since: at };
}
