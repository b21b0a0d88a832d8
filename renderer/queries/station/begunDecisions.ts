import type { PersonId } from '../../../shared/ids.ts';
import type { BegunDecisionRow } from '../../storage/begunDecision.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';

/** The decisions a person has begun here and not signed. */
export async function begunDecisionsOf(
  db: StationDatabase,
  personId: PersonId,
): Promise<readonly BegunDecisionRow[]> {
  return await db.begunDecisions.where('personId').equals(personId).toArray();
}
