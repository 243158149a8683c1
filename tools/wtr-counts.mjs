// A reporter of @web/test-runner that counts the tests per browser; writes them as JSON too when the environment's COUNTS names a file.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/**
 * What one browser did.
 *
 * A file that could not be loaded, that broke down or that holds no test counts as one failure: it proved nothing.
 *
 * @param sessions the finished sessions of one browser, one per test file
 * @returns passed, failed and skipped tests, and one line per file that ran no test or broke down
 */
export function count(sessions, root = process.cwd()) {
  const counts = { passed: 0, failed: 0, skipped: 0, remarks: [] };
  for (const session of sessions) {
    const tests = testsOf(session.testResults);
    const file = relative(root, session.testFile);
    counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
    counts.skipped += tests.filter((test) => test.skipped).length;
    const failed = tests.filter((test) => !test.passed && !test.skipped).length;
    counts.failed += failed;
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
      for (const { name, passed, failed, skipped, remarks } of counts) {
        console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
        for (const remark of remarks) console.log(`  ${remark}`);
      }
      if (file) writeFileSync(file, JSON.stringify(counts, null, 2));
    },
  };
}
