/** Whom the partner's server asks: Baanx, which is a customer of Veriff's, or Veriff itself. */
export type Vendor = 'baanx' | 'veriff';
/** The words Baanx has for a verification. Veriff's own also say that pictures are wanted again, and that a session has ended. */
export type BaanxState = 'UNVERIFIED' | 'PENDING' | 'VERIFIED' | 'REJECTED';
export type Decision = 'approve' | 'decline' | 'resubmit' | 'expire';
export type ScenarioGroup = 'journey' | 'error' | 'network';

/** What Veriff decides about one attempt, and when. */
export interface Verdict {
  decision: Decision;
  /** The event of the person's that sets the review going. */
  on: 'start' | 'submit';
  /** Length of the review in minutes; divided by the sandbox's speed. */
  minutes: number;
  /** Veriff's granular reason code: one for each decision. */
  reasonCode?: number;
}

/** A call that goes wrong. */
export interface Fault {
  /** Who answers instead: what stands between the page and the endpoint, or the vendor behind it. */
  at: 'network' | 'vendor';
  status: number;
  body: string;
  type: 'json' | 'text' | 'html';
  retryAfter?: number;
  /** How many calls fail before the first works; without it all fail. The endpoint makes two of a call that the vendor fails. */
  times?: number;
}

export interface Scenario {
  name: string;
  label: string;
  group: ScenarioGroup;
  description: string;
  /** Whom it needs, unless another is asked for; default Baanx. */
  vendor?: Vendor;
  /** It happens to a signed-in user only. */
  reverify?: true;
  /** One per attempt; the last one repeats. */
  verdicts: readonly Verdict[];
  /** The vendor's word when the person arrives; default UNVERIFIED. */
  initial?: BaanxState;
  /** Baanx's onboarding record is closed once documents are sent. */
  closesOnSubmit?: true;
  exchangeFault?: Fault;
  statusFault?: Fault;
  /** Given in place of Veriff's own session URL. */
  sessionUrl?: string;
  frame?: 'blocked' | 'silent' | 'force-reload';
  /** Milliseconds (real ones) that each request is on its way. */
  latency?: number;
}

const HOSTILE_URL = 'javascript:document.title="owned"';
const approve: Verdict = { decision: 'approve', on: 'submit', minutes: 8 };
const message = (text: string): string => JSON.stringify({ message: text });
const nested = message(
  JSON.stringify({ error: { status: 500, message: 'Something went wrong, please contact support.', errorCode: null } }),
);
const page = (title: string): string => `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

const journey = (name: string, label: string, description: string, rest: Partial<Scenario> = {}): Scenario => ({
  name, label, group: 'journey', description, verdicts: [approve], ...rest,
});

const faults: Readonly<Record<number, Fault & { what: string }>> = {
  400: { at: 'vendor', status: 400, type: 'json', body: message('Registration is not in the expected phase'), what: 'the onboarding id is invalid, has expired or is in another step' },
  401: { at: 'network', status: 401, type: 'json', body: message('Not authenticated'), what: 'the partner’s session has ended' },
  403: { at: 'network', status: 403, type: 'json', body: message('Account has not been verified'), what: 'the account may not do this' },
  404: { at: 'vendor', status: 404, type: 'json', body: message('Onboarding session not found'), what: 'no such onboarding' },
  408: { at: 'network', status: 408, type: 'text', body: '', what: 'a proxy gave up; the body is empty' },
  429: { at: 'vendor', status: 429, type: 'json', body: message('Too many requests'), retryAfter: 30, what: 'too many requests, Retry-After: 30' },
  498: { at: 'vendor', status: 498, type: 'json', body: message('Invalid API key'), what: 'Baanx does not know the client key' },
  499: { at: 'vendor', status: 499, type: 'json', body: message('Token Required'), what: 'no client key reached Baanx' },
  500: { at: 'vendor', status: 500, type: 'json', body: nested, what: 'the vendor fails with JSON inside JSON, and the endpoint says 502' },
  503: { at: 'vendor', status: 503, type: 'html', body: page('503 Service Temporarily Unavailable'), what: 'the vendor is down, its front answers with HTML, and the endpoint says 502' },
};

const faultAt = (status: number): Fault => {
  const fault = faults[status];
  if (fault === undefined) throw new Error(`No fault is described for status ${status}`);
  const { what: _what, ...rest } = fault;
  return rest;
};

const exchangeErrors: Scenario[] = [400, 401, 403, 404, 408, 429, 498, 499, 500, 503].map((status) => ({
  name: `error-${status}`, label: `${status} on start`, group: 'error',
  description: `Starting fails: ${faults[status]?.what ?? ''}.`,
  verdicts: [approve], exchangeFault: faultAt(status),
}));

const statusErrors: Scenario[] = [400, 401, 404, 498, 500].map((status) => ({
  name: `status-${status}`, label: `${status} on the first read`, group: 'error',
  description: status === 500 ? 'The first status read fails (502); later ones work.' : `The first status read fails with ${status}; later ones work.`,
  verdicts: [approve],
  statusFault: {
    ...faultAt(status), times: status === 500 ? 2 : 1,
    // The status call has its own words for a record that is gone.
    ...(status === 400 ? { body: message('Invalid onboarding ID') } : {}),
  },
}));

const error = (name: string, label: string, description: string, rest: Partial<Scenario>): Scenario => ({
  name, label, group: 'error', description, verdicts: [approve], ...rest,
});
const network = (name: string, label: string, description: string, rest: Partial<Scenario>): Scenario => ({
  name, label, group: 'network', description, verdicts: [approve], ...rest,
});

export const scenarios: readonly Scenario[] = [
  journey('approve', 'Approve', 'Verified after a short review.'),
  journey('approve-at-once', 'Approve at once', 'Verified as soon as the documents are sent.', {
    verdicts: [{ decision: 'approve', on: 'submit', minutes: 0 }],
  }),
  journey('decline', 'Decline', 'Not verified, with a reason; another try is allowed at once.', {
    vendor: 'veriff', verdicts: [{ decision: 'decline', on: 'submit', minutes: 8, reasonCode: 120 }],
  }),
  journey('decline-wait', 'Decline, wait a day', 'A signed-in user is not verified; Baanx allows another try after 24 hours.', {
    reverify: true, verdicts: [{ decision: 'decline', on: 'submit', minutes: 8, reasonCode: 102 }],
  }),
  journey('resubmit', 'Ask again', 'The first pictures are unreadable; the second ones are approved, in the same session.', {
    vendor: 'veriff', verdicts: [{ decision: 'resubmit', on: 'submit', minutes: 6, reasonCode: 204 }, approve],
  }),
  journey('expire', 'Expire', 'The first session is abandoned soon after it is begun; the next one is fine.', {
    vendor: 'veriff', verdicts: [{ decision: 'expire', on: 'start', minutes: 3 }, approve],
  }),
  journey('slow-review', 'Slow review', 'In review for 30 minutes of the sandbox’s time, then verified.', {
    verdicts: [{ decision: 'approve', on: 'submit', minutes: 30 }],
  }),
  journey('record-closed', 'Record closed', 'After the documents are sent Baanx’s status answers 400; only a webhook still brings the verdict.', { closesOnSubmit: true }),
  journey('already-pending', 'Already pending', 'PENDING from an earlier visit that was never finished.', { initial: 'PENDING' }),
  journey('already-verified', 'Already verified', 'Verified before the page was opened.', { initial: 'VERIFIED' }),
  journey('already-rejected', 'Already rejected', 'Rejected two days ago; the next try is approved.', {
    initial: 'REJECTED',
  }),
  ...exchangeErrors,
  ...statusErrors,
  error('bad-response', '200 with HTML', 'Starting gets a page of a captive portal in place of JSON.', {
    exchangeFault: { at: 'network', status: 200, type: 'html', body: page('Sign in to this network') },
  }),
  error('bad-session-url', 'Bad session URL', 'The page is handed a javascript: URL, past the endpoint.', {
    exchangeFault: { at: 'network', status: 200, type: 'json', body: JSON.stringify({ sessionUrl: HOSTILE_URL }) },
  }),
  error('vendor-session-url', 'Bad session URL upstream', 'The vendor hands out a javascript: URL, and the endpoint refuses it (502).', { sessionUrl: HOSTILE_URL }),
  error('frame-blocked', 'Frame blocked', 'Veriff’s page refuses to be framed (X-Frame-Options: DENY).', { frame: 'blocked' }),
  error('frame-silent', 'Frame silent', 'Veriff’s page loads and never says a word.', { frame: 'silent' }),
  error('force-reload', 'Forced reload', 'Veriff’s page asks once to be reloaded.', { frame: 'force-reload' }),
  network('slow', 'Slow', 'Each request is on its way for 4 seconds.', { latency: 4000 }),
  network('very-slow', 'Very slow', 'Each request is on its way for 12 seconds.', { latency: 12_000 }),
  network('flaky', 'Flaky', 'A front answers the first two starts with 503, the third works.', {
    exchangeFault: { ...faultAt(503), at: 'network', times: 2 },
  }),
];

export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name);
}
