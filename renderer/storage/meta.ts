import type { MetaRow, MetaRows } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

/** One of the station's single values, or null when it was never set. */
export async function readMeta<K extends keyof MetaRows>(
  db: StationDatabase,
  key: K,
): Promise<MetaRows[K] | null> {
  const row = await db.meta.get(key);
  // The key decides the value's type; TypeScript cannot follow that through the union.
  return row ? (row.value as MetaRows[K]) : null;
}

export async function writeMeta(db: StationDatabase, row: MetaRow): Promise<void> {
  await db.meta.put(row);
}
