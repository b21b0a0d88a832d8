import { useLiveQuery } from 'dexie-react-hooks';
import type { Refund } from '../../shared/returns/documents.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { useStationDatabase } from './StationStorage.tsx';

export function useRefunds(caseId: string): readonly Refund[] | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => refundsOf(db, caseId), [db, caseId]);
}

/** Oldest first. */
export async function refundsOf(db: StationDatabase, caseId: string): Promise<readonly Refund[]> {
  const refunds = await db.refunds.where('caseId').equals(caseId).toArray();
  return refunds.sort((a, b) => (a.approvedAt < b.approvedAt ? -1 : 1));
}
