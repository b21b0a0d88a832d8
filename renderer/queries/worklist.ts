import { useLiveQuery } from 'dexie-react-hooks';
import type { Worklist } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';
import { useNow, useStationDatabase } from './StationStorage.tsx';

/** Live, nearest deadline first; undefined until read. */
export function useWorklist(list: Worklist): readonly CaseRow[] | undefined {
  const db = useStationDatabase();
  const now = useNow();
  return useLiveQuery(() => worklist(db, list, now), [db, list, now]);
}

export async function worklist(
  db: StationDatabase,
  list: Worklist,
  now: number,
): Promise<readonly CaseRow[]> {
  const rows = await db.caseRows.where('lists').equals(list).toArray();
  rows.sort((a, b) => order(a).localeCompare(order(b), 'en'));
  return await caseRowsOf(db, rows, now);

  function order(row: (typeof rows)[number]): string {
    return `${row.dueBefore} ${row.expectedOn ?? '9999'} ${row.rma ?? ''} ${row.caseId}`;
  }
}
