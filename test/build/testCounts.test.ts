import { describe, expect, test } from 'vitest';
import { closingLine, ofCheck, ofPlaywright, ofVitest, sum } from '../../build/testCounts.mjs';

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
