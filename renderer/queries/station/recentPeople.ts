import { useLiveQuery } from 'dexie-react-hooks';
import type { Person } from '../../../shared/facts/documents.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

const lookedAt = 400;

/** Who recorded something at this station last, newest first. */
export function useRecentPeople(most = 4): readonly Person[] {
  const db = useStationDatabase();
  return useLiveQuery(() => recentPeople(db, most), [db, most]) ?? [];
}

export async function recentPeople(db: StationDatabase, most: number): Promise<readonly Person[]> {
  const rows = await db.facts
    .where('envelope.sequence')
    .above(0)
    .reverse()
    .limit(lookedAt)
    .toArray();
  const ids = [...new Set(rows.map((row) => row.fact.personId))].slice(0, most);
  const people = await db.people.bulkGet(ids);
  return people.flatMap((person) => (person?.active ? [person] : []));
}
