export type Verdict = 'allowed' | 'blocked' | 'unknown';

/** What holds for all; `unknown` where they differ, for nobody knows which a session's will be, and where there are none. */
export function verdictOf(allowed: readonly (boolean | undefined)[]): Verdict {
  const [first] = allowed;
  if (first === undefined || allowed.some((one) => one !== first)) return 'unknown';
  return first ? 'allowed' : 'blocked';
}
