/** What the studio reads of a custom-elements manifest. */
export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

export interface Named {
  readonly name: string;
  readonly description?: string;
}

export interface DocumentedProperty extends Named {
  readonly default?: string;
  /** As `@property` has it, e.g. `<color>`. */
  readonly syntax?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly DocumentedProperty[];
  readonly cssStates?: readonly Named[];
  readonly slots?: readonly Named[];
}

/** All that a designer can name of the element. */
export interface ElementNames {
  readonly parts: readonly Named[];
  readonly properties: readonly DocumentedProperty[];
  readonly states: readonly Named[];
  readonly slots: readonly Named[];
}

export const TAG = 'kyc-verification';

export function namesOf({ modules }: Manifest): ElementNames {
  const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === TAG);
  if (element === undefined) throw new Error(`The manifest has no <${TAG}>.`);
  const { cssParts: parts = [], cssProperties: properties = [], cssStates: states = [], slots = [] } = element;
  return { parts, properties, states, slots };
}
