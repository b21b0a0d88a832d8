import type { Transaction } from 'dexie';

/**
 * Version 8: cases and list rows that come by the hundred lie on pages; rows that were made before
 * their facts came are named beside them. Sealed: never edit, add v9.
 */
export const tablesAddedInV8 = {
  casePages: '++,*ids',
  caseRowPages: '++,*ids,*documents',
  casesBehind: 'caseId',
} as const;

/** Builds of before would find no cases on pages, so they may not read this any more. */
export async function nameCasesBehind(upgrade: Transaction): Promise<void> {
  const behind = await upgrade
    .table<unknown, string>('caseRows')
    .where('documents')
    .equals('facts')
    .primaryKeys();
  await upgrade.table('casesBehind').bulkPut(behind.map((caseId) => ({ caseId })));
  await upgrade
    .table('meta')
    .where('key')
    .equals('station')
    .modify((values: { minimumReader?: number }) => {
      values.minimumReader = 4;
    });
}
