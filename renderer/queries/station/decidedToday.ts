import { useLiveQuery } from 'dexie-react-hooks';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';

/** How many cases a person decided at this station today, in the station's time zone; undefined until read. */
export function useDecidedToday(personId: PersonId, zone: string): number | undefined {
  const db = useStationDatabase();
  const today = localDateOf(new Date(useNow()).toISOString(), zone);
  return useLiveQuery(() => decidedToday(db, personId, today), [db, personId, today]);
}

/** Own records are read from the newest back to the first of yesterday. `today` is site-local. */
export async function decidedToday(
  db: StationDatabase,
  personId: PersonId,
  today: string,
): Promise<number> {
  const own = await db.facts
    .where('envelope.sequence')
    .above(0)
    .reverse()
    .until(({ fact }) => fact.at.localDate < today)
    .toArray();
  const decided = own.filter(
    ({ fact, acceptance }) =>
      fact.kind === 'verdictDecided' && fact.personId === personId && acceptance !== 'refused',
  );
  return new Set(decided.map((row) => row.caseId)).size;
}
