import { useLiveQuery } from 'dexie-react-hooks';
import type { DraftRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** Live; undefined until read, null when nothing is begun. */
export function useDraft(caseId: string, unitGroupId: string): DraftRow | null | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => findingDraft(db, caseId, unitGroupId), [db, caseId, unitGroupId]);
}

/**
 * The finding somebody has begun about these units. One that has become a finding since is done
 * with, even if a crash came before it could be let go.
 */
export async function findingDraft(
  db: StationDatabase,
  caseId: string,
  unitGroupId: string,
): Promise<DraftRow | null> {
  const row = await db.drafts.get(`${caseId} ${unitGroupId}`);
  if (!row) return null;
  const facts = await db.facts.where('caseId').equals(caseId).toArray();
  const isRecorded = facts.some(
    ({ fact }) =>
      fact.kind === 'finding' &&
      fact.unitGroupId === unitGroupId &&
      fact.personId === row.personId &&
      fact.at.utc >= row.savedAt,
  );
  return isRecorded ? null : row;
}

/** The cases somebody has begun a finding about. */
export function useCasesWithDraft(): ReadonlySet<string> {
  const db = useStationDatabase();
  const ids = useLiveQuery(async () => (await db.drafts.toArray()).map((row) => row.caseId), [db]);
  return new Set(ids);
}
