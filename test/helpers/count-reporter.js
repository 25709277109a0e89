/** Every test of a suite's result, at any depth. */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/**
 * A Web Test Runner reporter that says one line at the end, `browser tests: N passed, M failed`, for the script that adds up all runners.
 * A file that fails as a whole (it could not be loaded, or threw outside of a test) counts as one failure.
 */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const session of sessions) {
        const tests = testsOf(session.testResults).filter((test) => !test.skipped);
        const failures = tests.filter((test) => !test.passed).length;
        passed += tests.length - failures;
        failed += session.passed || failures > 0 ? failures : 1;
      }
      console.log(`\nbrowser tests: ${passed} passed, ${failed} failed`);
    },
  };
}
