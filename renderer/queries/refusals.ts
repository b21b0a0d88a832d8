import { useLiveQuery } from 'dexie-react-hooks';
import type { Fact } from '../../shared/returns/fact.ts';
import type { RefusedRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { useStationDatabase } from './StationStorage.tsx';

/** What central answered no to, with the fact and the case's number. */
export type RefusedFact = RefusedRow & { readonly fact: Fact; readonly rma: string | null };

/** Newest first. */
export function useRefusals(): readonly RefusedFact[] | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => refusals(db), [db]);
}

export async function refusals(db: StationDatabase): Promise<readonly RefusedFact[]> {
  const rows = await db.refused.toArray();
  const [facts, cases] = await Promise.all([
    db.facts.bulkGet(rows.map((r) => r.id)),
    db.caseRows.bulkGet(rows.map((r) => r.caseId)),
  ]);
  return rows
    .flatMap((row, index) => {
      const fact = facts[index]?.fact;
      return fact ? [{ ...row, fact, rma: cases[index]?.rma ?? null }] : [];
    })
    .sort((a, b) => (a.refusedAt < b.refusedAt ? 1 : -1));
}
