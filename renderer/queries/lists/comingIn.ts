import type { ReturnCase } from '../../../shared/facts/documents.ts';
import type { ArrivalFact, FactOf } from '../../../shared/facts/fact.ts';
import { standingRows } from '../../cases/blindFacts.ts';
import { factsOfCases } from '../../cases/factsOfCases.ts';
import { identifierRowOfFact } from '../../cases/identifiersOf.ts';
import { formIn } from '../../storage/packed/identifierKey.ts';
import {
  listRowsIn,
  packedRowsBy,
  papersIn,
  paperTables,
} from '../../storage/packed/packedRows.ts';
import { readTogether } from '../../storage/readTogether.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';

type Label = {
  readonly raw: string | null;
  readonly forms: readonly string[];
  readonly isPapers?: boolean;
};

/** A case a label answers to, with what of it is here already. */
export type ComingIn = {
  readonly row: CaseRow;
  readonly paper: ReturnCase | null;
  /** The very goods under this label, received before. */
  readonly same: ArrivalFact | null;
  /** The last goods of this case, under whatever label. */
  readonly last: ArrivalFact | null;
};

export async function comingIn(
  db: StationDatabase,
  rows: readonly CaseRow[],
  label: Label,
): Promise<readonly ComingIn[]> {
  if (rows.length === 0) return [];
  return await readTogether(
    db,
    ['facts', ...paperTables],
    async () => await readComingIn(db, rows, label),
  );
}

async function readComingIn(
  db: StationDatabase,
  rows: readonly CaseRow[],
  label: Label,
): Promise<readonly ComingIn[]> {
  const ids = rows.map((row) => row.caseId);
  const [facts, papers] = await Promise.all([
    factsOfCases(db, ids),
    packedRowsBy(papersIn(db), ids),
  ]);
  return await Promise.all(
    rows.map(async (row, index): Promise<ComingIn> => {
      const stored = facts.get(row.caseId) ?? [];
      // Nothing is awaited that asks the database nothing: the transaction would end behind it.
      const known = stored.length === 0 ? [] : await standingRows(db, stored);
      const standing = known.map((one) => one.fact);
      const arrivals = standing.flatMap((fact) => (fact.kind === 'arrival' ? [fact] : []));
      const units = standing.flatMap((fact) => (fact.kind === 'handlingUnit' ? [fact] : []));
      return {
        row,
        paper: papers[index] ?? null,
        same: arrivals.findLast((arrival) => carries(arrival, units, label)) ?? null,
        last: arrivals.at(-1) ?? null,
      };
    }),
  );
}

/** The same cases as they are now, without looking them up again. */
export async function comingStill(
  db: StationDatabase,
  coming: readonly ComingIn[],
  label: Label,
  now: number,
): Promise<readonly ComingIn[]> {
  const stored = await packedRowsBy(
    listRowsIn(db),
    coming.map(({ row }) => row.caseId),
  );
  const rows = await caseRowsOf(
    db,
    stored.flatMap((row) => row ?? []),
    now,
  );
  return await comingIn(db, rows, label);
}

function carries(
  arrival: ArrivalFact,
  units: readonly FactOf<'handlingUnit'>[],
  { raw, forms, isPapers }: Label,
): boolean {
  if (isPapers) return false;
  if (raw !== null && arrival.raw === raw) return true;
  const own = [arrival, ...units.filter((unit) => unit.arrivalId === arrival.arrivalId)]
    .flatMap((fact) => identifierRowOfFact(fact)?.values ?? [])
    .map(formIn);
  return forms.some((form) => own.includes(form));
}
