import { join } from 'node:path';
import { root } from '../helpers/repository.js';
import { HEADS } from './table.js';

/** The page that tells the results, and its picture. */
export const DOCUMENT = join(root, 'demo/docs/performance.md');
export const CHART = join(root, 'demo/docs/performance.svg');

/** The line that says how the figures came about. */
export const CONDITIONS = 'Measured with ';

/** The text of the page with these pieces in the place of those it has. */
export function written(text, { goals, notes, beside, conditions }) {
  const pieces = [
    [`${HEADS.goals}\n`, goals],
    [HEADS.notes, notes],
    [HEADS.beside, beside],
    [CONDITIONS, conditions],
  ];
  return pieces.reduce((all, [start, piece]) => {
    const from = all.indexOf(`\n${start}`) + 1;
    if (from === 0) throw new Error(`The page has no line that starts with "${start.trim()}".`);
    const to = all.indexOf('\n\n', from);
    return all.slice(0, from) + piece + all.slice(to === -1 ? all.trimEnd().length : to);
  }, text);
}
