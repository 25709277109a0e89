import { createBaanx } from './baanx.js';
import { type Applicant, BaanxStore, limits } from './baanx-store.js';
import { BoundedMap } from './bounded-map.js';
import { CallLog } from './call-log.js';
import { secrets } from './canaries.js';
import { type Clock, DAY, systemClock } from './clock.js';
import { createControl, type Doors, type ForcedDecision, type Onboarding } from './control.js';
import type { Handler } from './handler.js';
import { PartnerRecords, type PartnerVerdict } from './partner-records.js';
import { type Decision, reasonsOf, type Verdict } from './scenarios.js';
import { createTokenExchange } from './token-exchange.js';
import { createVeriff } from './veriff.js';
import { type Session, type SessionPlan, VeriffSessions } from './veriff-sessions.js';

export interface SandboxOptions {
  /** The origin under which the `veriff` handler is reached, e.g. `http://localhost:4010`. */
  veriffOrigin: string;
  /** Default: the system's. Reviews run faster than it by the `speed` of each onboarding. */
  clock?: Clock;
  /** From 0 to 1; settles the lifetime of onboarding records. */
  random?: () => number;
  /** Waits that many real milliseconds, for the slow scenarios. */
  sleep?: (milliseconds: number) => Promise<void>;
}

export interface Sandbox extends Doors {
  /** The page's origin: `/api/kyc` and the doors under `/sandbox/`; 404 for the rest. */
  page: Handler;
  /** The other origin: Veriff's API and the page of its flow. */
  veriff: Handler;
  /** Baanx's API. No page reaches it; here for tests of the emulator. */
  baanx: Handler;
  /** Whether `page` answers for this path. */
  handles(pathname: string): boolean;
}

const ENDPOINT = '/api/kyc';
const verdictState: Readonly<Record<Decision, PartnerVerdict>> = {
  approve: 'VERIFIED', decline: 'REJECTED', resubmit: 'RESUBMISSION_REQUESTED', expire: 'EXPIRED',
};
/** Veriff's reason codes for verdicts that are forced without reasons. */
const forcedCode: Partial<Record<Decision, number>> = { decline: 120, resubmit: 204 };

/** What the scenario has for the present attempt; its last verdict repeats. */
function nextVerdict(applicant: Applicant | undefined): Verdict {
  const verdicts = applicant?.scenario.verdicts ?? [];
  return verdicts[applicant?.verdicts ?? 0] ?? verdicts.at(-1) ?? { decision: 'approve', on: 'submit', minutes: 0 };
}

/** The two back ends, the partner's endpoint between them, and the doors to steer them. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { veriffOrigin, clock = systemClock, random = Math.random } = options;
  const sleep = options.sleep ?? ((milliseconds) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
  const store = new BaanxStore(clock, random);
  const records = new PartnerRecords(clock);
  const calls = new CallLog();
  const users = new BoundedMap<string, { applicant: Applicant; accessToken: string }>(5000);

  const sessions = new VeriffSessions(clock, {
    event(session, action, at) {
      const applicant = applicantOf(session);
      const record = applicant?.sessions.find(({ id }) => id === session.id);
      if (applicant === undefined || record === undefined) return;
      if (action === 'started') record.status = 'open';
      if (action === 'flow_cancelled' && session.plan.singleUse && record.status === 'open') record.status = 'ended';
      if (action !== 'submitted') return;
      record.status = 'submitted';
      submitted(applicant, at);
    },
    decision(session, verdict, at) {
      const applicant = applicantOf(session);
      const record = applicant?.sessions.find(({ id }) => id === session.id);
      if (applicant === undefined || record === undefined) return;
      record.status = verdict.decision === 'resubmit' ? 'resubmission' : 'ended';
      decided(applicant, verdict, at);
    },
  });

  const veriff = createVeriff({ origin: veriffOrigin, clock, sessions, planFor });
  const baanx = createBaanx({
    clock, store, veriff, veriffOrigin,
    settle: () => sessions.settle(),
    stateChanged: (applicant, at) => records.changed(applicant.onboardingId, at),
  });
  const exchange = createTokenExchange({
    baanx, clock, calls, records, sleep,
    find: (onboardingId) => store.find(onboardingId),
    signedIn: (cookie) => users.get(cookie),
  });

  function applicantOf(session: Session): Applicant | undefined {
    return session.vendorData === null ? undefined : store.find(session.vendorData);
  }

  function planFor(vendorData: string | null): SessionPlan {
    const applicant = vendorData === null ? undefined : store.find(vendorData);
    const registered = applicant !== undefined && applicant.userId !== null;
    return {
      verdict: () => nextVerdict(applicant), frame: applicant?.scenario.frame, speed: applicant?.speed ?? 1,
      singleUse: registered, lifetime: registered ? limits.userUrl : limits.registrationUrl,
    };
  }

  /** A verdict once given stays until the next one; only a person without one becomes PENDING. */
  function submitted(applicant: Applicant, at: number): void {
    if (applicant.state === 'UNVERIFIED') {
      applicant.state = 'PENDING';
      records.changed(applicant.onboardingId, at);
    }
    records.submitted(applicant.onboardingId, at);
    if (applicant.scenario.closesOnSubmit === true) applicant.closed = true;
  }

  function decided(applicant: Applicant, verdict: Verdict, at: number): void {
    const retryAt = store.applyVerdict(applicant, verdict, at);
    records.decided(applicant.onboardingId, { state: verdictState[verdict.decision], reasons: reasonsOf(verdict), retryAt, at });
  }

  function onboard({ scenario, pending, speed, us, reverify }: Onboarding): { onboardingId: string; cookie: string | null } {
    const applicant = store.create({ scenario, pending, speed, us, registered: reverify });
    const earlier = clock.now() - 2 * DAY;
    if (applicant.state === 'VERIFIED' || applicant.state === 'REJECTED') {
      records.decided(applicant.onboardingId, {
        state: applicant.state, reasons: [...(scenario.initialReasons ?? [])], retryAt: null, at: earlier,
      });
    }
    records.changed(applicant.onboardingId, applicant.state === 'UNVERIFIED' ? applicant.createdAt : earlier);
    if (!reverify) return { onboardingId: applicant.onboardingId, cookie: null };
    const cookie = `${secrets.userCookieMarker}${crypto.randomUUID()}`;
    users.set(cookie, { applicant, accessToken: store.issueToken(applicant) });
    return { onboardingId: applicant.onboardingId, cookie };
  }

  function decide(onboardingId: string, decision: ForcedDecision, reasons?: readonly string[]): string | null {
    const applicant = store.find(onboardingId);
    if (applicant === undefined) return null;
    sessions.settle();
    const last = applicant.sessions.at(-1);
    const session = last === undefined ? undefined : sessions.byId(last.id);
    if (decision === 'pending') {
      if (session !== undefined) session.due = null;
      applicant.state = 'PENDING';
      records.reopened(onboardingId, clock.now());
      return applicant.state;
    }
    const code = forcedCode[decision];
    const verdict: Verdict = {
      decision, on: 'submit', minutes: 0, ...(code === undefined ? {} : { reasonCode: code }), ...(reasons === undefined ? {} : { reasons }),
    };
    if (session === undefined) decided(applicant, verdict, clock.now());
    else sessions.decide(session, verdict);
    return verdictState[decision];
  }

  const config = { veriffOrigin, sessionHosts: 'localhost:*' };
  const control = createControl({ onboard, decide, config }, calls);

  return {
    page: (request) => (new URL(request.url).pathname === ENDPOINT ? exchange : control.handler)(request),
    veriff, baanx, onboard, decide, config,
    handles: (pathname) => pathname === ENDPOINT || control.paths.has(pathname),
  };
}
