/**
 * The table that `npm run prove` ends with, row by row: what is measured, the goal in words, and whether what the tests wrote down
 * reaches it. A figure that nobody wrote down is not reached. The README has the same table.
 */
const ENGINES = ['Chromium', 'Firefox', 'WebKitGTK'];

const each = (holds) => (written) => written.length > 0 && written.every(({ value }) => holds(value));
const atLeast = (goal) => each((value) => value >= goal);
const atMost = (goal) => each((value) => value <= goal);
/** Written as `335 of 335`: what was held of what was tried. */
const all = each((value) => /^([1-9]\d*) of \1$/.test(value));
const inEachEngine = (holds) => (written) => ENGINES.every((name) => written.filter(({ engine, value }) => engine === name && holds(value, name)).length === 1);

export const FIGURES = [
  { name: 'generated sequences on machine and services', goal: '≥ 100,000', isReached: atLeast(100_000) },
  { name: 'generated sequences on the built element', goal: '≥ 2,000', isReached: atLeast(2_000) },
  { name: 'stuck, or another verdict than one per attempt', goal: '0', isReached: atMost(0) },
  { name: 'forged messages', goal: '≥ 100,000', isReached: atLeast(100_000) },
  { name: 'hostile bodies', goal: '≥ 50,000', isReached: atLeast(50_000) },
  { name: 'hostile session URLs', goal: '≥ 20,000', isReached: atLeast(20_000) },
  { name: 'effects of forgeries, bodies and URLs', goal: '0', isReached: atMost(0) },
  { name: 'mounts and unmounts', goal: '≥ 10,000', isReached: atLeast(10_000) },
  { name: 'frames opened and closed', goal: '≥ 1,000', isReached: atLeast(1_000) },
  { name: 'listeners, nodes, timers and scroll locks left', goal: '0', isReached: atMost(0) },
  { name: 'heap grown by all mounts, MB', goal: '< 1', isReached: each((value) => value < 1) },
  { name: 'heap grown by all frames, MB', goal: '< 1', isReached: each((value) => value < 1) },
  { name: 'reads in 24 h of waiting', goal: '≤ 400', isReached: atMost(400) },
  { name: 'timers at once in 24 h of waiting', goal: '≤ 1', isReached: atMost(1) },
  { name: 'reads of a hidden page in 24 h', goal: '0', isReached: atMost(0) },
  { name: 'a million widgets: peak after an outage of 60 s, to steady', goal: '≤ 1.1', isReached: atMost(1.1) },
  { name: 'a million widgets: peak after an outage of 30 min, to steady', goal: '≤ 1.1', isReached: atMost(1.1) },
  { name: 'network and HTTP faults held', goal: 'all', isReached: all },
  { name: 'hostile texts and session URLs held', goal: 'all', isReached: all },
  { name: 'lifecycles held', goal: 'all', isReached: all },
  { name: 'hostile pages held', goal: 'all', isReached: all },
  { name: 'browser tests passed', goal: '> 3,000 in each engine', isReached: inEachEngine((value) => value > 3_000) },
  { name: 'browser tests skipped by name', goal: 'none in Chromium', isReached: inEachEngine((value, engine) => engine !== 'Chromium' || value === 0) },
  { name: 'journeys heard', goal: 'all', isReached: all },
];

/** What several files wrote of the same in one engine, as one: shares are added up, of numbers the worst stands for all. */
function together(values) {
  const shares = values.map((value) => /^(\d+) of (\d+)$/.exec(value));
  if (shares.every(Boolean)) return [1, 2].map((part) => shares.reduce((sum, share) => sum + Number(share[part]), 0)).join(' of ');
  return values.length > 1 && values.every((value) => typeof value === 'number') ? Math.max(...values) : values.join(', ');
}

const inWords = (value) => (Number.isFinite(Number(value)) ? Number(value).toLocaleString('en', { maximumFractionDigits: 3 }) : value);

/** The rows of the table, from the figures that were written down: `{ name, value, engine }` each. */
export function rowsOf(written) {
  return FIGURES.map(({ name, goal, isReached }) => {
    const found = written.filter((one) => one.name === name);
    const engines = [...new Set(found.map(({ engine }) => engine))];
    const values = engines.map((engine) => inWords(together(found.filter((one) => one.engine === engine).map(({ value }) => value))));
    const isMeasured = found.length > 0;
    return { name, goal, isMeasured, isReached: isReached(found), value: values.map((value, index) => (engines.length > 1 ? `${value} (${engines[index]})` : value)).join(', ') || 'not measured' };
  });
}
