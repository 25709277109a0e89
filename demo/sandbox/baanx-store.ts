import { BoundedMap } from './bounded-map.js';
import { withOnboardingId } from './callback.js';
import { secrets } from './canaries.js';
import type { BaanxState, Fault, Scenario, Vendor, Verdict } from './scenarios.js';
import { DAY, HOUR, MINUTE } from './time.js';

export type PendingMode = 'on-submit' | 'on-create';

/** A session as Baanx remembers it. */
export interface SessionRecord {
  readonly id: string;
  readonly url: string;
  readonly createdAt: number;
  status: 'open' | 'submitted' | 'resubmission' | 'ended';
}

/** One person: at Baanx an onboarding record, and past registration a user too. */
export interface Applicant {
  readonly onboardingId: string;
  /** Baanx's name of the person past registration. */
  readonly userId: string;
  /** Past registration: asked for by a bearer token, not by the onboarding id. */
  readonly registered: boolean;
  readonly scenario: Scenario;
  /** Whom the partner's server asks for this person. */
  readonly vendor: Vendor;
  /** Whether that vendor's webhooks reach the partner. */
  readonly webhooks: boolean;
  readonly pending: PendingMode;
  readonly speed: number;
  readonly us: boolean;
  /** Where Veriff's page leads at its end, once it is not framed. */
  readonly callback: string | null;
  readonly createdAt: number;
  /** The onboarding record's end; it is gone earlier when `closed`. */
  readonly expiresAt: number;
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

export type NewApplicant = Pick<Applicant, 'scenario' | 'vendor' | 'webhooks' | 'pending' | 'speed' | 'us' | 'callback' | 'registered'>;

/** Baanx’s limits. Those on sessions hold for users past registration only. */
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
  readonly #users = new BoundedMap<string, Applicant>(5000);

  create(input: NewApplicant): Applicant {
    const now = Date.now();
    const [shortest, longest] = limits.onboarding;
    const onboardingId = `US_${crypto.randomUUID()}`;
    const applicant: Applicant = {
      ...input, onboardingId, callback: input.callback === null ? null : withOnboardingId(input.callback, onboardingId), userId: crypto.randomUUID(),
      createdAt: now, expiresAt: now + shortest + Math.random() * (longest - shortest), closed: input.registered,
      state: input.scenario.initial ?? 'UNVERIFIED', sessions: [], requestedAt: [], creating: null,
      failuresInARow: 0, pausedUntil: 0, verdicts: 0, faultsUsed: { exchange: 0, status: 0 },
    };
    this.#applicants.set(applicant.onboardingId, applicant);
    this.#users.set(applicant.userId, applicant);
    return applicant;
  }

  find(onboardingId: string): Applicant | undefined {
    return this.#applicants.get(onboardingId);
  }

  /** @param name an onboarding id or a user's id: whichever a vendor was told */
  findByName(name: string): Applicant | undefined {
    return this.#applicants.get(name) ?? this.#users.get(name);
  }

  isOpen(applicant: Applicant): boolean {
    return !applicant.closed && Date.now() < applicant.expiresAt;
  }

  /** A bearer token for a person past registration, as a login gives it. It lasts 6 hours. */
  issueToken(applicant: Applicant): string {
    const token = `${secrets.accessTokenMarker}${crypto.randomUUID()}`;
    this.#tokens.set(token, { applicant, expiresAt: Date.now() + limits.accessToken });
    return token;
  }

  findByToken(token: string): Applicant | undefined {
    const entry = this.#tokens.get(token);
    return entry !== undefined && Date.now() < entry.expiresAt ? entry.applicant : undefined;
  }

  /** The session that can be handed out again, or undefined if a new one is needed. */
  reusableSession(applicant: Applicant): SessionRecord | undefined {
    const last = applicant.sessions.at(-1);
    if (last === undefined || last.status === 'ended') return undefined;
    if (last.status === 'resubmission') return last;
    // After registration each link works once, so an open one is no use to a second request.
    if (applicant.registered) return undefined;
    return Date.now() < last.createdAt + limits.registrationUrl ? last : undefined;
  }

  /** Milliseconds until a new session may be asked for; 0 if now. */
  waitFor(applicant: Applicant): number {
    if (!applicant.registered) return 0;
    const now = Date.now();
    if (applicant.pausedUntil > now) return applicant.pausedUntil - now;
    applicant.requestedAt = applicant.requestedAt.filter((time) => time > now - DAY);
    if (applicant.requestedAt.length >= limits.sessionsADay) return (applicant.requestedAt[0] ?? now) + DAY - now;
    const active = applicant.sessions.filter((session) => session.status === 'open' && now < session.createdAt + limits.userUrl);
    if (active.length >= limits.activeSessions) return (active[0]?.createdAt ?? now) + limits.userUrl - now;
    return 0;
  }

  /** What a verdict of Veriff's means for the record: Baanx has no word for the two that are none of its own. */
  applyVerdict(applicant: Applicant, { decision }: Verdict, at: number): void {
    if (decision === 'approve') {
      applicant.state = 'VERIFIED';
      applicant.failuresInARow = 0;
    }
    if (decision !== 'decline') return;
    applicant.state = 'REJECTED';
    applicant.failuresInARow += 1;
    const pause = applicant.failuresInARow >= limits.failuresBeforePause ? limits.pause : 0;
    if (pause > 0) applicant.failuresInARow = 0;
    applicant.pausedUntil = at + Math.max(pause, limits.waitAfterRejection);
  }
}

/** The fault that this call meets, counted; undefined if it works. */
export function takeFault(applicant: Applicant, kind: 'exchange' | 'status', at: Fault['at']): Fault | undefined {
  const fault = kind === 'exchange' ? applicant.scenario.exchangeFault : applicant.scenario.statusFault;
  if (fault === undefined || fault.at !== at) return undefined;
  applicant.faultsUsed[kind] += 1;
  return applicant.faultsUsed[kind] <= (fault.times ?? Number.POSITIVE_INFINITY) ? fault : undefined;
}
