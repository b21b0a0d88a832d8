import { type TestInfo, test } from '@playwright/test';

/** Time enough for Playwright to keep what it recorded of a drive that failed. */
const outlivesFailureMs = 30_000;

/** What a drive that failed leaves open ends soon: it would keep its worker from ending. Returns how to stop. */
export function endAfterFailure(end: () => void): () => void {
  const drive = driveUnderWay();
  if (!drive) return () => {};
  let failedAt: number | null = null;
  const watch = setInterval(() => {
    if (drive.status !== 'failed' && drive.status !== 'timedOut') return;
    failedAt ??= performance.now();
    if (performance.now() - failedAt > outlivesFailureMs) end();
  }, 5_000).unref();
  return () => clearInterval(watch);
}

/** The benchmark opens stations outside of any drive. */
function driveUnderWay(): TestInfo | null {
  try {
    return test.info();
  } catch {
    return null;
  }
}
