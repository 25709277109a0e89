import { isSessionOrigin, parseHosts, sessionOrigin } from './session-url.js';

/** Veriff moves between these within one session; the attribute `allow` takes no wildcards. */
export const FRAME_ORIGINS: readonly string[] = [
  'https://magic.veriff.me',
  'https://magic.us.veriff.me',
  'https://alchemy.veriff.com',
  'https://saas.veriff.com',
  'https://eu.veriff.com',
  'https://us.veriff.com',
];

/** Origins by which can be told what a page lets Veriff's frame do. */
export interface SampleOrigins {
  /** Stand for the rest: one for each wildcard. */
  readonly first: readonly string[];
  /** Those of Veriff's that the wildcards cover besides: where a page keeps the first ones away, it may still know one of these. */
  readonly further: readonly string[];
}

/** A pattern that names no origin, as a wildcard of another host or any port, adds none. */
export function sampleOrigins(sessionHosts: string): SampleOrigins {
  const patterns = parseHosts(sessionHosts);
  const covered = patterns.filter(isWildcard).map((pattern) => FRAME_ORIGINS.filter((origin) => isSessionOrigin(origin, pattern)));
  const named = patterns.filter((pattern) => !isWildcard(pattern)).flatMap((host) => ['https', 'http'].map((scheme) => sessionOrigin(`${scheme}://${host}`, sessionHosts)));
  const first = new Set([...covered.flatMap((origins) => origins.slice(0, 1)), ...named.filter((origin) => origin !== null)]);
  const further = new Set(covered.flat().filter((origin) => !first.has(origin)));
  return { first: [...first], further: [...further] };
}

function isWildcard(pattern: string): boolean {
  return pattern.startsWith('*.');
}
