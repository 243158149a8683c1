// A reporter of @web/test-runner that counts the tests per browser; writes them as JSON too when the environment's COUNTS names a file.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
const isFailed = (test) => !test.passed && !test.skipped;
/** Names of the failed tests of a suite, below those of the suites they are in. */
const failuresOf = (suite, path = []) =>
  suite
    ? [
        ...suite.tests.filter(isFailed).map(({ name }) => [...path, name].join(' > ')),
        ...suite.suites.flatMap((one) => failuresOf(one, [...path, one.name])),
      ]
    : [];

/**
 * What one browser did.
 *
 * A file that could not be loaded, that broke down or that holds no test counts as one failure: it proved nothing.
 *
 * @param sessions the finished sessions of one browser, one per test file
 * @returns passed, failed and skipped tests, one line per file that ran no test or broke down, and one per failed test
 */
export function count(sessions, root = process.cwd()) {
  const counts = { passed: 0, failed: 0, skipped: 0, remarks: [], failures: [] };
  for (const session of sessions) {
    const tests = testsOf(session.testResults);
    const file = relative(root, session.testFile);
    counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
    counts.skipped += tests.filter((test) => test.skipped).length;
    const failed = tests.filter(isFailed).length;
    counts.failed += failed;
    counts.failures.push(...failuresOf(session.testResults).map((name) => `${file}: ${name}`));
    if (tests.length === 0) counts.remarks.push(`${file}: no test ran`);
    else if (!session.passed && failed === 0) counts.remarks.push(`${file}: ${session.errors[0]?.message ?? 'failed outside its tests'}`);
  }
  counts.failed += counts.remarks.length;
  return counts;
}

/** @returns a reporter that prints the counts too */
export function countsReporter(file = process.env.COUNTS) {
  return {
    stop({ sessions }) {
      const all = [...sessions];
      const names = [...new Set(all.map((session) => session.browser.name))].sort();
      const counts = names.map((name) => ({ name, ...count(all.filter((session) => session.browser.name === name)) }));
      for (const { name, passed, failed, skipped, remarks, failures } of counts) {
        console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
        for (const remark of [...remarks, ...failures]) console.log(`  ${remark}`);
      }
      if (file) writeFileSync(file, JSON.stringify(counts, null, 2));
    },
  };
}
