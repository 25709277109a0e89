import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { ensureEngine } from '../helpers/ensure-engine.js';
import { pack } from '../helpers/packed.js';
import { root } from '../helpers/repository.js';

/**
 * `npm run test:frameworks`: each app of demo/frameworks in a folder of its own, with the packed package installed from its file, built and
 * walked to the verdict in Chromium. Names of apps after `--` test these alone. SCREENSHOTS names a folder for pictures of them.
 */
const here = new URL('.', import.meta.url).pathname;
const apps = readdirSync(here).filter((file) => file.endsWith('.test.js')).map((file) => file.replace('.test.js', ''));

/** Counts the tests, and the suites that fail without a test of theirs. */
function test(names) {
  const counts = { passed: 0, failed: 0, suites: 0 };
  const minutes = [];
  const stream = run({ files: names.map((name) => join(here, `${name}.test.js`)), concurrency: 1, signal: stopped.signal });
  const isSuite = ({ details }) => details.type === 'suite';
  stream.on('test:pass', (event) => (counts.passed += isSuite(event) ? 0 : 1));
  stream.on('test:fail', (event) => (counts[isSuite(event) ? 'suites' : 'failed'] += 1));
  for (const type of ['test:pass', 'test:fail']) {
    stream.on(type, ({ name, nesting, details }) => nesting === 0 && minutes.push(`${name}: ${Math.round(details.duration_ms / 1000)} s`));
  }
  const shown = stream.compose(spec);
  shown.pipe(process.stdout);
  return new Promise((resolve) => shown.on('end', () => resolve({ ...counts, minutes })));
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !apps.includes(name));
if (unknown.length > 0) throw new Error(`No such app: ${unknown.join()}. There are ${apps.join(', ')}.`);

// What the tests have started ends with them.
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopped.abort());

try {
  ensureEngine('chromium');
  if (!existsSync(join(root, 'dist/cdn'))) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, shell: process.platform === 'win32', stdio: 'inherit' });
  const { tarball, remove } = pack();
  process.once('exit', remove);
  process.env.PACKED = tarball;
  const { passed, failed, suites, minutes } = await test(asked.length > 0 ? asked : apps);
  const failures = failed > 0 ? failed : suites;
  console.log(`\n${minutes.join('\n')}\n\n${passed} passed, ${failures} failed`);
  process.exitCode = failures > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
