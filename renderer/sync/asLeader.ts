/**
 * Runs `work` while this window leads for `name`: several windows of one station must not send the
 * same outbox twice. Without Web Locks there is only one window.
 */
export async function asLeader(
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (!locks) {
    await work();
    return;
  }
  try {
    await locks.request(name, { signal }, work);
  } catch (cause) {
    // Stopped before it was our turn.
    if (!signal.aborted) throw cause;
  }
}
