import { useLiveQuery } from 'dexie-react-hooks';
import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { RefusedRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

export type RefusedDecision = { readonly name: string; readonly why: RefusedRow['why'] };

export function useRefusedDecision(file: CaseFile): RefusedDecision | null | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => refusedDecision(db, file), [db, file]);
}

/**
 * What was last signed here about a verdict that still waits, and central answered no to: whoever opens
 * the case next would sign the same once more. null: nothing, or something was signed since.
 */
export async function refusedDecision(
  db: StationDatabase,
  { returnCase, heads, decisions }: Pick<CaseFile, 'returnCase' | 'heads' | 'decisions'>,
): Promise<RefusedDecision | null> {
  const refused = await db.refused.where('caseId').equals(returnCase.id).toArray();
  const facts = await db.facts.bulkGet(refused.map(({ id }) => id));
  const about = refused.flatMap((row, index) => {
    const fact = facts[index]?.fact;
    return fact?.kind === 'verdictDecided' && heads.includes(fact.verdictId)
      ? [{ ...row, personId: fact.personId }]
      : [];
  });
  const last = about.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  if (!last || decisions.some(({ id }) => id > last.id)) return null;
  const person = await db.people.get(last.personId);
  return { name: person?.name ?? '', why: last.why };
}
