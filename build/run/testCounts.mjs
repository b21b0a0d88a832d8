/**
 * How many tests passed, failed and were skipped. A run that failed without naming a failed test
 * (it could not start, or broke after its tests) counts as one failure, so that a red run never
 * adds up to green.
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts
 */

/** @returns {Counts} */
export function ofCheck(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** @returns {Counts} */
export function ofVitest(report, exitCode) {
  if (report === undefined) return ofCheck(false);
  const filesThatDidNotLoad = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return withUnnamedFailure(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + filesThatDidNotLoad.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** @returns {Counts} */
export function ofPlaywright(report, exitCode) {
  if (report === undefined) return ofCheck(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withUnnamedFailure(exitCode, { passed: expected, failed: unexpected + flaky, skipped });
}

/**
 * What failed, a line each, to stand right above the closing line: whoever only sees the end of a
 * long run should know where to look. `outsideTests` is what hooks and promises nobody awaited did.
 * @returns {readonly string[]}
 */
export function failedInVitest(report, exitCode, outsideTests = []) {
  const named = (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && file.status === 'failed')
      return [`${file.name}: ${firstLine(file.message)}`];
    return failed.map(
      (test) => `${file.name} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`,
    );
  });
  return orHowItEnded('vitest', exitCode, [...named, ...outsideTests]);
}

/** @returns {readonly string[]} */
export function failedInPlaywright(report, exitCode) {
  const outside = (report?.errors ?? []).map(
    (error) => `outside every test: ${firstLine(error.message)}`,
  );
  const inSuite = (suite) => [
    ...(suite.suites ?? []).flatMap(inSuite),
    ...(suite.specs ?? []).filter((spec) => !spec.ok).map((spec) => failedSpec(suite, spec)),
  ];
  const named = (report?.suites ?? []).flatMap(inSuite);
  return orHowItEnded('playwright', exitCode, [...named, ...outside]);
}

function orHowItEnded(runner, exitCode, named) {
  return exitCode === 0 || named.length > 0
    ? named
    : [`${runner}: it ended with ${exitCode} and named nothing that failed`];
}

function failedSpec(suite, spec) {
  const results = spec.tests.flatMap((test) => test.results);
  const said = results.map((result) => result.error?.message).find((it) => it !== undefined);
  return `${suite.file ?? suite.title} › ${spec.title}: ${firstLine(said)}`;
}

function firstLine(words) {
  return (words ?? 'it did not say why').split('\n', 1)[0];
}

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export function sum(counts) {
  const total = (what) => counts.reduce((before, it) => before + it[what], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

function withUnnamedFailure(exitCode, counts) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
