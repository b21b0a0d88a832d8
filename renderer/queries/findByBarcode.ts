import type { ArrivalFact } from '../../shared/returns/fact.ts';
import type { Identifier } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import type { CaseRow } from './caseRow.ts';

/** What a scanned identifier belongs to. */
export type Match =
  | {
      readonly kind: 'case';
      readonly row: CaseRow;
      /** By which of the identifiers it was found. */
      readonly by: Identifier;
    }
  /** Goods that are here but belong to no case yet. */
  | { readonly kind: 'blindArrival'; readonly arrival: ArrivalFact; readonly by: Identifier };

export async function findByIdentifiers(
  _db: StationDatabase,
  _identifiers: readonly Identifier[],
  _now: number,
): Promise<readonly Match[]> {
  throw new Error('not built yet');
}
