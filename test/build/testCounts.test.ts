import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  closingLine,
  failedInPlaywright,
  failedInVitest,
  ofCheck,
  ofPlaywright,
  ofVitest,
  passedAtSecondTry,
  spentLines,
  sum,
} from '../../build/run/testCounts.mjs';

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

  test('follows what was run in how long', () => {
    const lines = spentLines([
      { what: 'unit tests', ms: 183_400, counts: { passed: 3900, failed: 1, skipped: 2 } },
      { what: 'drives', ms: 59_600, counts: { passed: 118, failed: 0, skipped: 0 } },
    ]);
    expect(lines.split('\n')).toEqual([
      'unit tests  3903 in 3 min 03 s',
      'drives       118 in 1 min 00 s',
      'all of it   4021 in 4 min 03 s',
    ]);
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

  test('counts a drive that passed only the second time as passed, and names it', () => {
    const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 0 };
    const drive = (title: string, status: string, results: readonly object[]) => ({
      title,
      ok: true,
      tests: [{ status, results }],
    });
    const fallen = { error: { message: 'timed out\nsomewhere' } };
    const specs = [drive('closes', 'flaky', [fallen, {}]), drive('opens', 'expected', [{}])];
    const report = { stats, suites: [{ title: 'closing.e2e.ts', specs }] };
    expect(ofPlaywright(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
    expect(passedAtSecondTry(report)).toEqual(['closing.e2e.ts › closes: timed out']);
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
    expect(failedInVitest(report, 1)).toEqual([
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
    expect(failedInPlaywright(report, 1)).toEqual(['b › signs in: timed out']);
  });

  test('are none when nothing failed', () => {
    expect(failedInVitest(aVitestReport, 0, [])).toEqual([]);
    expect(failedInPlaywright(aPlaywrightReport, 0)).toEqual([]);
  });

  test('tell what went wrong outside every test', () => {
    const outside = ['outside every test: the line is cut (central/a.ts:3)'];
    expect(failedInVitest(aVitestReport, 1, outside)).toEqual(outside);
    const report = { ...aPlaywrightReport, errors: [{ message: 'no display\nat all' }] };
    expect(failedInPlaywright(report, 1)).toEqual(['outside every test: no display']);
  });

  test('are never none when a run ended badly', () => {
    expect(failedInVitest(undefined, 1)).toEqual([
      'vitest: it ended with 1 and named nothing that failed',
    ]);
    expect(failedInPlaywright(aPlaywrightReport, 3)).toEqual([
      'playwright: it ended with 3 and named nothing that failed',
    ]);
  });
});

describe('what goes wrong outside every test', () => {
  test('is written down with the file of ours it came from', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-outside-'));
    try {
      await writeFile(
        path.join(folder, 'left.test.mjs'),
        `
         test('passes', () => { setTimeout(() => Promise.reject(new Error('nobody awaited it')), 5); });
         test('waits', () => new Promise((done) => setTimeout(done, 50)));
         afterAll(() => { throw new Error('could not tidy up'); });`,
      );
      const file = path.join(folder, 'outside.json');
      const { code } = await runVitest(folder, file);
      expect(code).toBe(1);
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([
        expect.stringMatching(/left\.test\.mjs.*could not tidy up/),
        expect.stringMatching(
          /^outside every test, while it ran .*left\.test\.mjs › waits: nobody awaited it \(.*left\.test\.mjs:2\)$/,
        ),
      ]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Vitest itself, with our reporter, on the files of one folder. */
async function runVitest(folder: string, file: string): Promise<{ readonly code: number | null }> {
  const root = path.resolve(import.meta.dirname, '../..');
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--globals',
      `--root=${folder}`,
      '--reporter=default',
      `--reporter=${path.join(root, 'build/run/outsideTests.mjs')}`,
    ],
    { stdio: 'ignore', cwd: root, env: { ...process.env, OUTSIDE_TESTS_FILE: file } },
  );
  return { code: await new Promise((resolve) => child.once('close', resolve)) };
}
