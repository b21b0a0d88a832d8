import { type TestInfo, test } from '@playwright/test';

/**
 * Time enough for Playwright to keep what it recorded of a drive that failed, and for a drive to go
 * on after a soft failure.
 */
const outlivesFailureMs = { timedOut: 30_000, failed: 150_000 };

/** What a drive that failed leaves open ends soon: it would keep its worker from ending. Returns how to stop. */
export function endAfterFailure(end: () => void): () => void {
  const drive = driveUnderWay();
  if (!drive) return () => {};
  let failedAt: number | null = null;
  const watch = setInterval(() => {
    const { status } = drive;
    if (status !== 'failed' && status !== 'timedOut') return;
    failedAt ??= performance.now();
    if (performance.now() - failedAt > outlivesFailureMs[status]) end();
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
