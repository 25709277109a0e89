/**
 * The benchmark of the element, beside its peers: `npm run bench -- [measures] [options]`, after `npm run build`.
 *
 *   bytes paint cpu …  these measures alone, by the names of the files in `measures/`
 *   --samples <n>      of each timing (15), besides a first one that does not count
 *   --write            puts the result, and a chart of it, into the documentation
 *
 * Exit code 1 where a goal is missed for which `goals.js` has neither budget nor reason. Run it on a machine that does nothing else.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchEngine } from '../helpers/launch-engine.js';
import { root } from '../helpers/repository.js';
import { chart } from './chart.js';
import { CHART, CONDITIONS, DOCUMENT, written } from './documents.js';
import { judge } from './judge.js';
import { besideTable, goalsTable, notesList } from './table.js';

const LEAST = 15;
const THROTTLINGS = [1, 4, 6];
const MEASURES = readdirSync(join(root, 'test/bench/measures')).map((file) => file.replace(/\.js$/, ''));

const { values, positionals } = parseArgs({ allowPositionals: true, options: { samples: { type: 'string', default: String(LEAST) }, write: { type: 'boolean', default: false } } });
const samples = Number(values.samples);
if (!Number.isInteger(samples) || samples < 1) throw new Error('--samples must be a whole number above 0.');
const stranger = positionals.find((name) => !MEASURES.includes(name));
if (stranger !== undefined) throw new Error(`There is no measure ${stranger}; there are ${MEASURES.join(', ')}.`);
if (values.write && (samples < LEAST || positionals.length > 0)) throw new Error(`--write is for all measures, with ${LEAST} samples or more.`);

// The result is the output; what is said on the way goes beside it.
const log = (line) => console.error(line);
const [load] = loadavg();
if (load > availableParallelism() / 4) log(`The machine is busy (${load.toFixed(1)}): timings will be too long.`);
const rows = [];
for (const name of positionals.length > 0 ? positionals : MEASURES) {
  log(`${name} …`);
  const { measure } = await import(`./measures/${name}.js`);
  rows.push(...(await measure({ samples, throttlings: THROTTLINGS, log })));
}

const result = {
  goals: goalsTable(rows),
  notes: notesList(rows),
  beside: besideTable(rows),
  conditions: `${CONDITIONS}${await browserName()} on ${availableParallelism()} cores; timings are medians of ${samples}.`,
};
console.log(Object.values(result).join('\n\n'));
if (values.write) {
  writeFileSync(DOCUMENT, written(readFileSync(DOCUMENT, 'utf8'), result));
  writeFileSync(CHART, chart(rows));
}
const broken = judge(rows).filter(({ isMeasured, isHeld }) => isMeasured && !isHeld);
for (const { goal } of broken) log(`Missed: ${goal.name}`);
if (broken.length > 0) process.exitCode = 1;

async function browserName() {
  const browser = await launchEngine('chromium');
  const version = await browser.version();
  await browser.close();
  return version.replace(/^HeadlessChrome\/|^Chrome\//, 'Chromium ');
}
