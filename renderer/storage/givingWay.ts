import type { StationDatabase } from './stationDatabase.ts';

/**
 * One transaction over everything, undone at once where it is told to give way: a scan that comes
 * meanwhile waits for no more of it. Once all has been asked for it goes on to its end.
 */
export async function givingWay<T>(
  db: StationDatabase,
  signal: AbortSignal | undefined,
  write: () => Promise<T>,
): Promise<T> {
  return await db.transaction('rw', db.tables, async (transaction) => {
    const undo = () => transaction.abort();
    if (signal?.aborted) undo();
    signal?.addEventListener('abort', undo);
    const written = await write();
    signal?.removeEventListener('abort', undo);
    return written;
  });
}
