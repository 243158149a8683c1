// What a step of `npm test` proved, from its exit code and from what its reporter counted.

/** @typedef {{ name: string, passed: number, failed: number, remarks: string[], failures?: string[] }} Result */

/** A check without tests of its own: one passed or one failed. */
export function judgeCheck(name, exitCode) {
  const failed = exitCode === 0 ? 0 : 1;
  return { name, passed: 1 - failed, failed, remarks: failed ? [`ended with ${exitCode}`] : [] };
}

/**
 * A suite of tests.
 *
 * What proves nothing is a failure: a suite that wrote no counts, that ran no test, that skipped some or that ended badly
 * although no test failed.
 *
 * @param counts `{ passed, failed, skipped, remarks, failures }`, the last the names of failed tests, or undefined when the suite wrote none
 * @returns {Result}
 */
export function judgeSuite(name, exitCode, counts) {
  if (!counts) return { name, passed: 0, failed: 1, remarks: [`wrote no results, ended with ${exitCode}`] };
  const { passed, skipped } = counts;
  const remarks = [...counts.remarks];
  let { failed } = counts;
  if (passed + failed === 0) {
    failed += 1;
    remarks.push('0 tests ran');
  }
  if (skipped > 0) {
    failed += skipped;
    remarks.push(`${skipped} skipped`);
  }
  if (exitCode !== 0 && failed === 0) {
    failed = 1;
    remarks.push(`ended with ${exitCode} although no test failed`);
  }
  return { name, passed, failed, remarks, failures: counts.failures };
}

/** The counts in the report of vitest's reporter `json`; a file that could not be loaded or holds no test is one failure. */
export function vitestCounts(report) {
  const empty = report.testResults.filter((file) => file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + empty.length,
    skipped: report.numPendingTests + report.numTodoTests,
    remarks: empty.map((file) => `${file.name}: ${file.message?.split('\n')[0] || 'no test ran'}`),
    failures: report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${name}: ${fullName}`),
    ),
  };
}

/** The lines that close a run: one per result with the names of what failed below it, as records keep the end; then the sum over all of them alone on the last line. */
export function summary(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  const line = ({ name, passed, failed, remarks, failures = [] }) =>
    [
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(width)}  ${passed} passed, ${failed} failed${remarks.length > 0 ? `  (${remarks.join('; ')})` : ''}`,
      ...failures.map((failure) => `    ${failure}`),
    ].join('\n');
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return [...results.map(line), `${sum('passed')} passed, ${sum('failed')} failed`].join('\n');
}
