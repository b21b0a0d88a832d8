import type { Refund } from '../../shared/returns/documents.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

export function useRefunds(_caseId: string): readonly Refund[] | undefined {
  throw new Error('not built yet');
}

export async function refundsOf(_db: StationDatabase, _caseId: string): Promise<readonly Refund[]> {
  throw new Error('not built yet');
}
