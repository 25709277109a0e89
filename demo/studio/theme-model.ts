import { closersOf } from './css-text.js';
import { TAG } from './manifest-names.js';

/** What a designer has changed; a theme of the shelf, the start, comes before it. */
export interface Theme {
  /** Name of the start, or empty for the element's own look. */
  readonly start: string;
  /** By the property's name. What is not here is as the start has it. */
  readonly properties: ReadonlyMap<string, PropertyValue>;
  /** Own rules, as they are typed. */
  readonly rules: string;
}

/** As it is typed: it may be no CSS. */
export interface PropertyValue {
  readonly light: string;
  /** Only once it was touched: until then dark is as light. */
  readonly dark?: string;
}

/** A theme of the shelf. */
export interface StartTheme {
  readonly name: string;
  readonly title: string;
  /** One line. */
  readonly description: string;
  readonly css: string;
}

export const NO_THEME: Theme = { start: '', properties: new Map(), rules: '' };

export function withProperty(theme: Theme, name: string, value: PropertyValue | null): Theme {
  const properties = new Map(theme.properties);
  if (value === null) properties.delete(name);
  else properties.set(name, value);
  return { ...theme, properties };
}

/** One value for both schemes, which the element's `color-scheme` chooses from. */
export function valueText({ light, dark }: PropertyValue): string {
  return dark === undefined ? light.trim() : `light-dark(${light.trim()}, ${dark.trim()})`;
}

/** What can be used of it: a dark value that is no CSS leaves the light one, a light one that is none leaves nothing. */
export function usable(value: PropertyValue, accepts: (text: string) => boolean): PropertyValue | null {
  const { light, dark } = value;
  if (!accepts(light)) return null;
  return dark === undefined || (accepts(dark) && !isNested(value)) ? value : { light };
}

/** One colour for each scheme within another such pair: nobody means that. */
function isNested({ light, dark = '' }: PropertyValue): boolean {
  return /light-dark\(/i.test(`${light} ${dark}`);
}

/** How many properties hold as they are changed, and how many of the values that were typed do not. */
export function countChanges({ properties }: Theme, accepts: (name: string, text: string) => boolean): { used: number; refused: number } {
  let [used, refused] = [0, 0];
  for (const [name, value] of properties) {
    const holds = usable(value, (text) => accepts(name, text));
    if (holds !== null) used += 1;
    for (const scheme of ['light', 'dark'] as const) if (value[scheme] !== undefined && holds?.[scheme] === undefined) refused += 1;
  }
  return { used, refused };
}

/** The designer's part of the style sheet. `accepts` keeps out what would not be CSS. */
export function ownCss({ properties, rules }: Theme, accepts: (name: string, text: string) => boolean): string {
  const declarations = [...properties].flatMap(([name, value]) => {
    const used = usable(value, (text) => accepts(name, text));
    return used === null ? [] : `  ${name}: ${valueText(used)};\n`;
  });
  const block = declarations.length === 0 ? '' : `${TAG} {\n${declarations.join('')}}\n`;
  return [block, closed(rules.trim())].filter((text) => text !== '').join('\n');
}

function closed(rules: string): string {
  if (rules === '') return '';
  const closers = closersOf(rules);
  return closers.startsWith('}') ? `${rules}\n${closers}\n` : `${rules}${closers}\n`;
}

/** The whole style sheet, as a file. */
export function themeCss(theme: Theme, start: StartTheme | null, accepts: (name: string, text: string) => boolean): string {
  const from = start === null ? 'The element’s own look' : `${start.title} (${start.name}.css)`;
  const header = `/*\n * Theme of <${TAG}>, made with its theme studio.\n * Start: ${from.replaceAll('*/', '')}\n */\n`;
  return [header, start?.css.trim().concat('\n') ?? '', ownCss(theme, accepts)].filter((text) => text !== '').join('\n');
}

/** What a start says of a property; it is plain: what stands last in it holds. */
export function valueIn(start: StartTheme | null, name: string): string | null {
  return start?.css.match(new RegExp(`(?<=${name}:)[^;}]+`, 'g'))?.at(-1)?.trim() ?? null;
}

const DARK = '.dark';
const START = 'start';
const RULES = 'css';
const MAX_VALUE = 1000;

/** What of the theme differs from nothing, as pieces of a fragment. */
export function* themePieces({ start, properties, rules }: Theme): Generator<readonly [key: string, value: string]> {
  if (start !== '') yield [START, start];
  for (const [name, { light, dark }] of properties) {
    yield [name, light];
    if (dark !== undefined) yield [name + DARK, dark];
  }
  if (rules !== '') yield [RULES, rules];
}

/** The theme in such pieces; whatever is unknown or beyond reason is left out. */
export function readTheme(pieces: ReadonlyMap<string, string>, names: { properties: readonly string[]; starts: readonly string[] }): Theme {
  const start = pieces.get(START) ?? '';
  const properties = new Map<string, PropertyValue>();
  const short = (key: string): string | undefined => {
    const value = pieces.get(key);
    return value !== undefined && value.length <= MAX_VALUE ? value : undefined;
  };
  for (const name of names.properties) {
    const light = short(name);
    const dark = short(name + DARK);
    if (light !== undefined) properties.set(name, dark === undefined ? { light } : { light, dark });
  }
  return { start: names.starts.includes(start) ? start : '', properties, rules: pieces.get(RULES) ?? '' };
}
