import { useLiveQuery } from 'dexie-react-hooks';
import type { Person } from '../../../shared/facts/documents.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** Everybody who may decide at a site, by name. */
export function useSupervisors(siteId: string): readonly Person[] {
  const db = useStationDatabase();
  const people = useLiveQuery(async () => await db.people.toArray(), [db]) ?? [];
  return people
    .filter(
      ({ active, roles, siteIds }) =>
        active && roles.includes('supervisor') && siteIds.some((id) => id === siteId),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
