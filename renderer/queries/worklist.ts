import type { Worklist } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import type { CaseRow } from './caseRow.ts';

/** Live, nearest deadline first; undefined until read. */
export function useWorklist(_list: Worklist): readonly CaseRow[] | undefined {
  throw new Error('not built yet');
}

export async function worklist(
  _db: StationDatabase,
  _list: Worklist,
  _now: number,
): Promise<readonly CaseRow[]> {
  throw new Error('not built yet');
}
