import { GOALS, SUBJECTS } from './goals.js';
import { judge } from './judge.js';

/** What the benchmark says, as Markdown: the goals, what belongs to their figures, and all that was measured beside each other. By these lines each begins. */
export const HEADS = {
  goals: '| measure | goal | reached | met |',
  notes: 'To these figures:',
  beside: '| side by side | brotli before the first paint |',
};

/** Goals whose figures of others have a table of their own. */
const BESIDE = ['bytesToFirstPaint', 'paint', 'cpu'];

/** As it is read: bytes in thousands, times in whole milliseconds. */
export function inWords(value, unit) {
  if (unit === 'B') return value >= 1_000 ? `${shorten(value / 1_000, 2)} kB` : `${shorten(value, 0)} B`;
  return [shorten(value, unit === 'ms' ? 0 : 4), unit].filter(Boolean).join(' ');
}
function shorten(value, digits) {
  const least = 10 ** -digits;
  // What is not nothing is not told as nothing.
  return value > 0 && value < least / 2 ? `< ${least.toFixed(digits)}` : Number(value.toFixed(digits)).toLocaleString('en', { maximumFractionDigits: digits });
}

export const goalsTable = (rows) => [HEADS.goals, '|---|---|---|---|', ...judge(rows).map(lineOf)].join('\n');

function lineOf({ goal, limit, isMeasured, figure, value, isMet }) {
  const { name, unit, throttling } = goal;
  const reached = isMeasured ? [inWords(figure, unit), limit.times !== undefined && `${value.toFixed(2)} ×`].filter(Boolean).join(', ') : '';
  return `| ${[name + (throttling ? `, at ${throttling}×` : ''), bound(limit, unit), reached, isMeasured ? answer(goal, isMet) : 'not measured'].map(cell).join(' | ')} |`;
}

function bound({ atMost, below, times }, unit) {
  if (below !== undefined) return `< ${inWords(below, unit)}`;
  if (atMost === 0) return '0';
  return `≤ ${times === undefined ? inWords(atMost, unit) : `${atMost} × ${times}`}`;
}

/** In a table of Markdown a tag stands as code. */
const cell = (text) => text.replaceAll(/<[a-z-]+>/g, '`$&`').replaceAll('|', '\\|');

function answer({ unit, budget, reason }, isMet) {
  if (isMet) return 'yes';
  return ['**no**', reason && `: ${reason}`, budget !== undefined && `; CI holds ${inWords(budget, unit)}`].filter(Boolean).join('');
}

/** What was measured besides the figure that counts: at other speeds, in other places, of others; and how. */
export function notesList(rows) {
  const lines = Object.entries(GOALS).flatMap(([key, { name, throttling }]) => {
    const found = rows.filter((row) => row.goal === key && (row.subject === SUBJECTS.ours || !BESIDE.includes(key)));
    const told = found.filter((row) => row.note !== undefined || row.subject !== SUBJECTS.ours || (row.throttling ?? throttling) !== throttling);
    return told.length > 0 ? [`- ${name}: ${told.map(noteOf).join('; ')}`] : [];
  });
  return [HEADS.notes, ...lines].join('\n');
}

function noteOf({ subject, figure, unit, throttling, note }) {
  const what = [subject !== SUBJECTS.ours && cell(subject), inWords(figure, unit), throttling && `at ${throttling}×`].filter(Boolean).join(' ');
  return note === undefined ? what : `${what} (${note})`;
}

/** Of each subject what the measures have of it that have others beside. */
export function besideTable(rows) {
  const figures = (goal) => rows.filter((row) => row.goal === goal);
  const throttlings = [...new Set(figures('paint').map(({ throttling }) => throttling))];
  const columns = [
    ...throttlings.map((throttling) => [`paint, ${throttling}×`, figures('paint').filter((row) => row.throttling === throttling)]),
    [`main thread, ${GOALS.cpu.throttling}×`, figures('cpu')],
  ];
  const of = (found, name) => found.filter(({ subject }) => subject === name).map(({ figure, unit }) => inWords(figure, unit))[0] ?? '';
  const lines = Object.values(SUBJECTS).map((name) => [cell(name), of(figures('bytesToFirstPaint'), name), ...columns.map(([, found]) => of(found, name))]);
  return [`${HEADS.beside} ${columns.map(([head]) => head).join(' | ')} |`, `|${'---|'.repeat(columns.length + 2)}`, ...lines.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}
