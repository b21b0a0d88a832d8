import { describe, expect, test } from 'vitest';
import {
  closingLine,
  failedInPlaywright,
  failedInVitest,
  ofCheck,
  ofPlaywright,
  ofVitest,
  sum,
} from '../../build/testCounts.mjs';

const aVitestReport = {
  numPassedTests: 10,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};
const aPlaywrightReport = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 2 } };

describe('the closing line of npm test', () => {
  test('adds up every step', () => {
    const total = sum([
      ofCheck(true),
      ofVitest(aVitestReport, 0),
      ofPlaywright(aPlaywrightReport, 0),
    ]);
    expect(closingLine(total)).toBe('15 passed, 0 failed, 3 skipped');
  });

  test('does not mention what was not skipped', () => {
    expect(closingLine(ofCheck(true))).toBe('1 passed, 0 failed');
  });

  test('counts a run that left no report as one failure', () => {
    expect(ofVitest(undefined, 1).failed).toBe(1);
    expect(ofPlaywright(undefined, 0).failed).toBe(1);
  });

  test('counts a run that ended badly after its tests as one failure', () => {
    expect(ofVitest(aVitestReport, 1)).toEqual({ passed: 10, failed: 1, skipped: 1 });
    expect(ofPlaywright(aPlaywrightReport, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  test('counts a test file that did not load as one failure', () => {
    const report = {
      ...aVitestReport,
      testResults: [{ status: 'failed', assertionResults: [] }],
    };
    expect(ofVitest(report, 1)).toEqual({ passed: 10, failed: 1, skipped: 1 });
  });

  test('counts a test that passed only at the second try as failed', () => {
    const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 0 };
    expect(ofPlaywright({ stats }, 0)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });
});

describe('the names of what failed', () => {
  test('come with the file, the test and the first line of why', () => {
    const report = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'adds' },
            { status: 'failed', fullName: 'takes away', failureMessages: ['expected 1\nat a:1'] },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'no such import', assertionResults: [] },
      ],
    };
    expect(failedInVitest(report)).toEqual([
      'a.test.ts › takes away: expected 1',
      'b.test.ts: no such import',
    ]);
  });

  test('are found in every suite of the application tests', () => {
    const failing = {
      title: 'signs in',
      ok: false,
      tests: [{ results: [{ error: { message: 'timed out\nsomewhere' } }] }],
    };
    const report = {
      suites: [
        { file: 'a.e2e.ts', specs: [{ ok: true }], suites: [{ title: 'b', specs: [failing] }] },
      ],
    };
    expect(failedInPlaywright(report)).toEqual(['b › signs in: timed out']);
  });

  test('are none when there is no report', () => {
    expect(failedInVitest(undefined)).toEqual([]);
    expect(failedInPlaywright(undefined)).toEqual([]);
  });
});
