import { BoundedMap } from './bounded-map.js';
import type { Decision, Scenario, Verdict } from './scenarios.js';
import { DAY, later, MINUTE, type Timer } from './time.js';
import type { Customer } from './veriff-customers.js';
import { sessionToken } from './veriff-token.js';

export type SessionStatus =
  | 'created' | 'started' | 'submitted' | 'approved' | 'declined' | 'resubmission_requested' | 'expired' | 'abandoned';

/** How the sandbox wants one session to go; Veriff's own customers settle this in their integration. */
export interface SessionPlan {
  /** What comes of the present attempt. */
  verdict(): Verdict;
  frame: Scenario['frame'];
  /** Given in place of the session's own. */
  sessionUrl: string | undefined;
  /** Where the page of the flow leads at its end, in place of what the session asks for. */
  callback: string | null;
  /** Seconds of review that pass in a second of the clock. */
  speed: number;
  /** The link works once, and for this long (milliseconds). */
  singleUse: boolean;
  lifetime: number;
}

export interface Session {
  readonly id: string;
  readonly token: string;
  readonly customer: Customer;
  readonly vendorData: string | null;
  readonly endUserId: string | null;
  /** Where its page leads at its end, once it is not framed. */
  readonly callback: string | null;
  readonly plan: SessionPlan;
  readonly createdAt: number;
  attemptId: string;
  status: SessionStatus;
  submittedAt: number | null;
  resubmissions: number;
  /** A verdict under way and when it falls. */
  due: { at: number; verdict: Verdict } | null;
  /** For what is due next. */
  timer: Timer | undefined;
  decided: { at: number; verdict: Verdict } | null;
  /** How often the page may still be loaded, for a link that works once. */
  loadsLeft: number;
  forceReload: boolean;
}

/** Told of what Veriff's webhooks say. */
export interface SessionListener {
  event(session: Session, action: 'started' | 'submitted' | 'flow_cancelled', at: number): void;
  decision(session: Session, verdict: Verdict, at: number): void;
}

/** Veriff allows 9 resubmissions; the tenth try is declined. */
const MAX_RESUBMISSIONS = 9;
const SESSION_LIFETIME = 7 * DAY;
const CONCLUSIVE: ReadonlySet<SessionStatus> = new Set(['approved', 'declined', 'expired', 'abandoned']);

export const isConclusive = (session: Session): boolean => CONCLUSIVE.has(session.status);

const statusAfter = (decision: Decision, session: Session): SessionStatus => {
  switch (decision) {
    case 'approve': return 'approved';
    case 'decline': return 'declined';
    case 'resubmit': return 'resubmission_requested';
    case 'expire': return session.status === 'created' ? 'expired' : 'abandoned';
  }
};

/** Owns the sessions and their course. Verdicts fall when they are due, or when somebody looks just before the timer does. */
export class VeriffSessions {
  readonly #byToken = new BoundedMap<string, Session>(5000);
  readonly #byId = new BoundedMap<string, Session>(5000);
  readonly #listener: SessionListener;

  constructor(listener: SessionListener) {
    this.#listener = listener;
  }

  async create(input: Pick<Session, 'customer' | 'vendorData' | 'endUserId' | 'callback' | 'plan'>): Promise<Session> {
    const id = crypto.randomUUID();
    const createdAt = Date.now();
    const session: Session = {
      ...input, id, createdAt, token: await sessionToken(id, input.customer, createdAt), attemptId: crypto.randomUUID(),
      status: 'created', submittedAt: null, resubmissions: 0, due: null, timer: undefined, decided: null,
      loadsLeft: input.plan.singleUse ? 1 : Number.POSITIVE_INFINITY, forceReload: input.plan.frame === 'force-reload',
    };
    this.#byToken.set(session.token, session);
    this.#byId.set(id, session);
    this.#arm(session);
    return session;
  }

  byToken(token: string): Session | undefined {
    return this.#settled(this.#byToken.get(token));
  }

  byId(id: string): Session | undefined {
    return this.#settled(this.#byId.get(id));
  }

  /** A customer's latest session with that `vendorData`. */
  latest(customer: Customer, vendorData: string): Session | undefined {
    const all = [...this.#byId.values()];
    return this.#settled(all.findLast((session) => session.customer === customer && session.vendorData === vendorData));
  }

  /** Lets every verdict fall that is due by now. */
  settle(): void {
    for (const session of this.#byId.values()) this.#settled(session);
  }

  /** Whether the link can still be opened to go through the flow. */
  linkWorks(session: Session): boolean {
    return session.loadsLeft > 0 && Date.now() < session.createdAt + session.plan.lifetime;
  }

  /** The person began, anew after a resubmission too. False if the session has ended. */
  start(session: Session): boolean {
    if (isConclusive(session)) return false;
    if (session.status === 'submitted' || session.status === 'resubmission_requested') {
      session.attemptId = crypto.randomUUID();
      session.due = null;
    }
    session.status = 'started';
    const now = Date.now();
    this.#listener.event(session, 'started', now);
    this.#schedule(session, 'start', now);
    this.#arm(session);
    return true;
  }

  /** The documents were sent; it can happen more than once. False if the session has ended or was never begun. */
  submit(session: Session): boolean {
    if (session.status !== 'started') return session.status === 'submitted';
    const now = Date.now();
    session.status = 'submitted';
    session.submittedAt = now;
    // A page reached by a link that works once is spent by now.
    if (session.plan.singleUse) session.loadsLeft = 0;
    this.#listener.event(session, 'submitted', now);
    this.#schedule(session, 'submit', now);
    this.#arm(session);
    return true;
  }

  /** The person left without sending anything: a link that works once is spent. */
  leave(session: Session): void {
    if (session.plan.singleUse) session.loadsLeft = 0;
    this.#listener.event(session, 'flow_cancelled', Date.now());
  }

  /** A verdict, whatever was planned. */
  decide(session: Session, verdict: Verdict, at = Date.now()): void {
    this.#conclude(session, verdict, at);
  }

  /** No verdict before one is forced. */
  hold(session: Session): void {
    session.due = null;
    this.#arm(session);
  }

  #arm(session: Session): void {
    clearTimeout(session.timer);
    const end = session.status === 'submitted' ? undefined : session.createdAt + SESSION_LIFETIME;
    const at = session.due?.at ?? end;
    if (at === undefined || isConclusive(session)) return;
    session.timer = later(() => {
      this.#settled(session);
      // A timer may go off a moment early.
      this.#arm(session);
    }, Math.max(0, Math.ceil(at - Date.now())));
  }

  #schedule(session: Session, on: Verdict['on'], now: number): void {
    const verdict = session.plan.verdict();
    if (verdict.on !== on) return;
    session.due = { at: now + (verdict.minutes * MINUTE) / session.plan.speed, verdict };
  }

  #settled(session: Session | undefined): Session | undefined {
    if (session === undefined) return undefined;
    const now = Date.now();
    if (session.due !== null && session.due.at <= now) this.#conclude(session, session.due.verdict, session.due.at);
    const end = session.createdAt + SESSION_LIFETIME;
    if (now >= end && !isConclusive(session) && session.status !== 'submitted') {
      this.#conclude(session, { decision: 'expire', on: 'start', minutes: 0 }, end);
    }
    return session;
  }

  #conclude(session: Session, planned: Verdict, at: number): void {
    const tooMany = planned.decision === 'resubmit' && session.resubmissions >= MAX_RESUBMISSIONS;
    const verdict: Verdict = tooMany ? { decision: 'decline', on: 'submit', minutes: 0, reasonCode: 539 } : planned;
    session.due = null;
    session.status = statusAfter(verdict.decision, session);
    session.decided = { at, verdict };
    if (verdict.decision === 'resubmit') {
      session.resubmissions += 1;
      // The same link is to be used again.
      if (session.plan.singleUse) session.loadsLeft = 1;
    }
    this.#arm(session);
    this.#listener.decision(session, verdict, at);
  }
}
