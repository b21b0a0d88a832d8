import { cachedByTable } from './cachedByTable.ts';
import type { FactRow, StationValues } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

/** The station's single values; what was never set is absent. */
export async function stationValues(db: StationDatabase): Promise<Partial<StationValues>> {
  return (await db.meta.get('station')) ?? {};
}

/** The same, cached until one of them changes. */
export const cachedValues = cachedByTable(['meta'], stationValues);

/** Sets some of them and leaves the others, whoever writes at the same time. */
export async function setStationValues(
  db: StationDatabase,
  values: Partial<StationValues>,
): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ ...(await db.meta.get('station')), ...values, key: 'station' });
  });
}

/** The highest own number ever stored: of a fact that is here, or noted when it left. */
export async function highestSequence(db: StationDatabase): Promise<number> {
  const [{ lastSequence = 0 }, last] = await Promise.all([
    stationValues(db),
    db.facts.orderBy('envelope.sequence').last(),
  ]);
  return Math.max(lastSequence, last?.sequence ?? 0);
}

/** Within a transaction, before facts leave: their numbers stay known as used. */
export async function noteSequences(db: StationDatabase, rows: readonly FactRow[]): Promise<void> {
  const { lastSequence = 0 } = await stationValues(db);
  const highest = rows.reduce((most, row) => Math.max(most, row.sequence), lastSequence);
  if (highest > lastSequence) await setStationValues(db, { lastSequence: highest });
}

/** Everything is to be pulled from the beginning; what central no longer names by then goes. */
export async function startOver(db: StationDatabase): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const { cursor: _cursor, ...values } = await stationValues(db);
    await db.meta.put({ ...values, key: 'station', resyncing: true });
  });
}
