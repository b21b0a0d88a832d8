import type { LocalDate } from '../../shared/facts/time.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { readCase, sourcesOfCases } from './caseSources.ts';
import type { LoadedCase } from './loadedCase.ts';

export async function loadCase(
  db: StationDatabase,
  caseId: string,
  asOf: LocalDate,
): Promise<LoadedCase | null> {
  return (await loadCases(db, [caseId], asOf)).get(caseId) ?? null;
}

/** Several cases with one question per table, however many there are. Unknown ids are left out. */
export async function loadCases(
  db: StationDatabase,
  caseIds: readonly string[],
  asOf: LocalDate,
): Promise<ReadonlyMap<string, LoadedCase>> {
  const sources = await sourcesOfCases(db, caseIds);
  return new Map([...sources].map(([id, one]) => [id, readCase(one, asOf)]));
}
