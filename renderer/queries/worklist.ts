import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Worklist } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { dayOf, type ListName, lineOf } from './caseLines.ts';
import { type CaseList, inOrder } from './caseList.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';
import { casesInMind, type ListInMind } from './casesInMind.ts';
import { useNow, useStationDatabase } from './StationStorage.tsx';

/** Live, nearest deadline first (at the dock day by day); undefined until read. */
export function useWorklist(list: Worklist): CaseList | undefined {
  const inMind = useListInMind(list);
  const now = useNow();
  return useMemo(() => (inMind ? inOrder(inMind, now) : undefined), [inMind, now]);
}

export function useListInMind(list: ListName): ListInMind | null {
  const db = useStationDatabase();
  const now = useNow();
  const mind = casesInMind(db, now);
  useEffect(() => mind.turnTo(now), [mind, now]);
  return useSyncExternalStore(
    useMemo(() => (changed: () => void) => mind.subscribe(list, changed), [mind, list]),
    () => mind.list(list),
  );
}

/** The cases on it now. */
export async function worklist(
  db: StationDatabase,
  list: Worklist,
  now: number,
): Promise<readonly CaseRow[]> {
  const stored = await db.caseRows.where('lists').equals(list).toArray();
  const placed = stored
    .map((row) => ({ row, place: `${dayOf(list, row)} ${lineOf(row, null).place}` }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  return await caseRowsOf(
    db,
    placed.map(({ row }) => row),
    now,
  );
}
