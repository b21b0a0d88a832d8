import { useLiveQuery } from 'dexie-react-hooks';
import type { HeldDecisionRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

const none: readonly HeldDecisionRow[] = [];

/** Live: decisions people signed here that were not sealed, oldest first. */
export function useHeldDecisions(): readonly HeldDecisionRow[] {
  const db = useStationDatabase();
  return useLiveQuery(() => heldDecisions(db), [db]) ?? none;
}

/** Without those that were sealed all the same, just before a crash. */
export async function heldDecisions(db: StationDatabase): Promise<readonly HeldDecisionRow[]> {
  const held = await db.heldDecisions.toArray();
  if (held.length === 0) return none;
  const facts = await db.facts
    .where('caseId')
    .anyOf(held.map((row) => row.caseId))
    .toArray();
  return held
    .filter(
      (row) =>
        !facts.some(
          ({ fact }) =>
            fact.kind === 'verdictDecided' &&
            fact.personId === row.personId &&
            fact.verdictId === row.decision.verdictId &&
            fact.at.utc >= row.signedAt,
        ),
    )
    .toSorted((a, b) => a.signedAt.localeCompare(b.signedAt));
}
