import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { isSamePiece } from '../../../shared/facts/serials.ts';
import { standingRows } from '../../cases/blindFacts.ts';
import { indexed } from '../../cases/identifiersOf.ts';
import { ownersUnder } from '../../storage/packed/identifierIndex.ts';
import { listRowsIn, packedRowsBy } from '../../storage/packed/packedRows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';

export type SerialSeen = {
  readonly caseId: string;
  readonly arrivalId: string | null;
  readonly rma: string | null;
};

/** Whether one of these is the very parcel, or its case, that lies open: the piece is in its count already. */
export function isInCount(
  seen: readonly SerialSeen[],
  open: { readonly arrivalId: string; readonly caseId: string | null },
): boolean {
  return seen.some(
    (one) => one.arrivalId === open.arrivalId || (one.caseId !== '' && one.caseId === open.caseId),
  );
}

/** Where a piece was counted before, as far as this station knows; a serial is its article's, another article may bear it too. */
export async function serialSeen(
  db: StationDatabase,
  piece: { readonly serial: string; readonly article: FactOf<'unitsCounted'>['article'] },
): Promise<readonly SerialSeen[]> {
  const owners = await ownersUnder(db, [indexed({ kind: 'serial', value: piece.serial })]);
  const ids = owners.flatMap(({ owner }) => (owner.startsWith('fact:') ? [owner.slice(5)] : []));
  const rows = (await db.facts.bulkGet(ids)).flatMap((row) => (row ? [row] : []));
  const counts = (await standingRows(db, rows)).filter(({ fact }) => isOfPiece(fact, piece));
  const lines = await packedRowsBy(
    listRowsIn(db),
    counts.map((row) => row.caseId),
  );
  return counts.map(({ caseId, arrivalId }, index) => ({
    caseId,
    arrivalId,
    rma: lines[index]?.rma ?? null,
  }));
}

function isOfPiece(fact: Fact, piece: Parameters<typeof serialSeen>[1]): boolean {
  return (
    fact.kind === 'unitsCounted' &&
    fact.serials.some((serial) => isSamePiece({ article: fact.article, serial }, piece))
  );
}
