import { useObservable } from 'dexie-react-hooks';
import type { Worklist } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import type { CaseRow } from './caseRow.ts';
import { linesOf, liveWorklist } from './liveWorklist.ts';
import { useNow, useStationDatabase } from './StationStorage.tsx';

/** Live, nearest deadline first; undefined until read. */
export function useWorklist(list: Worklist): readonly CaseRow[] | undefined {
  const db = useStationDatabase();
  const now = useNow();
  return useObservable(() => liveWorklist(db, list, now), [db, list, now]);
}

/** The cases on it now. */
export async function worklist(
  db: StationDatabase,
  list: Worklist,
  now: number,
): Promise<readonly CaseRow[]> {
  return (await linesOf(db, list, 'all', now)).map((line) => line.row);
}
