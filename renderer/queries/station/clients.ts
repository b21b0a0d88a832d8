import { useLiveQuery } from 'dexie-react-hooks';
import type { Client } from '../../../shared/facts/documents.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** Everybody who may send goods back, by name; undefined until read. */
export function useClients(): readonly Client[] | undefined {
  const db = useStationDatabase();
  return useLiveQuery(
    async () => (await db.clients.toArray()).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    [db],
  );
}
