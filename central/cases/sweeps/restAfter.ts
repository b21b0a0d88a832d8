import { setTimeout as sleep } from 'node:timers/promises';

/** Of one part, whatever it took. */
const mostMs = 2_000;

/**
 * For work nobody waits for: after each part a rest as long as that part took, in which whoever asks
 * central is answered. Over at once when it is stopped.
 */
export async function restAfter(tookMs: number, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return;
  await sleep(Math.min(tookMs, mostMs), undefined, { signal: stopped }).catch(() => undefined);
}
