import { useLiveQuery } from 'dexie-react-hooks';
import type { Person } from '../../../shared/facts/documents.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** Who may inspect at this site, by name; undefined until read. */
export function useInspectors(siteId: string): readonly Person[] | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => inspectorsAt(db, siteId), [db, siteId]);
}

export async function inspectorsAt(
  db: StationDatabase,
  siteId: string,
): Promise<readonly Person[]> {
  const people = await db.people.toArray();
  return people
    .filter(
      ({ active, roles, siteIds }) =>
        active && roles.includes('inspector') && siteIds.some((one) => one === siteId),
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}
