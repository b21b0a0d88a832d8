import { Dexie, type Transaction } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage } from '../../../renderer/storage/openStorage.ts';
import { readTogether } from '../../../renderer/storage/readTogether.ts';
import { accepted } from '../../builders/cases/accepted.ts';

test('what a transaction ended before is read all the same, and what fails otherwise fails', async () => {
  const { db } = accepted(await openStorage('read-together'));
  onTestFinished(() => db.close());
  let reads = 0;
  const read = async () => {
    reads += 1;
    const before = await db.refunds.count();
    await endOf(Dexie.currentTransaction);
    return before + (await db.grants.count());
  };
  expect(await readTogether(db, ['refunds', 'grants'], read)).toBe(0);
  expect(reads).toBe(2);
  await expect(
    readTogether(db, ['refunds'], async () => await Promise.reject(new Error('torn'))),
  ).rejects.toThrow('torn');
});

/** Nothing is asked of the database meanwhile, so a transaction ends. */
async function endOf(transaction: Transaction | null): Promise<void> {
  if (!transaction) return;
  await new Promise((resolve) => {
    transaction.idbtrans.addEventListener('complete', resolve);
  });
}
