import { useLiveQuery } from 'dexie-react-hooks';
import type { CatalogueEntry } from '../../../shared/facts/catalogue.ts';
import { useStationDatabase } from '../StationStorage.tsx';

const none: readonly CatalogueEntry[] = [];

/** What the company's catalogue says, withdrawn entries too; what we ship needs no row. */
export function useCatalogue(): readonly CatalogueEntry[] {
  const db = useStationDatabase();
  return useLiveQuery(() => db.catalogue.toArray(), [db]) ?? none;
}
