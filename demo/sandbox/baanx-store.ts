import { BoundedMap } from './bounded-map.js';
import { secrets } from './canaries.js';
import type { Clock } from './clock.js';
import { DAY, HOUR, MINUTE } from './clock.js';
import type { BaanxState, Fault, Scenario, Verdict } from './scenarios.js';

export type PendingMode = 'on-submit' | 'on-create';

/** A session as Baanx remembers it. */
export interface SessionRecord {
  readonly id: string;
  readonly url: string;
  readonly createdAt: number;
  status: 'open' | 'submitted' | 'resubmission' | 'ended';
}

/** One person at Baanx: an onboarding record, and past registration a user too. */
export interface Applicant {
  readonly onboardingId: string;
  readonly scenario: Scenario;
  readonly pending: PendingMode;
  readonly speed: number;
  readonly us: boolean;
  readonly createdAt: number;
  /** The onboarding record's end; it is gone earlier when `closed`. */
  readonly expiresAt: number;
  /** Set for a person past registration. */
  readonly userId: string | null;
  closed: boolean;
  state: BaanxState;
  sessions: SessionRecord[];
  /** When sessions were asked for, for the daily limit. */
  requestedAt: number[];
  /** A session on its way, so that requests at once share it. */
  creating: Promise<SessionRecord | null> | null;
  failuresInARow: number;
  /** No session before this time. */
  pausedUntil: number;
  /** How many verdicts have fallen: the scenario's next one is at this index. */
  verdicts: number;
  faultsUsed: { exchange: number; status: number };
}

export interface NewApplicant {
  scenario: Scenario;
  pending: PendingMode;
  speed: number;
  us: boolean;
  /** Past registration: reached by a bearer token, not by the onboarding id. */
  registered: boolean;
}

export const limits = {
  sessionsADay: 10,
  activeSessions: 3,
  failuresBeforePause: 3,
  pause: HOUR,
  waitAfterRejection: DAY,
  registrationUrl: 7 * DAY,
  userUrl: DAY,
  accessToken: 6 * HOUR,
  /** An onboarding record lives between these two. */
  onboarding: [30 * MINUTE, 60 * MINUTE],
} as const;

/** Owns the records and the rules about when Baanx gives a session; it sends and receives nothing. */
export class BaanxStore {
  readonly #applicants = new BoundedMap<string, Applicant>(5000);
  readonly #tokens = new BoundedMap<string, { applicant: Applicant; expiresAt: number }>(5000);
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  create(input: NewApplicant): Applicant {
    const now = this.#clock.now();
    const [shortest, longest] = limits.onboarding;
    const applicant: Applicant = {
      onboardingId: `US_${crypto.randomUUID()}`, scenario: input.scenario, pending: input.pending, speed: input.speed, us: input.us,
      createdAt: now, expiresAt: now + shortest + this.#random() * (longest - shortest),
      userId: input.registered ? crypto.randomUUID() : null, closed: input.registered,
      state: input.scenario.initial ?? 'UNVERIFIED', sessions: [], requestedAt: [], creating: null,
      failuresInARow: 0, pausedUntil: 0, verdicts: 0, faultsUsed: { exchange: 0, status: 0 },
    };
    this.#applicants.set(applicant.onboardingId, applicant);
    return applicant;
  }

  find(onboardingId: string): Applicant | undefined {
    return this.#applicants.get(onboardingId);
  }

  isOpen(applicant: Applicant): boolean {
    return !applicant.closed && this.#clock.now() < applicant.expiresAt;
  }

  /** A bearer token for a person past registration, as a login gives it. It lasts 6 hours. */
  issueToken(applicant: Applicant): string {
    const token = `${secrets.accessTokenMarker}${crypto.randomUUID()}`;
    this.#tokens.set(token, { applicant, expiresAt: this.#clock.now() + limits.accessToken });
    return token;
  }

  findByToken(token: string): Applicant | undefined {
    const entry = this.#tokens.get(token);
    return entry !== undefined && this.#clock.now() < entry.expiresAt ? entry.applicant : undefined;
  }

  /** The session that can be handed out again, or undefined if a new one is needed. */
  reusableSession(applicant: Applicant): SessionRecord | undefined {
    const last = applicant.sessions.at(-1);
    if (last === undefined || last.status === 'ended') return undefined;
    if (last.status === 'resubmission') return last;
    // After registration each link works once, so an open one is no use to a second request.
    if (applicant.userId !== null) return undefined;
    return this.#clock.now() < last.createdAt + limits.registrationUrl ? last : undefined;
  }

  /** Milliseconds until a new session may be asked for; 0 if now. */
  waitFor(applicant: Applicant): number {
    const now = this.#clock.now();
    if (applicant.pausedUntil > now) return applicant.pausedUntil - now;
    applicant.requestedAt = applicant.requestedAt.filter((time) => time > now - DAY);
    if (applicant.requestedAt.length >= limits.sessionsADay) return (applicant.requestedAt[0] ?? now) + DAY - now;
    const active = applicant.sessions.filter((session) => session.status === 'open' && now < session.createdAt + limits.userUrl);
    if (active.length >= limits.activeSessions) return (active[0]?.createdAt ?? now) + limits.userUrl - now;
    return 0;
  }

  /** What a verdict of Veriff's means for the record. Returns when the next session may be asked for, if later than now. */
  applyVerdict(applicant: Applicant, verdict: Verdict, at: number): number | null {
    applicant.verdicts += 1;
    if (verdict.decision === 'approve') {
      applicant.state = 'VERIFIED';
      applicant.failuresInARow = 0;
    }
    if (verdict.decision !== 'decline') return null;
    applicant.state = 'REJECTED';
    applicant.failuresInARow += 1;
    const waits = [(verdict.waitHours ?? 0) * HOUR];
    if (applicant.userId !== null) waits.push(limits.waitAfterRejection);
    if (applicant.failuresInARow >= limits.failuresBeforePause) {
      waits.push(limits.pause);
      applicant.failuresInARow = 0;
    }
    applicant.pausedUntil = at + Math.max(...waits);
    return applicant.pausedUntil > at ? applicant.pausedUntil : null;
  }
}

/** The fault that this call meets, counted; undefined if it works. */
export function takeFault(applicant: Applicant, kind: 'exchange' | 'status', at: Fault['at']): Fault | undefined {
  const fault = kind === 'exchange' ? applicant.scenario.exchangeFault : applicant.scenario.statusFault;
  if (fault === undefined || fault.at !== at) return undefined;
  applicant.faultsUsed[kind] += 1;
  return applicant.faultsUsed[kind] <= (fault.times ?? Number.POSITIVE_INFINITY) ? fault : undefined;
}
