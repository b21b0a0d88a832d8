import { useLiveQuery } from 'dexie-react-hooks';
import type { FactKind } from '../../../shared/facts/fact.ts';
import type { Instant } from '../../../shared/facts/time.ts';
import { listRowsIn, packedRowsBy } from '../../storage/packed/packedRows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

export type UnsentRecord = {
  readonly sequence: number;
  readonly kind: FactKind | null;
  readonly rma: string | null;
  readonly savedAt: Instant;
};

/** What still waits for central, oldest first, `most` at the most. */
export function useUnsent(most = 50): readonly UnsentRecord[] | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => unsentRecords(db, most), [db, most]);
}

export async function unsentRecords(
  db: StationDatabase,
  most: number,
): Promise<readonly UnsentRecord[]> {
  const waiting = await db.outbox.orderBy('sequence').limit(most).toArray();
  const facts = await db.facts.bulkGet(waiting.map((row) => row.id));
  const cases = await packedRowsBy(
    listRowsIn(db),
    facts.map((fact) => fact?.caseId ?? ''),
  );
  return waiting.map(({ sequence, savedAt }, place) => ({
    sequence,
    savedAt,
    kind: facts[place]?.kind ?? null,
    rma: cases[place]?.rma ?? null,
  }));
}
