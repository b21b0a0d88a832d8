import type { StationValues } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

/** One of the station's single values, or null when it was never set. */
export async function readMeta<K extends keyof StationValues>(
  db: StationDatabase,
  key: K,
): Promise<NonNullable<StationValues[K]> | null> {
  return (await db.meta.get('station'))?.[key] ?? null;
}

export async function writeMeta(
  db: StationDatabase,
  values: Partial<StationValues>,
): Promise<void> {
  const changed = await db.meta.update('station', values);
  if (changed === 0 && !(await db.meta.get('station')))
    await db.meta.put({ key: 'station', ...values });
}
