import { useLiveQuery } from 'dexie-react-hooks';
import type { PolicyVersion } from '../../../shared/facts/documents.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** Every edition of the return policy this station knows, drafts first, then the newest. */
export function usePolicyVersions(): readonly PolicyVersion[] | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => policyVersions(db), [db]);
}

async function policyVersions(db: StationDatabase): Promise<readonly PolicyVersion[]> {
  const versions = await db.policyVersions.toArray();
  return versions.sort(
    (a, b) => Number(b.status === 'draft') - Number(a.status === 'draft') || b.version - a.version,
  );
}
