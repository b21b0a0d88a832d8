import { useLiveQuery } from 'dexie-react-hooks';
import type { Instant } from '../../../shared/facts/time.ts';
import { farAway } from '../../cases/projectCase.ts';
import { listRowsIn, packedRowsBy } from '../../storage/packed/packedRows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';

/** Unsent decisions that become late first: from `lateFrom` on, `verdicts` of them would be. */
export type LastSafeSend = { readonly lateFrom: Instant; readonly verdicts: number };

/** Until when the decisions waiting here must reach central; null when none has a deadline ahead. */
export function useLastSafeSend(): LastSafeSend | null {
  const db = useStationDatabase();
  const now = useNow();
  return useLiveQuery(() => lastSafeSend(db, now), [db, now]) ?? null;
}

export async function lastSafeSend(db: StationDatabase, now: number): Promise<LastSafeSend | null> {
  const waiting = await db.outbox.filter((row) => row.lane === 'decision').toArray();
  if (waiting.length === 0) return null;
  const facts = await db.facts.bulkGet(waiting.map((row) => row.id));
  const cases = await packedRowsBy(
    listRowsIn(db),
    facts.map((fact) => fact?.caseId ?? ''),
  );
  const ahead = cases.flatMap((row) =>
    row && Date.parse(row.dueBefore) > now && row.dueBefore !== farAway ? [row.dueBefore] : [],
  );
  const lateFrom = ahead.toSorted()[0];
  if (lateFrom === undefined) return null;
  return { lateFrom, verdicts: ahead.filter((due) => due === lateFrom).length };
}
