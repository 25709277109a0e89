/** What is kept of one person's verification: plain JSON, and what follows from it. No session URL lies here unsealed. */
import type { StatusBody } from '../../core/contract.js';
import type { VerificationState } from '../../core/names.js';
import type { Grant, Provider, SessionRules, Standing } from '../providers/provider.js';

/** A way to a session: the registration's or the signed-in user's. */
export type Mode = 'onboarding' | 'user';
/** Names a record in this process. An onboarding's id and a user's are never taken for each other. */
export const keyOf = (reverify: boolean, id: string): string => `${reverify ? 'user' : 'onboarding'} ${id}`;

export const modeOf = ({ reverify }: { readonly reverify: boolean }): Mode => (reverify ? 'user' : 'onboarding');

export interface KeptGrant extends Grant {
  /** The URL, sealed; `null` where it only lies in memory. */
  readonly sealed: string | null;
}

/** One change of the standing, numbered, so that a stream can go on where it broke. */
export interface Change extends Standing {
  readonly revision: number;
}

export interface VerificationRecord<P = unknown> {
  readonly version: 1;
  /** Milliseconds since the epoch, like all times here. */
  readonly createdAt: number;
  readonly progress: P;
  readonly grants: Readonly<Partial<Record<Mode, KeptGrant>>>;
  /** When sessions of a signed-in user or a vendor's own were made, within the last day. */
  readonly sessionsAt: readonly number[];
  /** The vendor wants no further session before. */
  readonly restUntil: number;
  /** The last changes, oldest first; never empty. */
  readonly changes: readonly Change[];
  /** The last genuine webhook; 0 before the first. */
  readonly fedAt: number;
  /** How many webhooks have brought something: what was read of the vendor before the last one comes too late. */
  readonly heard: number;
  /** A webhook said that something changed, but not what. */
  readonly stale: boolean;
  /** The last read of the vendor, once webhooks have come. */
  readonly checkedAt: number;
}

const DAY = 24 * 3_600_000;
const MAX_CHANGES = 8;
/** A webhook that never came is made good after this time, in milliseconds. */
const RECHECK_AFTER = 10 * 60_000;
const VERDICTS: ReadonlySet<VerificationState> = new Set(['VERIFIED', 'REJECTED', 'EXPIRED', 'RESUBMISSION_REQUESTED']);

export function newRecord<P>(provider: Provider<P>, now: number): VerificationRecord<P> {
  const standing = provider.standingOf(provider.initial);
  return {
    version: 1,
    createdAt: now,
    progress: provider.initial,
    grants: {},
    sessionsAt: [],
    restUntil: 0,
    changes: [{ ...standing, since: standing.since ?? now, revision: 1 }],
    fedAt: 0,
    heard: 0,
    stale: false,
    checkedAt: 0,
  };
}

/** The record with that progress; a change of its standing is added to the changes. */
export function advanced<P>(record: VerificationRecord<P>, progress: P, provider: Provider<P>): VerificationRecord<P> {
  if (progress === record.progress) return record;
  const standing = provider.standingOf(progress);
  const last = standingOf(record);
  const since = standing.since ?? last.since;
  // A verdict may fall a second time; that nothing has been sent is no news twice.
  const again = since !== last.since && standing.state !== 'UNVERIFIED';
  const same = standing.state === last.state && !again && standing.reasons.join() === last.reasons.join();
  if (same) return { ...record, progress };
  const change: Change = { ...standing, since, revision: last.revision + 1 };
  return { ...record, progress, changes: [...record.changes, change].slice(-MAX_CHANGES) };
}

export function standingOf({ changes }: VerificationRecord): Change {
  return changes.at(-1)!;
}

/** Whether the store answers for the vendor: webhooks feed it, and nothing is waited for in vain. */
export function answersByItself(record: VerificationRecord, now: number): boolean {
  if (record.fedAt === 0 || record.stale) return false;
  return isDecided(record) || now - Math.max(record.fedAt, record.checkedAt) < RECHECK_AFTER;
}

/** A verdict stands, and no session has been handed out since. */
export function isDecided(record: VerificationRecord): boolean {
  const { state, since } = standingOf(record);
  const grants = Object.values(record.grants);
  return VERDICTS.has(state) && grants.every(({ createdAt }) => createdAt <= (since ?? 0));
}

/** Milliseconds until a session may be asked for; 0 if now. */
export function waitForSession(record: VerificationRecord, rules: SessionRules, now: number): number {
  const { state, since } = standingOf(record);
  const verdictAt = VERDICTS.has(state) ? (since ?? 0) : 0;
  const today = record.sessionsAt.filter((time) => time > now - DAY);
  const active = today.filter((time) => time > verdictAt);
  const waits = [record.restUntil - now];
  if (state === 'REJECTED') waits.push(verdictAt + rules.waitAfterRejection - now);
  if (today.length >= rules.perDay) waits.push(today[0]! + DAY - now);
  if (active.length >= rules.active) waits.push(active[0]! + DAY - now);
  // A vendor's clock may be wrong.
  return Math.min(Math.max(0, ...waits), DAY);
}

/** The times of sessions that still count, with one made now. */
export function withSession(times: readonly number[], now: number): readonly number[] {
  return [...times.filter((time) => time > now - DAY), now];
}

/** The times without one of those. */
export function withoutSession(times: readonly number[], time: number): readonly number[] {
  const index = times.indexOf(time);
  return index === -1 ? times : times.toSpliced(index, 1);
}

/** The body of a status answer, as of one change. */
export function statusBody(record: VerificationRecord, change: Change, rules: SessionRules, now: number, stream: boolean): StatusBody {
  const wait = change === standingOf(record) && change.state === 'REJECTED' ? waitForSession(record, rules, now) : 0;
  return {
    verificationState: change.state,
    ...(change.reasons.length === 0 ? {} : { reasons: change.reasons }),
    ...(wait === 0 ? {} : { retryAt: new Date(now + wait).toISOString() }),
    updatedAt: new Date(change.since ?? record.createdAt).toISOString(),
    ...(stream ? { stream: true } : {}),
  };
}

/** Names a change across instances and restarts: a record that began anew counts anew. */
export function changeId({ revision, since }: Change): string {
  return `${revision}-${(since ?? 0).toString(36)}`;
}
