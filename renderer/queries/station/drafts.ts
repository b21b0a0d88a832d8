import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { draftsInHand } from '../../storage/draftsInHand.ts';
import type { DraftRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';
import { useWorkedOut } from '../useWorkedOut.ts';

type Asked = {
  readonly db: StationDatabase;
  readonly caseId: string;
  readonly unitGroupId: string;
};

/**
 * As it was when it was asked for first; undefined until read, null when nothing is begun. Not live:
 * the form is ahead of what is stored, and each letter of it would read all facts of the case.
 */
export function useDraft(caseId: string, unitGroupId: string): DraftRow | null | undefined {
  const db = useStationDatabase();
  const asked = useMemo(() => ({ db, caseId, unitGroupId }), [db, caseId, unitGroupId]);
  return useWorkedOut(asked, draftAsked);
}

async function draftAsked({ db, caseId, unitGroupId }: Asked): Promise<DraftRow | null> {
  return await findingDraft(db, caseId, unitGroupId);
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
  const key = `${caseId} ${unitGroupId}`;
  const { unsaved, aside } = draftsInHand(db);
  if (aside.has(key)) return null;
  const inHand = unsaved.get(key);
  const row = inHand === undefined ? await db.drafts.get(key) : inHand;
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
  return useMemo(() => new Set(ids), [ids]);
}
