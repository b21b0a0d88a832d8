import type { ReturnCase } from '../../../shared/facts/documents.ts';
import { packedRowsBy, papersIn } from '../../storage/packed/packedRows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';

/** The papers of a case; null for one without, or that nobody here knows. */
export async function paperOf(db: StationDatabase, caseId: string): Promise<ReturnCase | null> {
  const [paper] = await packedRowsBy(papersIn(db), [caseId]);
  return paper ?? null;
}
