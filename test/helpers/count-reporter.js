import { figure } from './proof.js';

/** What `unless.ts` writes between a title and the reason why it is not run. */
const MARK = ' — not here: ';

/** Every test of a suite's result, at any depth, each with the titles that lead to it. */
function testsOf(suite, path = []) {
  if (!suite) return [];
  const titles = suite.name ? [...path, suite.name] : path;
  return [...suite.tests.map((test) => ({ ...test, titles: [...titles, test.name] })), ...suite.suites.flatMap((inner) => testsOf(inner, titles))];
}

/**
 * A Web Test Runner reporter that says one line at the end, `browser tests: N passed, M failed`, for the script that adds up all runners.
 * A file that fails as a whole (it could not be loaded, or threw outside of a test) counts as one failure. Before that line it names, by engine,
 * what was not run and why.
 */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const engines = new Map();
      for (const session of sessions) {
        const { name } = session.browser;
        if (!engines.has(name)) engines.set(name, { passed: 0, failed: 0, skipped: [] });
        const counts = engines.get(name);
        const tests = testsOf(session.testResults);
        const run = tests.filter((test) => !test.skipped);
        const failures = run.filter((test) => !test.passed).length;
        counts.passed += run.length - failures;
        counts.failed += session.passed || failures > 0 ? failures : 1;
        counts.skipped.push(...tests.filter((test) => test.skipped));
      }
      const sum = (count) => [...engines.values()].reduce((total, counts) => total + count(counts), 0);
      for (const [engine, counts] of engines) {
        if (counts.skipped.length > 0 || engines.size > 1) report(engine, counts);
        // Only a run in several engines compares them.
        if (engines.size > 1) {
          figure('browser tests passed', counts.passed, engine);
          figure('browser tests skipped by name', counts.skipped.length, engine);
        }
      }
      console.log(`\nbrowser tests: ${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`);
    },
  };
}

/** One line for each reason, and below it what was not run for it. */
function report(engine, { passed, failed, skipped }) {
  console.log(`\n${engine}: ${passed} passed, ${failed} failed, ${skipped.length} skipped by name`);
  for (const reason of new Set(skipped.map(reasonOf))) {
    console.log(`  ${reason}`);
    for (const test of skipped.filter((one) => reasonOf(one) === reason)) console.log(`    ${nameOf(test)}`);
  }
}

const nameOf = ({ titles }) => titles.map((title) => title.split(MARK)[0]).join(' › ');

/** A test that is skipped without one has no reason to be. */
function reasonOf({ titles }) {
  return titles.map((title) => title.split(MARK)[1]).find((reason) => reason !== undefined) ?? 'no reason given';
}
