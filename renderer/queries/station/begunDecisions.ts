import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { PersonId } from '../../../shared/ids.ts';
import type { BegunDecisionRow } from '../../storage/begunDecision.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** The decisions a person has begun here and not signed. */
export async function begunDecisionsOf(
  db: StationDatabase,
  personId: PersonId,
): Promise<readonly BegunDecisionRow[]> {
  return await db.begunDecisions.where('personId').equals(personId).toArray();
}

/** The cases they are about. As one text: with each letter of a reason it is the same one. */
export function useCasesBegun(personId: PersonId): ReadonlySet<string> {
  const db = useStationDatabase();
  const ids = useLiveQuery(
    async () => (await begunDecisionsOf(db, personId)).map(({ caseId }) => caseId).join(' '),
    [db, personId],
  );
  return useMemo(() => new Set(ids?.split(' ')), [ids]);
}
