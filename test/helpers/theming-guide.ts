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

/** A part or a slot, and where it is. */
export interface Entry {
  readonly name: string;
  readonly clauses: readonly Clause[];
}

export interface Clause {
  readonly states: readonly KycState[];
  /** What must be set, or have happened; empty where it always is. */
  readonly condition: string;
}

export async function readGuide(): Promise<Guide> {
  const text = await (await fetch('/demo/docs/theming.md')).text();
  const startScreens = statesIn(textOf(text, /“Start screens” are ([^.]*)\./));
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

/** The names that are in a state in which those conditions hold. */
export function namesIn(entries: readonly Entry[], state: KycState, holds: readonly string[] = []): string[] {
  const isThere = ({ states, condition }: Clause): boolean => states.includes(state) && (condition === '' || holds.includes(condition));
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

/** How a clause begins: the states that it is about. */
const SUBJECT = /^(?:all but the start screens|all but(?:(?: and)? `\w+`)+|all|any screen|any button|start screens|the state of that name|`\w+`)/;

/** A cell like “start screens, `failed` (`rejected` with reasons)”. Brackets are for the reader: what has a condition is not always there. */
function clausesOf(cell: string, name: string, startScreens: readonly KycState[]): Clause[] {
  return cell
    .split(/[()]|, (?=`|all|any|start)/)
    .filter((clause) => clause.trim() !== '')
    .map((clause) => {
      const subject = SUBJECT.exec(clause.trim())?.[0];
      if (subject === undefined) throw new Error(`Not understood: ${clause}`);
      return { states: statesOf(subject, name, startScreens), condition: clause.trim().slice(subject.length).trim() };
    });
}

function statesOf(subject: string, name: string, startScreens: readonly KycState[]): readonly KycState[] {
  if (subject === 'start screens') return startScreens;
  if (subject === 'the state of that name') return statesIn(`\`${name}\``);
  if (subject.startsWith('all but')) {
    const others = subject.endsWith('start screens') ? startScreens : statesIn(subject);
    return STATES.filter((state) => !others.includes(state));
  }
  return subject.startsWith('`') ? statesIn(subject) : STATES;
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
