/** Cases and list rows as they are stored, whether each lies on a page or by itself. */
import {
  allPackedRows,
  listRowsIn,
  papersIn,
} from '../../../renderer/storage/packed/packedRows.ts';
import type { CaseListRow } from '../../../renderer/storage/rows.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import type { ReturnCase } from '../../../shared/facts/documents.ts';

export async function storedRows(db: StationDatabase): Promise<readonly CaseListRow[]> {
  return await allPackedRows(listRowsIn(db));
}

export async function storedPapers(db: StationDatabase): Promise<readonly ReturnCase[]> {
  return await allPackedRows(papersIn(db));
}

/** How many list rows were read since: of a page each that lies on it. */
export function countingRowsRead(db: StationDatabase): () => number {
  let read = 0;
  db.caseRows.hook('reading', (row) => {
    read += 1;
    return row;
  });
  db.caseRowPages.hook('reading', (page) => {
    read += page.ids.length;
    return page;
  });
  return () => read;
}
