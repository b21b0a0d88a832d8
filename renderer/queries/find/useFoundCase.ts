import { useLiveQuery } from 'dexie-react-hooks';
import { useNow, useStationDatabase } from '../StationStorage.tsx';
import { type FoundCase, foundCases } from './foundCase.ts';

/** Live; undefined until read, null when this station knows no such case. */
export function useFoundCase(caseId: string): FoundCase | null | undefined {
  const db = useStationDatabase();
  const now = useNow();
  return useLiveQuery(
    async () => (await foundCases(db, [caseId], now))[0] ?? null,
    [db, caseId, now],
  );
}
