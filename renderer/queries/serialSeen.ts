import { standingRows } from '../cases/blindFacts.ts';
import { indexed } from '../cases/identifiersOf.ts';
import { ownersUnder } from '../storage/identifierPages.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

export type SerialSeen = {
  readonly caseId: string;
  readonly arrivalId: string;
  readonly rma: string | null;
};

/** Where a piece was counted before, as far as this station knows. */
export async function serialSeen(
  db: StationDatabase,
  serial: string,
): Promise<readonly SerialSeen[]> {
  const owners = await ownersUnder(db, [indexed({ kind: 'serial', value: serial })]);
  const ids = owners.flatMap(({ owner }) => (owner.startsWith('fact:') ? [owner.slice(5)] : []));
  const rows = (await db.facts.bulkGet(ids)).flatMap((row) => (row ? [row] : []));
  const counts = (await standingRows(db, rows)).filter((row) => row.kind === 'unitsCounted');
  const lines = await db.caseRows.bulkGet(counts.map((row) => row.caseId));
  return counts.map(({ caseId, arrivalId }, index) => ({
    caseId,
    arrivalId,
    rma: lines[index]?.rma ?? null,
  }));
}
