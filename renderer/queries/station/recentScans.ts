import { useLiveQuery } from 'dexie-react-hooks';
import type { ArrivalFact, FactOf } from '../../../shared/facts/fact.ts';
import { ackRanges, withAck } from '../../storage/ackRanges.ts';
import { rowsUnder } from '../../storage/byIndex.ts';
import { newestOwnFacts } from '../../storage/ownFacts.ts';
import { listRowsIn, listRowTables, packedRowsBy } from '../../storage/packed/packedRows.ts';
import { readTogether } from '../../storage/readTogether.ts';
import type { Acceptance, CaseListRow, FactRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** One of the last things recorded at this station by scanning, newest first. */
export type RecentScan = {
  readonly fact: ArrivalFact | FactOf<'unitsCounted'>;
  readonly acceptance: Acceptance;
  /** Taken back already. */
  readonly corrected: boolean;
  readonly rma: string | null;
  readonly clientName: string | null;
};

/** Why a count was taken back that stands again, with what its second barcode says. */
export const amended = 'Second barcode of the same article';

/** The count this one replaced, to say what a second barcode says; null for any other. */
export async function amendedBy(
  db: StationDatabase,
  factId: string,
): Promise<FactOf<'unitsCounted'> | null> {
  const row = await db.facts.get(factId);
  if (row?.kind !== 'unitsCounted' || row.sequence < 2) return null;
  const before = await db.facts
    .where('envelope.sequence')
    .equals(row.sequence - 1)
    .first();
  if (before?.fact.kind !== 'correction' || before.fact.reason !== amended) return null;
  const replaced = await db.facts.get(before.fact.corrects);
  return replaced?.fact.kind === 'unitsCounted' ? replaced.fact : null;
}

/** The last five by default. */
export function useRecentScans(count = 5): readonly RecentScan[] | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => recentScans(db, count), [db, count]);
}

export async function recentScans(
  db: StationDatabase,
  count: number,
): Promise<readonly RecentScan[]> {
  const tables = ['facts', ...listRowTables, 'answeredRuns'];
  return await readTogether(db, tables, async () => await readScans(db, count));
}

async function readScans(db: StationDatabase, count: number): Promise<readonly RecentScan[]> {
  const read = await newestOwnFacts(db, (some) => some.filter(isScanned).length >= count);
  const rows = read.filter(isScanned).slice(0, count);
  const [runs, corrections, lines] = await Promise.all([
    ackRanges(db),
    rowsUnder(
      db.facts,
      'fact.corrects',
      rows.map((row) => row.id),
    ),
    packedRowsBy(
      listRowsIn(db),
      rows.map((row) => row.caseId),
    ),
  ]);
  return rows.flatMap((row, index) =>
    scanOf(
      withAck(row, runs),
      corrections.filter((one) => one.corrects === row.id),
      lines[index],
    ),
  );
}

function isScanned({ kind }: FactRow): boolean {
  return kind === 'arrival' || kind === 'unitsCounted';
}

function scanOf(
  { fact, acceptance }: FactRow,
  corrections: readonly FactRow[],
  line: CaseListRow | undefined,
): readonly RecentScan[] {
  if (fact.kind !== 'arrival' && fact.kind !== 'unitsCounted') return [];
  if (corrections.some((one) => one.fact.kind === 'correction' && one.fact.reason === amended))
    return [];
  return [
    {
      fact,
      acceptance,
      corrected: corrections.length > 0,
      rma: line?.rma ?? null,
      clientName: line?.clientName ?? null,
    },
  ];
}
