import type { CaseFile } from '../../shared/returns/caseFile.ts';
import type { Client, OrderLine, Refund } from '../../shared/returns/documents.ts';
import type { CaseReferences } from '../../shared/returns/policyInput.ts';
import type { LocalDate } from '../../shared/returns/time.ts';
import type { FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { readCase, sourcesOfCases } from './caseSources.ts';

/** A case with everything it is read with, as this station has it. */
export type LoadedCase = {
  readonly file: CaseFile;
  /** null while no policy is here. */
  readonly references: CaseReferences | null;
  readonly client: Client | null;
  readonly orderLines: readonly OrderLine[];
  readonly refunds: readonly Refund[];
  /** The stored rows of its facts, refused ones included (they are not in `file`). */
  readonly rows: readonly FactRow[];
};

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
