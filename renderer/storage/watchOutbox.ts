import { liveQuery } from 'dexie';
import type { StationDatabase } from './stationDatabase.ts';

/** Says how many commands wait, now and whenever that changes. Returns how to stop it. */
export function watchOutbox(db: StationDatabase, changed: (waiting: number) => void): () => void {
  const watching = liveQuery(() => db.outbox.count()).subscribe({ next: changed });
  return () => watching.unsubscribe();
}
