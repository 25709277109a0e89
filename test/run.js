import { spawn } from 'node:child_process';
import { ensureEngine } from './helpers/ensure-engine.js';

/**
 * The steps of `npm test`, in order, each a script of package.json. `count` reads the numbers of passed and failed tests from the output of
 * a step that runs tests; the other steps pass or fail as a whole and count only when they fail.
 */
const steps = [
  { script: 'typecheck' },
  { script: 'lint' },
  { script: 'build' },
  { script: 'test:node', count: (output) => ({ passed: tally(output, 'pass'), failed: tally(output, 'fail') + tally(output, 'cancelled') }) },
  { script: 'test:browser', count: browserTests },
  { script: 'test:visual', count: browserTests },
];

/** The line of `helpers/count-reporter.js`. */
function browserTests(output) {
  const [, passed, failed] = /^browser tests: (\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  return { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
}

/** A number of the summary of Node's test runner: `ℹ pass 12`. */
function tally(output, name) {
  return Number(new RegExp(`^\\S+ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
}

/** Runs a script of package.json, passing its output through. Resolves to the exit code and what it printed. */
function run(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('close', (code) => resolve({ code, output }));
  });
}

let passed = 0;
let failed = 0;

try {
  ensureEngine('chromium');
} catch (error) {
  console.error(error.message);
  failed = 1;
  steps.length = 0;
}

for (const { script, count } of steps) {
  console.log(`\n> ${script}`);
  const { code, output } = await run(script);
  const counted = count?.(output) ?? { passed: 0, failed: 0 };
  passed += counted.passed;
  // A step that ends badly without naming a failed test (a type error, a crash) is one failure.
  const failures = code === 0 ? counted.failed : Math.max(counted.failed, 1);
  failed += failures;
  if (failures > 0) console.log(`\n${script} failed`);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
