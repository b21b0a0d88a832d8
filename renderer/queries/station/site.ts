import { useLiveQuery } from 'dexie-react-hooks';
import type { Site } from '../../../shared/facts/documents.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** The site's papers; null until the first contact with central has brought them. */
export function useSite(siteId: string | null): Site | null {
  const db = useStationDatabase();
  return (
    useLiveQuery(async () => (siteId === null ? null : await db.sites.get(siteId)), [db, siteId]) ??
    null
  );
}
