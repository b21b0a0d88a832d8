import type { Barcode } from '../../../shared/barcodes/barcode.ts';
import { formsOf } from '../../../shared/barcodes/scan.ts';
import type { ReturnCase } from '../../../shared/facts/documents.ts';
import type { ArrivalFact, FactOf } from '../../../shared/facts/fact.ts';
import { standingRows } from '../../cases/blindFacts.ts';
import { factsOfCases } from '../../cases/factsOfCases.ts';
import { identifierRowOfFact } from '../../cases/identifiersOf.ts';
import { formIn } from '../../storage/packed/identifierKey.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { CaseRow } from './caseRow.ts';

type Label = {
  readonly barcode: Barcode | null;
  readonly raw: string | null;
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
  const facts = await factsOfCases(
    db,
    rows.map((row) => row.caseId),
  );
  const papers = await db.cases.bulkGet(rows.map((row) => row.caseId));
  return await Promise.all(
    rows.map(async (row, index): Promise<ComingIn> => {
      const known = await standingRows(db, facts.get(row.caseId) ?? []);
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

function carries(
  arrival: ArrivalFact,
  units: readonly FactOf<'handlingUnit'>[],
  { barcode, raw, isPapers }: Label,
): boolean {
  if (isPapers) return false;
  if (raw !== null && arrival.raw === raw) return true;
  if (barcode === null) return false;
  const own = [arrival, ...units.filter((unit) => unit.arrivalId === arrival.arrivalId)]
    .flatMap((fact) => identifierRowOfFact(fact)?.values ?? [])
    .map(formIn);
  return formsOf(barcode).some((form) => own.includes(form));
}
