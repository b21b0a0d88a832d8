import type { StationDatabase } from '../storage/stationDatabase.ts';
import type { CaseView } from './caseView.ts';

/** Live; undefined until read, null when this station knows no such case. */
export function useCase(_caseId: string): CaseView | null | undefined {
  throw new Error('not built yet');
}

export async function caseView(
  _db: StationDatabase,
  _caseId: string,
  _now: number,
): Promise<CaseView | null> {
  throw new Error('not built yet');
}
