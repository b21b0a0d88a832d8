import type { Grant, Refund } from '../../../shared/facts/documents.ts';
import type { Instant, LocalDate } from '../../../shared/facts/time.ts';
import { sourceTables } from '../../cases/caseSources.ts';
import { rowsUnder } from '../../storage/byIndex.ts';
import { listRowsIn, listRowTables, packedRowsBy } from '../../storage/packed/packedRows.ts';
import { readTogether } from '../../storage/readTogether.ts';
import type { Worklist } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { type CaseRow, caseRowsOf } from '../lists/caseRow.ts';

/** What a client who asks has to be told of a case. */
export type FoundCase = {
  readonly row: CaseRow;
  /** On whose lists it is; none: it is over. */
  readonly lists: readonly Worklist[];
  readonly outcome: Outcome | null;
};

/** What central has accepted as final: the latest of it, and of refunds all there are. */
export type Outcome =
  | (ToldRefund & {
      readonly kind: 'refund';
      /** Approved before it, newest first. */
      readonly earlier: readonly ToldRefund[];
    })
  | { readonly kind: 'declined' | 'settled'; readonly at: Instant };

export type ToldRefund = {
  readonly state: Refund['state'];
  readonly amount: number;
  readonly currency: string;
  readonly startedAt: Instant | null;
  readonly dueOn: LocalDate | null;
  /** Photos it waits for. */
  readonly waitsFor: number;
};

/** In the order of these ids; those this station does not know are left out. */
export async function foundCases(
  db: StationDatabase,
  caseIds: readonly string[],
  now: number,
): Promise<readonly FoundCase[]> {
  if (caseIds.length === 0) return [];
  const tables = [...listRowTables, 'answeredRuns', ...sourceTables];
  return await readTogether(db, [...new Set(tables)], async () => {
    const [read, refunds, grants] = await Promise.all([
      packedRowsBy(listRowsIn(db), caseIds),
      rowsUnder(db.refunds, 'caseId', caseIds),
      rowsUnder(db.grants, 'caseId', caseIds),
    ]);
    const stored = read.flatMap((row) => row ?? []);
    const rows = await caseRowsOf(db, stored, now);
    return rows.map((row, at) => ({
      row,
      lists: stored[at]?.lists ?? [],
      outcome: outcomeOf(
        refunds.filter(({ caseId }) => caseId === row.caseId),
        grants.filter(({ caseId }) => caseId === row.caseId),
      ),
    }));
  });
}

export function outcomeOf(
  refunds: readonly Refund[],
  grants: readonly Pick<Grant, 'decision' | 'refundId' | 'acceptedAt'>[],
): Outcome | null {
  const [refund, ...earlier] = refunds.toSorted((a, b) => (a.approvedAt < b.approvedAt ? 1 : -1));
  const grant = grants.toSorted((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1))[0];
  if (refund && !(grant && grant.refundId === null && grant.acceptedAt > refund.approvedAt))
    return { kind: 'refund', ...toldOf(refund), earlier: earlier.map(toldOf) };
  return grant
    ? { kind: grant.decision === 'decline' ? 'declined' : 'settled', at: grant.acceptedAt }
    : null;
}

function toldOf(refund: Refund): ToldRefund {
  const { state, amount, currency, startedAt, dueOn, waitsForPhotos = [] } = refund;
  const waitsFor = state === 'due' ? waitsForPhotos.length : 0;
  return { state, amount, currency, startedAt, dueOn, waitsFor };
}
