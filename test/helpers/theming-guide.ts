import { STATES, type KycState } from '../../src/index.js';

/** What the guide for designers says (demo/docs/theming.md): the tests hold the element to its tables. */
export interface Guide {
  readonly parts: readonly Entry[];
  readonly slots: readonly Entry[];
  /** Custom properties with what the guide says of their defaults. */
  readonly properties: ReadonlyMap<string, string>;
  readonly startScreens: readonly KycState[];
  /** `:state(NAME)` that hold for several states. */
  readonly groups: ReadonlyMap<string, readonly KycState[]>;
}

/** Screens that have a name in the guide and share their state with another. */
export const NAMED_SCREENS = ['a warning', 'the code', 'leaving'] as const;
export type ScreenName = KycState | (typeof NAMED_SCREENS)[number];
const SCREENS: readonly ScreenName[] = [...STATES, ...NAMED_SCREENS];

/** A part or a slot, and where it is. */
export interface Entry {
  readonly name: string;
  readonly clauses: readonly Clause[];
}

export interface Clause {
  readonly screens: readonly ScreenName[];
  /** What must be set, or have happened; empty where it always is. */
  readonly condition: string;
}

export async function readGuide(): Promise<Guide> {
  const text = await (await fetch('/demo/docs/theming.md')).text();
  const startScreens = statesIn(textOf(text, /“Start screens” are ([^.]*)\./));
  for (const name of NAMED_SCREENS) textOf(text, new RegExp(`(“${name}”)`, 'i'));
  const entries = (title: string): Entry[] =>
    rowsOf(text, title).flatMap(([names = '', where = '']) => codes(names).map((name) => ({ name, clauses: clausesOf(where, name, startScreens) })));
  const properties = rowsOf(text, 'Custom properties').flatMap(([names = '', fallback = '']) => codes(names).map((name) => [name, fallback] as const));
  const groups = sectionOf(text, 'States').matchAll(/`:state\(([a-z]+)\)` in (`\w+`(?:\s+and\s+`\w+`)*)/g);
  return {
    parts: entries('Parts'),
    slots: entries('Slots'),
    properties: new Map(properties),
    startScreens,
    groups: new Map([...groups].map(([, name = '', states = '']) => [name, statesIn(states)])),
  };
}

/** The names that are on a screen on which those conditions hold. */
export function namesIn(entries: readonly Entry[], screen: ScreenName, holds: readonly string[] = []): string[] {
  const isThere = ({ screens, condition }: Clause): boolean => screens.includes(screen) && (condition === '' || holds.includes(condition));
  return entries.filter(({ clauses }) => clauses.some(isThere)).map(({ name }) => name);
}

function sectionOf(text: string, title: string): string {
  const section = text.split(/^## /m).find((found) => found.startsWith(`${title}\n`));
  if (section === undefined) throw new Error(`No section ${title}.`);
  return section;
}

/** The cells of the section's table, without its head. */
function rowsOf(text: string, title: string): string[][] {
  const lines = sectionOf(text, title).split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** How a clause begins: the screens that it is about. */
const SUBJECT = new RegExp(
  `^(?:all but the start screens|all but(?:(?: and)? \`\\w+\`)+|all|any screen|any button|start screens|the state of that name|${NAMED_SCREENS.join('|')}|\`\\w+\`)`,
);
const NEXT_CLAUSE = new RegExp(`[()]|, (?=\`|all|any|start|${NAMED_SCREENS.join('|')})`);

/** A cell like “start screens, `failed` (`rejected` with reasons)”. Brackets are for the reader: what has a condition is not always there. */
function clausesOf(cell: string, name: string, startScreens: readonly KycState[]): Clause[] {
  return cell
    .split(NEXT_CLAUSE)
    .filter((clause) => clause.trim() !== '')
    .map((clause) => {
      const subject = SUBJECT.exec(clause.trim())?.[0];
      if (subject === undefined) throw new Error(`Not understood: ${clause}`);
      return { screens: screensOf(subject, name, startScreens), condition: clause.trim().slice(subject.length).trim() };
    });
}

function screensOf(subject: string, name: string, startScreens: readonly KycState[]): readonly ScreenName[] {
  if (subject === 'start screens') return startScreens;
  if (subject === 'the state of that name') return statesIn(`\`${name}\``);
  if (subject.startsWith('all but')) {
    const others: readonly ScreenName[] = subject.endsWith('start screens') ? startScreens : statesIn(subject);
    return SCREENS.filter((screen) => !others.includes(screen));
  }
  if (subject.startsWith('`')) return statesIn(subject);
  return NAMED_SCREENS.some((named) => named === subject) ? [subject as ScreenName] : SCREENS;
}

function statesIn(text: string): KycState[] {
  return codes(text).map((code) => {
    const state = STATES.find((name) => name === code);
    if (state === undefined) throw new Error(`No state ${code}.`);
    return state;
  });
}

function codes(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

function textOf(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`Not found: ${pattern.source}`);
  return found;
}
