import { isSessionOrigin, parseHosts, sessionOrigin } from './session-url.js';

/** Veriff moves between these within one session (domain, section 1); the attribute `allow` takes no wildcards. */
export const FRAME_ORIGINS: readonly string[] = [
  'https://magic.veriff.me',
  'https://magic.us.veriff.me',
  'https://alchemy.veriff.com',
  'https://saas.veriff.com',
  'https://eu.veriff.com',
  'https://us.veriff.com',
];

/**
 * The origins by which can be told what a page lets Veriff's frame do: for a wildcard the first of Veriff's that it covers. A
 * pattern that names no origin, as a wildcard of another host or any port, adds none.
 */
export function sampleOrigins(sessionHosts: string): readonly string[] {
  const samples = parseHosts(sessionHosts).flatMap((pattern) =>
    pattern.startsWith('*.')
      ? [FRAME_ORIGINS.find((origin) => isSessionOrigin(origin, pattern)) ?? null]
      : ['https', 'http'].map((scheme) => sessionOrigin(`${scheme}://${pattern}`, sessionHosts)),
  );
  return [...new Set(samples.filter((origin) => origin !== null))];
}
