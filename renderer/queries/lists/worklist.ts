import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { allPackedRows, listRowsIn } from '../../storage/packed/packedRows.ts';
import type { Worklist } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';
import { dayOf, type ListName, lineOf } from './caseLines.ts';
import { type CachedList, caseListCache } from './caseListCache.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';

export function useCachedList(list: ListName): CachedList | null {
  const db = useStationDatabase();
  const now = useNow();
  const cache = caseListCache(db, now);
  useEffect(() => cache.turnTo(now), [cache, now]);
  return useSyncExternalStore(
    useMemo(() => (changed: () => void) => cache.subscribe(list, changed), [cache, list]),
    () => cache.list(list),
  );
}

/** The cases on it now. */
export async function worklist(
  db: StationDatabase,
  list: Worklist,
  now: number,
): Promise<readonly CaseRow[]> {
  const all = await allPackedRows(listRowsIn(db));
  const stored = all.filter((row) => row.lists.includes(list));
  const placed = stored
    .map((row) => ({ row, place: `${dayOf(list, row)} ${lineOf(row, null).place}` }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  return await caseRowsOf(
    db,
    placed.map(({ row }) => row),
    now,
  );
}
