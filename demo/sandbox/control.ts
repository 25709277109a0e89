import type { PendingMode } from './baanx-store.js';
import { callbackUrl } from './callback.js';
import type { CallLog } from './call-log.js';
import { canaries } from './canaries.js';
import { type Handler, json, readObject } from './handler.js';
import { type Decision, findScenario, type Scenario, scenarios, type Vendor } from './scenarios.js';

/** What a caller of the control API can force; `pending`: no verdict until one is forced. */
export type ForcedDecision = Decision | 'pending';

export interface Onboarding {
  scenario: Scenario;
  /** Whom the partner's server asks. */
  vendor: Vendor;
  /** Whether that vendor's webhooks reach the partner. */
  webhooks: boolean;
  pending: PendingMode;
  /** Seconds of review that pass in a second of the clock. */
  speed: number;
  us: boolean;
  /** Past registration and signed in. */
  reverify: boolean;
  /** Where Veriff's page leads at its end, once it is not framed; `{onboardingId}` in its query stands for the id. */
  callback: string | null;
}

/** What the partner knows of somebody, for a page that was opened with the id. */
export interface Visit extends Pick<Onboarding, 'vendor' | 'webhooks' | 'pending' | 'speed' | 'us' | 'reverify'> {
  scenario: string;
  /** The value of `sandbox_user` for a signed-in user. */
  cookie: string | null;
}

/** What the doors open on. */
export interface Doors {
  /** Makes a person; `cookie` is the value of `sandbox_user` for a signed-in user. */
  onboard(onboarding: Onboarding): Promise<{ onboardingId: string; vendor: Vendor; reverify: boolean; cookie: string | null }>;
  /** Somebody who was made before comes back, perhaps with another device; a user past registration is signed in there. */
  visit(onboardingId: string): Visit | undefined;
  /** Forces a verdict now. */
  decide(onboardingId: string, decision: ForcedDecision): 'done' | 'unknown' | 'no-session';
  readonly config: { veriffOrigin: string; sessionHosts: string };
}

const DECISIONS: ReadonlySet<string> = new Set(['approve', 'decline', 'resubmit', 'expire', 'pending'] satisfies ForcedDecision[]);
const isDecision = (value: unknown): value is ForcedDecision => typeof value === 'string' && DECISIONS.has(value);

const signedIn = (cookie: string | null): Record<string, string> =>
  cookie === null ? {} : { 'set-cookie': `sandbox_user=${cookie}; Path=/; HttpOnly; SameSite=Lax` };

const bad = (message: string): Response => json(400, { message });

type Route = (request: Request) => Response | Promise<Response>;

/** The sandbox's own doors, for the demo page and for tests; no partner has them. */
export function createControl(sandbox: Doors, calls: CallLog): { handler: Handler; paths: ReadonlySet<string> } {
  const routes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
    '/sandbox/onboardings': { POST: onboard },
    '/sandbox/visits': { POST: visit },
    '/sandbox/decide': { POST: decide },
    '/sandbox/scenarios': {
      GET: () => json(200, scenarios.map(({ name, label, group, description }) => ({ name, label, group, description }))),
    },
    '/sandbox/config': { GET: () => json(200, sandbox.config) },
    '/sandbox/canaries': { GET: () => json(200, canaries()) },
    '/sandbox/refused': { GET: () => json(200, calls.refusals) },
    '/sandbox/calls': {
      GET: (request) => {
        const query = new URL(request.url).searchParams;
        return json(200, calls.list(query.get('onboardingId') ?? '', Number(query.get('after') ?? 0) || 0));
      },
    },
  };

  async function onboard(request: Request): Promise<Response> {
    const text = await request.clone().text();
    const body = text === '' ? {} : await readObject(request);
    if (body === null) return bad('The body must be a JSON object.');
    const { scenario = 'approve', pending = 'on-submit', speed = 60, us = false, reverify = false, webhooks = true } = body;
    const found = typeof scenario === 'string' ? findScenario(scenario) : undefined;
    if (found === undefined) return bad('There is no such scenario; GET /sandbox/scenarios lists them.');
    if (pending !== 'on-submit' && pending !== 'on-create') return bad('pending is "on-submit" or "on-create".');
    if (typeof speed !== 'number' || !(speed > 0 && speed <= 1e6)) return bad('speed is a number above 0, at most 1,000,000.');
    if (typeof us !== 'boolean' || typeof reverify !== 'boolean' || typeof webhooks !== 'boolean') {
      return bad('us, reverify and webhooks are true or false.');
    }
    const vendor = body['provider'] ?? found.vendor ?? 'baanx';
    if (vendor !== 'baanx' && vendor !== 'veriff') return bad('provider is "baanx" or "veriff".');
    const callback = body['callback'] === undefined ? null : callbackUrl(body['callback'], new URL(request.url).origin);
    if (body['callback'] !== undefined && callback === null) return bad('callback is a path, an https URL, or an http URL of this machine.');
    const { cookie, ...made } = await sandbox.onboard({ scenario: found, vendor, webhooks, pending, speed, us, reverify, callback });
    return json(201, { onboardingId: made.onboardingId, provider: made.vendor, reverify: made.reverify }, signedIn(cookie));
  }

  async function visit(request: Request): Promise<Response> {
    const { onboardingId } = (await readObject(request)) ?? {};
    if (typeof onboardingId !== 'string') return bad('onboardingId is missing.');
    const found = sandbox.visit(onboardingId);
    if (found === undefined) return json(404, { message: 'There is no such onboarding.' });
    const { cookie, vendor: provider, ...rest } = found;
    return json(200, { onboardingId, provider, ...rest }, signedIn(cookie));
  }

  async function decide(request: Request): Promise<Response> {
    const body = await readObject(request);
    const { onboardingId, decision } = body ?? {};
    if (typeof onboardingId !== 'string') return bad('onboardingId is missing.');
    if (!isDecision(decision)) return bad(`decision is one of ${[...DECISIONS].join(', ')}.`);
    switch (sandbox.decide(onboardingId, decision)) {
      case 'unknown': return json(404, { message: 'There is no such onboarding.' });
      case 'no-session': return json(409, { message: 'Veriff has no session of this person yet.' });
      case 'done': return json(200, {});
    }
  }

  const handler: Handler = async (request) => {
    const methods = routes[new URL(request.url).pathname];
    if (methods === undefined) return json(404, { message: 'There is nothing here.' });
    const route = methods[request.method];
    return route === undefined ? json(405, { message: 'Wrong method.' }, { allow: Object.keys(methods).join(', ') }) : route(request);
  };
  return { handler, paths: new Set(Object.keys(routes)) };
}
