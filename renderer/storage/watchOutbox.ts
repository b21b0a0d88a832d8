import { liveQuery } from 'dexie';
import type { StationDatabase } from './stationDatabase.ts';

/**
 * Says how many commands wait and the number of the newest of them (0: none), now and whenever that
 * changes. Returns how to stop it. Changes that come close together are told as one, so that what
 * is new shows by its number and not by the count.
 */
export function watchOutbox(
  db: StationDatabase,
  changed: (waiting: number, newest: number) => void,
): () => void {
  // An async function: Dexie only follows native awaits into a scope it knows to be one.
  const read = async () =>
    await Promise.all([db.outbox.count(), db.outbox.orderBy('sequence').last()]);
  const watching = liveQuery(() => db.transaction('r', db.outbox, read)).subscribe({
    next: ([waiting, last]) => changed(waiting, last?.sequence ?? 0),
  });
  return () => watching.unsubscribe();
}
