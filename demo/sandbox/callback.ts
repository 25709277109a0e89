const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Where Veriff's page may lead at its end: an absolute URL, or null for what is none.
 *
 * Veriff takes `https` only. The sandbox also takes `http` of this machine, where a demo page stands.
 * @param base what a path is resolved against; without it the text must be absolute
 */
export function callbackUrl(text: unknown, base?: string): string | null {
  if (typeof text !== 'string' || text === '' || !URL.canParse(text, base)) return null;
  const { protocol, hostname, username, password, href } = new URL(text, base);
  if (username !== '' || password !== '') return null;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)) ? href : null;
}

/** Stands in the query of a callback for the id of the onboarding, which is not known before it is made. */
const PLACE = '{onboardingId}';

export function withOnboardingId(callback: string, onboardingId: string): string {
  return callback.replaceAll(PLACE, encodeURIComponent(onboardingId));
}
