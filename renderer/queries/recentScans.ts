import type { ArrivalFact, UnitsCountedFact } from '../../shared/returns/fact.ts';
import type { Acceptance } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** One of the last things recorded at this station by scanning, newest first. */
export type RecentScan = {
  readonly fact: ArrivalFact | UnitsCountedFact;
  readonly acceptance: Acceptance;
  /** Taken back already. */
  readonly corrected: boolean;
  readonly rma: string | null;
  readonly clientName: string | null;
};

/** The last five by default. */
export function useRecentScans(_count = 5): readonly RecentScan[] | undefined {
  throw new Error('not built yet');
}

export async function recentScans(
  _db: StationDatabase,
  _count: number,
): Promise<readonly RecentScan[]> {
  throw new Error('not built yet');
}
