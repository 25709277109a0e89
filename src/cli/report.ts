import { isKnown } from './check.js';
import type { Options } from './options.js';
import type { Result, Trial } from './run-checks.js';

/** Most examples shown for one broken check. */
const MAX_TRIALS = 3;

const COLOURS = { ok: 32, broken: 31, advice: 33, untried: 2 } as const;

/** Whether it makes the command fail. */
export const isBroken = ({ level, outcome }: Result): boolean => level === 'error' && outcome === 'broken';

type Word = keyof typeof COLOURS;

const wordOf = (result: Result): Word =>
  result.outcome === 'broken' && result.level === 'advice' ? 'advice' : result.outcome;

/** The endpoint without its own query, which may hold a key. */
const shownUrl = ({ url }: Options): string => `${url.origin}${url.pathname}${url.search === '' ? '' : '?…'}`;

/** For people, line by line as results come. */
export interface TextReport {
  readonly head: () => string;
  readonly result: (result: Result) => string;
  readonly end: (results: readonly Result[]) => string;
}

export function textReport(options: Options, colours: boolean): TextReport {
  const paint = (word: Word): string => {
    const padded = word.padEnd(8);
    return colours ? `\u001b[${COLOURS[word]}m${padded}\u001b[0m` : padded;
  };
  const indented = (lines: readonly string[]): string => lines.map((line) => `           ${line}\n`).join('');
  return {
    head: () => `Checking ${shownUrl(options)}\n${leftOut(options)}\n`,
    // What could not be tried is told at the end, by reason.
    result: (result) =>
      result.outcome === 'untried' ? '' : `${paint(wordOf(result))} ${result.id}: ${result.title}\n${indented(detailsOf(result))}`,
    end: (results) => {
      const untried = [...untriedByReason(results)].map(
        ([why, ids]) => `${paint('untried')} ${ids.join(', ')}\n${indented([`could not be tried: ${why}`])}`,
      );
      return `${untried.join('')}\n${summaryOf(results)}\n`;
    },
  };
}

/** What the options leave out. */
function leftOut(options: Options): string {
  if (!isKnown(options)) return 'Without --onboarding-id or --reverify only what an unknown id shows is tried: no success is.\n';
  return options.sessions ? '' : 'With --no-session no session is made: what only a session shows is not tried.\n';
}

/** Many checks can't be tried for the same reason: it is said once. */
function untriedByReason(results: readonly Result[]): ReadonlyMap<string, readonly string[]> {
  const byReason = new Map<string, string[]>();
  for (const { id, outcome, why } of results) {
    if (outcome === 'untried') byReason.set(why ?? '', [...(byReason.get(why ?? '') ?? []), id]);
  }
  return byReason;
}

function detailsOf({ outcome, trials, rule, mend }: Result): readonly string[] {
  if (outcome !== 'broken') return [];
  const more = trials.length - MAX_TRIALS;
  return [
    ...trials.slice(0, MAX_TRIALS).flatMap(({ sent, came }: Trial) => [`sent      ${sent}`, `came      ${came}`]),
    ...(more > 0 ? [`          and ${more} more of this kind`] : []),
    `contract  ${rule}`,
    `to mend   ${mend}`,
  ];
}

function summaryOf(results: readonly Result[]): string {
  const count = countsOf(results);
  const end = count.broken === 0 ? 'Nothing that was tried breaks the contract.' : 'The contract is broken.';
  return `${count.ok} ok, ${count.broken} broken, ${count.advice} advice, ${count.untried} could not be tried. ${end}`;
}

function countsOf(results: readonly Result[]): Record<Word, number> {
  const counts = { ok: 0, broken: 0, advice: 0, untried: 0 };
  for (const result of results) counts[wordOf(result)]++;
  return counts;
}

/** For programs. Field names are stable; `level` says whether a broken check fails the command. */
export function asJson(options: Options, results: readonly Result[]): string {
  return `${JSON.stringify({ url: shownUrl(options), ...countsOf(results), checks: results }, null, 2)}\n`;
}
