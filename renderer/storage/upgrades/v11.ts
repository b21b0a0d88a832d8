import type { Transaction } from 'dexie';

/**
 * Version 11: a fact lies in no index of what it does not have. Rows of before lie under '' for no
 * arrival, which nobody asks for. Sealed: never edit, add v12.
 */
export const tablesChangedInV11 = {
  facts: 'id,caseId,arrivalId,fact.corrects,envelope.sequence,fact.sha256',
} as const;

/** Builds of before ask by indexes that are gone. */
export async function keepReadersOfOldIndexesAway(upgrade: Transaction): Promise<void> {
  await upgrade
    .table('meta')
    .where('key')
    .equals('station')
    .modify((values: { minimumReader?: number }) => {
      values.minimumReader = 5;
    });
}
