import { useLiveQuery } from 'dexie-react-hooks';
import type { Worklist } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';
import { useNow, useStationDatabase } from './StationStorage.tsx';

const byKey = new Intl.Collator('en');

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
  const inOrder = rows
    .map((row) => ({ row, key: order(row) }))
    .sort((a, b) => byKey.compare(a.key, b.key));
  return await caseRowsOf(
    db,
    inOrder.map(({ row }) => row),
    now,
  );

  function order(row: (typeof rows)[number]): string {
    return `${row.dueBefore} ${row.expectedOn ?? '9999'} ${row.rma ?? ''} ${row.caseId}`;
  }
}
