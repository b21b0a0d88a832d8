import type { Barcode } from '../../shared/returns/barcode.ts';
import type { ReturnCase } from '../../shared/returns/documents.ts';
import type { ArrivalFact, FactOf } from '../../shared/returns/fact.ts';
import { standingRows } from '../cases/blindFacts.ts';
import { factsOfCases } from '../cases/factsOfCases.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import type { CaseRow } from './caseRow.ts';

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
  label: { readonly barcode: Barcode | null; readonly raw: string | null },
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
  { barcode, raw }: { readonly barcode: Barcode | null; readonly raw: string | null },
): boolean {
  if (barcode?.kind === 'rma') return false;
  if (raw !== null && arrival.raw === raw) return true;
  if (barcode === null) return false;
  const names = units.flatMap((unit) =>
    unit.arrivalId === arrival.arrivalId ? [unit.licencePlate, unit.sscc] : [],
  );
  const own = [arrival.trackingNumber, arrival.sscc, ...names].flatMap((n) =>
    n ? [plain(n)] : [],
  );
  const asked = barcode.kind === 'sscc' ? barcode.sscc : barcode.text;
  const inside = barcode.kind === 'gs1' ? [barcode.label.sscc] : [];
  return [asked, ...inside].some((name) => name !== undefined && own.includes(plain(name)));
}

function plain(name: string): string {
  return name.replaceAll(/\s/g, '').toUpperCase();
}
