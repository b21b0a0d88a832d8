import { useLiveQuery } from 'dexie-react-hooks';
import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { VerdictDecidedFact } from '../../../shared/facts/fact.ts';
import type { RefusedRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

export type RefusedDecision = {
  readonly name: string;
  readonly why: RefusedRow['why'];
  readonly decision: VerdictDecidedFact;
};

export function useRefusedDecision(file: CaseFile): RefusedDecision | null | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => refusedDecision(db, file), [db, file]);
}

/**
 * What was last signed here about this case, and central answered no to: whoever opens it next would
 * sign the same once more, or believe that it counts. null: nothing, the same person signed since, or it
 * was seen and something else was decided.
 */
export async function refusedDecision(
  db: StationDatabase,
  { returnCase, heads, decisions }: Pick<CaseFile, 'returnCase' | 'heads' | 'decisions'>,
): Promise<RefusedDecision | null> {
  const refused = await db.refused.where('caseId').equals(returnCase.id).toArray();
  const facts = await db.facts.bulkGet(refused.map(({ id }) => id));
  const signed = refused.flatMap((row, index) => {
    const fact = facts[index]?.fact;
    return fact?.kind === 'verdictDecided' ? [{ ...row, decision: fact }] : [];
  });
  const last = signed.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  if (!last) return null;
  const { decision, why, seenAt } = last;
  const isOver = !heads.includes(decision.verdictId) || decisions.some(({ id }) => id > last.id);
  const isAnew = decisions.some((d) => d.id > last.id && d.personId === decision.personId);
  if (isAnew || (isOver && seenAt !== null)) return null;
  const person = await db.people.get(decision.personId);
  return { name: person?.name ?? '', why, decision };
}
