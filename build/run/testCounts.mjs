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
  return withUnnamedFailure(exitCode, { passed: expected + flaky, failed: unexpected, skipped });
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
  const named = specsOf(report)
    .filter(({ spec }) => !spec.ok)
    .map(({ suite, spec }) => describedSpec(suite, spec));
  return orHowItEnded('playwright', exitCode, [...named, ...outside]);
}

/**
 * Drives that passed only the second time, a line each with what the first try said. Of the machine
 * or of us: somebody has to understand it, so it is never quiet.
 * @returns {readonly string[]}
 */
export function passedAtSecondTry(report) {
  return specsOf(report)
    .filter(({ spec }) => spec.tests.some((test) => test.status === 'flaky'))
    .map(({ suite, spec }) => describedSpec(suite, spec));
}

function specsOf(report) {
  const inSuite = (suite) => [
    ...(suite.suites ?? []).flatMap(inSuite),
    ...(suite.specs ?? []).map((spec) => ({ suite, spec })),
  ];
  return (report?.suites ?? []).flatMap(inSuite);
}

function orHowItEnded(runner, exitCode, named) {
  return exitCode === 0 || named.length > 0
    ? named
    : [`${runner}: it ended with ${exitCode} and named nothing that failed`];
}

function describedSpec(suite, spec) {
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

/**
 * What was run in how long, a line each and one for all of it.
 * @param {readonly { readonly what: string, readonly ms: number, readonly counts: Counts }[]} parts
 */
export function spentLines(parts) {
  const all = { what: 'all of it', ms: parts.reduce((before, { ms }) => before + ms, 0) };
  const width = Math.max(...parts.map(({ what }) => what.length));
  return [...parts, { ...all, counts: sum(parts.map(({ counts }) => counts)) }]
    .map(({ what, ms, counts: { passed, failed, skipped } }) => {
      const tests = `${passed + failed + skipped}`.padStart(5);
      return `${what.padEnd(width)} ${tests} in ${minutes(ms)}`;
    })
    .join('\n');
}

/** "8 min 03 s". */
function minutes(ms) {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

function withUnnamedFailure(exitCode, counts) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
