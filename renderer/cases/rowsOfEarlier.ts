import { pageWith } from '../storage/packed/rowPage.ts';
import type { CaseListRow, RowPage } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** What a row of an earlier edition may lack: said as of a case nobody knows more of. */
const unsaid = {
  clientName: '',
  articles: [],
  deadline: null,
  uncounted: null,
  runningPause: false,
  targets: null,
  endedOn: null,
  expectedOn: null,
  remainder: null,
  amount: null,
  currency: null,
  waiting: { here: [], sent: 0 },
  hasQuestion: false,
  hasRefusal: false,
  heldBy: [],
  holds: [],
  desk: null,
  lists: [],
  documents: [],
  pictures: [],
} as const satisfies Partial<CaseListRow>;

/** Until the function it returns is called, rows are read as if this edition had made them. */
export function completeOlderRows(db: StationDatabase): () => void {
  const complete = (row: CaseListRow | undefined) => row && { ...unsaid, ...row };
  const completeAll = (page: RowPage | undefined) =>
    page && pageWith<CaseListRow>(page, (row) => ({ ...unsaid, ...row }));
  db.caseRows.hook('reading', complete);
  db.caseRowPages.hook('reading', completeAll);
  return () => {
    db.caseRows.hook('reading').unsubscribe(complete);
    db.caseRowPages.hook('reading').unsubscribe(completeAll);
  };
}
