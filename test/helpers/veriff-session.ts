import type { Session } from '../../src/services/endpoint-client.js';

/** The runner under its other name: another origin that serves the same files. */
export const STAND_IN_ORIGIN = `http://127.0.0.1:${location.port}`;
/** The page's own origin serves the stand-in as well. */
export const PAGE_HOST = location.host;
export const STAND_IN_HOST = new URL(STAND_IN_ORIGIN).host;
const STAND_IN_PATH = '/test/helpers/veriff-stand-in.html';

/** A session whose frame says what the test tells it to. */
export function standInSession(query = '', origin = STAND_IN_ORIGIN): Session {
  return { url: `${origin}${STAND_IN_PATH}${query}`, origin, expiresAt: null };
}

export const standInUrl = (origin: string): string => standInSession('', origin).url;

/** A session of the sandbox, whose frame runs Veriff's protocol by itself. */
export async function sandboxSession(scenario = 'approve', options: { readonly reverify?: boolean } = {}): Promise<Session> {
  const { onboardingId } = await post<{ onboardingId: string }>('/sandbox/onboardings', { scenario, ...options });
  const asked = options.reverify === true ? { reverify: true } : { onboardingId };
  const { sessionUrl } = await post<{ sessionUrl: string }>('/api/kyc', asked);
  return { url: sessionUrl, origin: new URL(sessionUrl).origin, expiresAt: null };
}

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}
