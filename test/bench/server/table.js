import { availableParallelism } from 'node:os';

/** What was measured beside what is to be reached, on the screen. */

/** @returns one line of the table; without a goal it informs only */
export const line = (what, figure, goal = '', reached = null) => ({ what, figure, goal, reached });

/** Prints the lines; @returns whether every goal was reached */
export function print(title, lines) {
  const widths = ['what', 'figure', 'goal'].map((key) => Math.max(...lines.map((each) => each[key].length)));
  console.log(`\n${title}`);
  for (const { what, figure, goal, reached } of lines) {
    const verdict = reached === null ? '' : reached ? 'reached' : 'MISSED';
    console.log(`  ${what.padEnd(widths[0])}  ${figure.padStart(widths[1])}  ${goal.padEnd(widths[2])}  ${verdict}`.trimEnd());
  }
  return lines.every(({ reached }) => reached !== false);
}

export function printMachine() {
  console.log(`Node ${process.version}, ${availableParallelism()} cores. Each side, the vendor and each generator is a process of its own.`);
}
