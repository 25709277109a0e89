import type { Logger } from '../../src/server/index.js';
import { createBaanx } from './baanx.js';
import { faultResponse } from './baanx-bodies.js';
import { createBaanxDesk } from './baanx-desk.js';
import { type Applicant, BaanxStore, limits, takeFault } from './baanx-store.js';
import { CallLog } from './call-log.js';
import { createControl, type Doors, type ForcedDecision, type Onboarding, type Visit } from './control.js';
import type { Handler } from './handler.js';
import { createNetwork, createVendorFetch } from './network.js';
import { createPartner } from './partner.js';
import type { Decision, Verdict } from './scenarios.js';
import { DAY } from './time.js';
import { createVeriff } from './veriff.js';
import { type Customer, customers } from './veriff-customers.js';
import { decisionBody, eventBody } from './veriff-decisions.js';
import { type Session, type SessionListener, type SessionPlan, VeriffSessions } from './veriff-sessions.js';
import { Webhooks } from './webhooks.js';

export interface SandboxOptions {
  /** The origin under which the `veriff` handler is reached, e.g. `http://localhost:4010`. */
  veriffOrigin: string;
  /** Takes the lines of the partner's endpoint. */
  logger?: Logger;
}

export interface Sandbox extends Doors {
  /** The page's origin: `/api/kyc`, the webhook beneath it, and the doors under `/sandbox/`; 404 for the rest. */
  page: Handler;
  /** The other origin: Veriff's API and the page of its flow. */
  veriff: Handler;
  /** Baanx's API. No page reaches it; here for tests of the emulator. */
  baanx: Handler;
  /** Whether `page` answers for this path. */
  handles(pathname: string): boolean;
  /** Settles when webhooks that are under way have been tried. */
  settled(): Promise<void>;
  /** Ends the streams. */
  close(): Promise<void>;
}

const ENDPOINT = '/api/kyc';
const WEBHOOK = `${ENDPOINT}/webhook`;
/** Veriff's reason codes for verdicts that are forced. */
const forcedCode: Partial<Record<Decision, number>> = { decline: 120, resubmit: 204 };

/** What the scenario has for the present attempt; its last verdict repeats. */
function nextVerdict(applicant: Applicant | undefined): Verdict {
  const verdicts = applicant?.scenario.verdicts ?? [];
  return verdicts[applicant?.verdicts ?? 0] ?? verdicts.at(-1) ?? { decision: 'approve', on: 'submit', minutes: 0 };
}

function forced(decision: Decision): Verdict {
  const reasonCode = forcedCode[decision];
  return { decision, on: 'submit', minutes: 0, ...(reasonCode === undefined ? {} : { reasonCode }) };
}

/** The two vendors, the partner's server between them and the page, and the doors to steer them. */
export function createSandbox({ veriffOrigin, logger }: SandboxOptions): Sandbox {
  const sessionHosts = new URL(veriffOrigin).host;
  const store = new BaanxStore();
  const calls = new CallLog();
  const webhooks = new Webhooks((request) => partner.endpoint(request), `https://tarnwell.example${WEBHOOK}`, calls);
  const desk = createBaanxDesk(store, changed);
  const personOf = (session: Session): Applicant | undefined => store.findByName(session.vendorData ?? '');

  /** Veriff's news go to whose session it is: Baanx, in process, or the partner. */
  const partnersNews: SessionListener = {
    event(session, action) {
      const person = personOf(session);
      if (person !== undefined && action !== 'flow_cancelled') webhooks.veriff(person, eventBody(session, action));
    },
    decision(session) {
      const person = personOf(session);
      if (person === undefined) return;
      person.verdicts += 1;
      webhooks.veriff(person, decisionBody(session));
    },
  };
  const newsOf = (session: Session): SessionListener => (session.customer === customers.Baanx ? desk : partnersNews);
  const sessions = new VeriffSessions({
    event: (session, action, at) => newsOf(session).event(session, action, at),
    decision: (session, verdict, at) => newsOf(session).decision(session, verdict, at),
  });

  const veriff = createVeriff({
    origin: veriffOrigin, sessions, planFor,
    fault(customer, vendorData, kind) {
      // What goes wrong between Baanx and Veriff is Baanx's own matter.
      const person = customer === customers.partner ? store.findByName(vendorData ?? '') : undefined;
      const fault = person && takeFault(person, kind, 'vendor');
      return fault && faultResponse(fault);
    },
    refused: (kind, request, status) => calls.refused('Veriff', kind, request, status),
  });
  const baanx = createBaanx({
    store, veriff, veriffOrigin,
    settle: () => sessions.settle(),
    stateChanged: changed,
    refused: (kind, request, status) => calls.refused('Baanx', kind, request, status),
  });
  const fetch = createVendorFetch({ baanx, veriff, store, sessions, calls });
  const partner = createPartner({ store, fetch, sessionHosts, ...(logger === undefined ? {} : { logger }) });
  const endpoint = createNetwork(partner, calls);

  function changed(applicant: Applicant, at: number): void {
    if (applicant.vendor === 'baanx') webhooks.baanx(applicant, at);
  }

  function planFor(customer: Customer, vendorData: string | null): SessionPlan {
    const person = store.findByName(vendorData ?? '');
    // A link that works once is a rule of Baanx's, for users past registration.
    const singleUse = customer === customers.Baanx && person?.registered === true;
    return {
      verdict: () => nextVerdict(person), frame: person?.scenario.frame, speed: person?.speed ?? 1,
      sessionUrl: customer === customers.partner ? person?.scenario.sessionUrl : undefined,
      callback: person?.callback ?? null,
      singleUse, lifetime: singleUse ? limits.userUrl : limits.registrationUrl,
    };
  }

  async function onboard({ reverify, ...rest }: Onboarding): ReturnType<Doors['onboard']> {
    const registered = reverify || rest.scenario.reverify === true;
    const person = store.create({ ...rest, registered });
    if (person.vendor === 'veriff') await bringUp(person);
    return { onboardingId: person.onboardingId, vendor: person.vendor, reverify: registered, cookie: registered ? partner.signIn(person) : null };
  }

  function visit(onboardingId: string): Visit | undefined {
    const person = store.find(onboardingId);
    if (person === undefined) return undefined;
    const { scenario, vendor, webhooks, pending, speed, us, registered } = person;
    return { scenario: scenario.name, vendor, webhooks, pending, speed, us, reverify: registered, cookie: registered ? partner.signIn(person) : null };
  }

  /** Baanx has a word for somebody who was there before; Veriff has a session. */
  async function bringUp(person: Applicant): Promise<void> {
    const { initial = 'UNVERIFIED' } = person.scenario;
    if (initial === 'UNVERIFIED') return;
    const vendorData = person.registered ? person.userId : person.onboardingId;
    const plan = planFor(customers.partner, vendorData);
    const session = await sessions.create({ customer: customers.partner, vendorData, endUserId: null, callback: null, plan });
    sessions.start(session);
    sessions.submit(session);
    sessions.hold(session);
    if (initial !== 'PENDING') sessions.decide(session, forced(initial === 'VERIFIED' ? 'approve' : 'decline'), Date.now() - 2 * DAY);
    // Who was there before is known before this visit begins.
    await webhooks.settled();
  }

  function decide(onboardingId: string, decision: ForcedDecision): ReturnType<Doors['decide']> {
    const person = store.find(onboardingId);
    if (person === undefined) return 'unknown';
    sessions.settle();
    const session = person.vendor === 'veriff'
      ? sessions.latest(customers.partner, person.registered ? person.userId : onboardingId)
      : sessions.byId(person.sessions.at(-1)?.id ?? '');
    if (decision === 'pending') {
      if (session !== undefined) sessions.hold(session);
      if (person.vendor === 'baanx') {
        person.state = 'PENDING';
        changed(person, Date.now());
      }
      return 'done';
    }
    if (session !== undefined) sessions.decide(session, forced(decision));
    else if (person.vendor === 'baanx') desk.decided(person, forced(decision), Date.now());
    else return 'no-session';
    return 'done';
  }

  const config = { veriffOrigin, sessionHosts };
  const control = createControl({ onboard, visit, decide, config }, calls);

  return {
    page(request) {
      const { pathname } = new URL(request.url);
      if (pathname === ENDPOINT) return endpoint(request);
      return pathname === WEBHOOK ? partner.endpoint(request) : control.handler(request);
    },
    veriff, baanx, onboard, visit, decide, config,
    handles: (pathname) => pathname === ENDPOINT || pathname === WEBHOOK || control.paths.has(pathname),
    settled: () => webhooks.settled(),
    close: () => partner.close(),
  };
}
