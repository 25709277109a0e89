import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsOf } from './helpers/proof-figures.js';

/**
 * `npm run prove`: the tests of `npm test` on large samples, and all browser tests in three engines; then the table of what was
 * measured. Names of steps after `--` run these alone, after the build, without a verdict on figures that they do not measure.
 */
const WTR = ['npx', 'wtr', '--config', 'test/web-test-runner.config.js'];
const PAGES = /^(docs-site|environment|faults|first|lifecycle|pages|script-tag|leaks|fleet|tabs|walks)\b.*\.test\.js$/;
const pages = readdirSync('test/node').filter((file) => PAGES.test(file));
const steps = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'samples',
    what: 'large samples in Chromium',
    command: [...WTR, '--files', 'test/core/generated.test.ts', 'test/hostile/**/*.test.ts', 'test/model/**/*.test.ts', 'test/element/heard/**/*.test.ts'],
    env: { PROOF: 'full' },
  },
  {
    name: 'pages',
    what: 'whole pages with the built file',
    command: ['node', '--test', '--test-reporter=spec', '--test-concurrency=1', ...pages.map((file) => `test/node/${file}`)],
    env: { PROOF: 'full' },
  },
  // Its samples are the usual ones: of its figures only those count that compare the engines.
  { name: 'engines', what: 'all browser tests in three engines', command: WTR, env: { ENGINES: 'chromium,firefox,webkit' }, counts: /^browser tests / },
];

function run({ command: [program, ...args], env = {} }, figures) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ...env, PROOF_FIGURES: figures } });
    child.on('close', (code) => resolve(code === 0));
  });
}

const minutes = (since) => `${((Date.now() - since) / 60_000).toFixed(1)} min`;

const folder = mkdtempSync(join(tmpdir(), 'kyc-verification-proof-'));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) throw new Error(`No such step: ${unknown.join()}. There are ${steps.map(({ name }) => name).join(', ')}.`);

const began = Date.now();
const broken = [];
const written = [];
for (const step of steps.filter(({ name }) => name === 'build' || asked.length === 0 || asked.includes(name))) {
  const since = Date.now();
  console.log(`\n> ${step.what ?? step.name}`);
  const figures = join(folder, step.name);
  writeFileSync(figures, '');
  if (!(await run(step, figures))) broken.push(step.name);
  const lines = readFileSync(figures, 'utf8').split('\n').filter(Boolean);
  written.push(...lines.map((line) => JSON.parse(line)).filter(({ name }) => step.counts?.test(name) ?? true));
  console.log(`${step.name}: ${minutes(since)}`);
}

rmSync(folder, { recursive: true });

const rows = rowsOf(written);
const shown = asked.length === 0 ? rows : rows.filter(({ isMeasured }) => isMeasured);
console.log('\n| what | goal | reached |\n|---|---|---|');
for (const { name, goal, value, isReached } of shown) console.log(`| ${name} | ${goal} | ${value}${isReached ? '' : ' (missed)'} |`);

const missed = shown.filter(({ isReached }) => !isReached).length;
console.log(`\nnpm run prove: ${minutes(began)}, ${missed} figures missed, steps that failed: ${broken.join(', ') || 'none'}`);
process.exitCode = missed > 0 || broken.length > 0 ? 1 : 0;
