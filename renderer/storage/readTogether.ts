import { Dexie } from 'dexie';
import type { StationDatabase } from './stationDatabase.ts';

const endedEarly = ['PrematureCommitError', 'TransactionInactiveError'];

/**
 * Reads in one transaction, which costs less than one for each question. Where the transaction ends
 * before the last answer (the library loses sight of a wait between two questions), the same is read
 * again without one: a screen never stops for it. Within another transaction it is part of that.
 */
export async function readTogether<T>(
  db: StationDatabase,
  tables: readonly string[],
  read: () => Promise<T>,
): Promise<T> {
  // An async function: Dexie only follows native awaits into a scope it knows to be one.
  const together = () => db.transaction('r', [...tables], async () => await read());
  if (Dexie.currentTransaction) return await together();
  try {
    return await together();
  } catch (error) {
    if (error instanceof Error && endedEarly.includes(error.name)) return await read();
    throw error;
  }
}
