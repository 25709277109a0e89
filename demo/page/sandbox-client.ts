import type { Settings, Vendor } from './settings.js';

export interface Scenario {
  readonly name: string;
  readonly label: string;
  readonly group: string;
  readonly description: string;
}

/** A call to the token-exchange endpoint, or of the endpoint's to a vendor. */
export interface Call {
  readonly n: number;
  readonly at: string;
  readonly from: 'page' | 'endpoint' | 'Baanx' | 'Veriff';
  readonly to: 'endpoint' | 'Baanx' | 'Veriff';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly stream: boolean;
}

export interface Onboarding {
  readonly onboardingId: string;
  readonly provider: Vendor;
  /** As it was asked for, or as the scenario needs it. */
  readonly reverify: boolean;
}

/** What the sandbox knows of an onboarding that was made before. */
export interface Visit extends Onboarding, Pick<Settings, 'scenario' | 'pending' | 'speed' | 'us' | 'webhooks'> {}

export type Decision = 'approve' | 'decline' | 'resubmit' | 'expire' | 'pending';

/** A cut connection is the page's own doing; for the sandbox it is the plain journey. */
export const OFFLINE: Scenario = {
  name: 'offline',
  label: 'Offline',
  group: 'network',
  description: 'Every call to the endpoint fails in the browser, until the connection is put back below.',
};

/** Throws, in words for the panel, when the sandbox is not reachable or refuses. */
async function ask<T>(path: string, body?: unknown): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, init).catch(() => {
    throw new Error('The sandbox cannot be reached. Is it running (npm start)?');
  });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${path}.`);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export async function listScenarios(): Promise<Scenario[]> {
  const scenarios = await ask<Scenario[]>('/sandbox/scenarios');
  return scenarios.some(({ name }) => name === OFFLINE.name) ? scenarios : [...scenarios, OFFLINE];
}

export function readConfig(): Promise<{ sessionHosts: string }> {
  return ask('/sandbox/config');
}

/**
 * Makes a new onboarding that will go as the settings say.
 * @param callback where Veriff's page leads at its end when the browser was sent there; `{onboardingId}` stands for the id
 */
export function createOnboarding(settings: Settings, callback?: string): Promise<Onboarding> {
  const { scenario, pending, speed, us, reverify, provider, webhooks } = settings;
  return ask('/sandbox/onboardings', {
    scenario: scenario === OFFLINE.name ? 'approve' : scenario,
    pending,
    speed,
    us,
    reverify,
    webhooks,
    // Veriff takes a secure address only.
    ...(callback !== undefined && isSecureContext ? { callback } : {}),
    ...(provider ? { provider } : {}),
  });
}

/** The onboarding of that id, or null if the sandbox has none. Whoever is past registration is signed in by this. */
export async function visitOnboarding(onboardingId: string): Promise<Visit | null> {
  return ask<Visit>('/sandbox/visits', { onboardingId }).catch(() => null);
}

export function listCalls(onboardingId: string, after: number): Promise<Call[]> {
  return ask(`/sandbox/calls?onboardingId=${encodeURIComponent(onboardingId)}&after=${after}`);
}

export async function decide(onboardingId: string, decision: Decision): Promise<void> {
  await ask('/sandbox/decide', { onboardingId, decision });
}
