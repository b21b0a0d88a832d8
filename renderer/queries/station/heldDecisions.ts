import { useLiveQuery } from 'dexie-react-hooks';
import type { Fact } from '../../../shared/facts/fact.ts';
import { canonicalJson } from '../../../shared/sync/canonicalJson.ts';
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
    .filter((row) => !facts.some(({ fact }) => isSealed(row, fact)))
    .toSorted((a, b) => a.signedAt.localeCompare(b.signedAt));
}

/** The very same: another part of the verdict may have been sealed since. */
function isSealed({ personId, signedAt, decision }: HeldDecisionRow, fact: Fact): boolean {
  return (
    fact.kind === 'verdictDecided' &&
    fact.personId === personId &&
    fact.verdictId === decision.verdictId &&
    fact.at.utc >= signedAt &&
    fact.decision === decision.decision &&
    canonicalJson(fact.choices) === canonicalJson(decision.choices)
  );
}
