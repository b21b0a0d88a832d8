import type { StationValues } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

/** The station's single values; what was never set is absent. */
export async function stationValues(db: StationDatabase): Promise<Partial<StationValues>> {
  return (await db.meta.get('station')) ?? {};
}

/** Sets some of them and leaves the others, whoever writes at the same time. */
export async function setStationValues(
  db: StationDatabase,
  values: Partial<StationValues>,
): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ ...(await db.meta.get('station')), ...values, key: 'station' });
  });
}

/** Everything is to be pulled from the beginning; what central no longer names by then goes. */
export async function startOver(db: StationDatabase): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const { cursor: _cursor, ...values } = await stationValues(db);
    await db.meta.put({ ...values, key: 'station', resyncing: true });
  });
}
