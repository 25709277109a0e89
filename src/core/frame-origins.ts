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

/** Origins by which can be told what a page lets Veriff's frame do. */
export interface SampleOrigins {
  /** Stand for the rest: one for each wildcard. */
  readonly first: readonly string[];
  /** Those of Veriff's that the wildcards cover besides: where a page keeps the first ones away, it may still know one of these. */
  readonly further: readonly string[];
}

/** A pattern that names no origin, as a wildcard of another host or any port, adds none. */
export function sampleOrigins(sessionHosts: string): SampleOrigins {
  const found = parseHosts(sessionHosts).map((pattern) => {
    const isWildcard = pattern.startsWith('*.');
    const origins = isWildcard ? veriffsUnder(pattern) : ['https', 'http'].map((scheme) => sessionOrigin(`${scheme}://${pattern}`, sessionHosts));
    return { origins: origins.filter((origin) => origin !== null), firsts: isWildcard ? 1 : origins.length };
  });
  const first = new Set(found.flatMap(({ origins, firsts }) => origins.slice(0, firsts)));
  const further = new Set(found.flatMap(({ origins }) => origins).filter((origin) => !first.has(origin)));
  return { first: [...first], further: [...further] };
}

function veriffsUnder(pattern: string): readonly string[] {
  return FRAME_ORIGINS.filter((origin) => isSessionOrigin(origin, pattern));
}
