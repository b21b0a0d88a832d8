import type { Fact } from '../../shared/returns/fact.ts';
import type { RefusedRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** What central answered no to, newest first, with the fact and the case's name. */
export type RefusedFact = RefusedRow & { readonly fact: Fact; readonly rma: string | null };

export function useRefusals(): readonly RefusedFact[] | undefined {
  throw new Error('not built yet');
}

export async function refusals(_db: StationDatabase): Promise<readonly RefusedFact[]> {
  throw new Error('not built yet');
}
