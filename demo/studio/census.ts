import type { KycVerificationElement } from '../../src/index.js';

/** Where each name stands: the states of the previews that have it, in their order. */
export interface Census {
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly slots: ReadonlyMap<string, readonly string[]>;
}

export function takeCensus(previews: Iterable<KycVerificationElement>): Census {
  const parts = new Map<string, string[]>();
  const slots = new Map<string, string[]>();
  const note = (map: Map<string, string[]>, name: string, state: string): void => {
    const states = map.get(name) ?? [];
    if (!states.includes(state)) map.set(name, [...states, state]);
  };
  for (const { shadowRoot, state } of previews) {
    for (const { part } of shadowRoot?.querySelectorAll('[part]') ?? []) for (const name of part) note(parts, name, state);
    for (const { name } of shadowRoot?.querySelectorAll('slot') ?? []) note(slots, name, state);
  }
  return { parts, slots };
}
