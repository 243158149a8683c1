import { describe, expect, test } from 'vitest';
import { judgeCheck, judgeSuite, summary, vitestCounts } from '../../tools/test-results.mjs';
import { count } from '../../tools/wtr-counts.mjs';

const counts = (passed, failed = 0, skipped = 0, remarks = [], failures = []) => ({ passed, failed, skipped, remarks, failures });
const session = (tests, errors = []) => ({
  testFile: '/project/test/a.browser.ts',
  passed: errors.length === 0 && tests.every((one) => one.passed || one.skipped),
  errors,
  testResults: { tests: tests.slice(0, 1), suites: [{ name: 'a map', tests: tests.slice(1), suites: [] }] },
});
const passing = { name: 'stands', passed: true, skipped: false };
const failing = { name: 'moves', passed: false, skipped: false };
const skipped = { passed: false, skipped: true };

describe('a step of npm test', () => {
  test('passes as a check when it ends with 0', () => {
    expect(judgeCheck('lint', 0)).toEqual({ name: 'lint', passed: 1, failed: 0, remarks: [] });
    expect(judgeCheck('lint', 2)).toEqual({ name: 'lint', passed: 0, failed: 1, remarks: ['ended with 2'] });
  });

  test('counts what its tests did', () => {
    expect(judgeSuite('unit', 0, counts(7))).toEqual({ name: 'unit', passed: 7, failed: 0, remarks: [], failures: [] });
    expect(judgeSuite('unit', 1, counts(7, 2, 0, [], ['a', 'b']))).toEqual({
      name: 'unit',
      passed: 7,
      failed: 2,
      remarks: [],
      failures: ['a', 'b'],
    });
  });

  test('fails when no test ran, when tests were skipped, and when nothing was counted', () => {
    expect(judgeSuite('unit', 0, counts(0))).toMatchObject({ failed: 1, remarks: ['0 tests ran'] });
    expect(judgeSuite('unit', 0, counts(7, 0, 2))).toMatchObject({ passed: 7, failed: 2, remarks: ['2 skipped'] });
    expect(judgeSuite('unit', 0, undefined)).toMatchObject({ passed: 0, failed: 1, remarks: ['wrote no results, ended with 0'] });
  });

  test('fails when it ended badly although no test failed', () => {
    expect(judgeSuite('unit', 1, counts(7))).toMatchObject({
      passed: 7,
      failed: 1,
      remarks: ['ended with 1 although no test failed'],
    });
  });

  test('closes the run with what failed, and the sum alone on the last line', () => {
    const lines = summary([
      judgeCheck('lint', 1),
      judgeSuite('unit', 0, counts(7)),
      judgeSuite('browser: Firefox', 1, counts(3, 1, 0, [], ['test/a.browser.ts: a map > moves'])),
    ]).split('\n');
    expect(lines).toEqual([
      '✗ lint              0 passed, 1 failed  (ended with 1)',
      '✓ unit              7 passed, 0 failed',
      '✗ browser: Firefox  3 passed, 1 failed',
      '    test/a.browser.ts: a map > moves',
      '10 passed, 2 failed',
    ]);
  });
});

describe("vitest's report", () => {
  const report = (testResults) => ({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults });

  test('gives the counts, a skipped test and one to do alike', () => {
    expect(vitestCounts(report([{ name: 'a.test.ts', assertionResults: [{}] }]))).toEqual(counts(3, 1, 2));
  });

  test('names what failed', () => {
    const file = {
      name: 'a.test.ts',
      assertionResults: [
        { status: 'failed', fullName: 'a map moves' },
        { status: 'passed', fullName: 'a map stands' },
      ],
    };
    expect(vitestCounts(report([file])).failures).toEqual(['a.test.ts: a map moves']);
  });

  test('of a file without tests counts as one failure', () => {
    const broken = { name: 'b.test.ts', assertionResults: [], message: 'Cannot find module\n at x' };
    expect(vitestCounts(report([broken]))).toEqual(counts(3, 2, 2, ['b.test.ts: Cannot find module']));
    expect(vitestCounts(report([{ name: 'c.test.ts', assertionResults: [], message: '' }])).remarks).toEqual(['c.test.ts: no test ran']);
  });
});

describe("a browser's sessions", () => {
  test('are counted over all suites of all files', () => {
    expect(count([session([passing, passing, failing]), session([passing, skipped])], '/project')).toEqual(
      counts(3, 1, 1, [], ['test/a.browser.ts: a map > moves']),
    );
    expect(count([session([failing])], '/project').failures).toEqual(['test/a.browser.ts: moves']);
  });

  test('fail with a file in which no test ran', () => {
    expect(count([session([])], '/project')).toEqual(counts(0, 1, 0, ['test/a.browser.ts: no test ran']));
    expect(count([{ ...session([]), testResults: undefined }], '/project').failed).toBe(1);
  });

  test('fail with a file that broke down outside of its tests', () => {
    const broken = session([passing], [{ message: 'the page was reloaded' }]);
    expect(count([broken], '/project')).toEqual(counts(1, 1, 0, ['test/a.browser.ts: the page was reloaded']));
  });
});
