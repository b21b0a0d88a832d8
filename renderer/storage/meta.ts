import type { StationValues } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

/** The station's single values; what was never set is absent. */
export async function stationValues(db: StationDatabase): Promise<Partial<StationValues>> {
  return (await db.meta.get('station')) ?? {};
}

export async function setStationValues(
  db: StationDatabase,
  values: Partial<StationValues>,
): Promise<void> {
  const before = await db.meta.get('station');
  await db.meta.put({ ...before, ...values, key: 'station' });
}
