/** Fails the sequence that breaks a law. */
export function must(holds: boolean, law: string): asserts holds {
  if (!holds) throw new Error(law);
}
