import type { CaseRow } from '../../../renderer/queries/lists/caseRow.ts';
import { caseId } from '../cases/ids.ts';

/** An announced case of Northfield's, as lists show it: nothing of it is here yet. */
export function aCaseRow(part: Partial<CaseRow> = {}): CaseRow {
  return {
    caseId: caseId('case-1'),
    rma: null,
    clientName: 'Northfield',
    articles: [],
    state: 'authorised',
    standing: null,
    uncounted: null,
    expectedOn: null,
    remainder: null,
    amount: null,
    currency: null,
    saved: 'accepted',
    hasQuestion: false,
    hasRefusal: false,
    heldBy: [],
    holds: [],
    desk: null,
    ...part,
  };
}
