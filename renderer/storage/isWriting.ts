import { Dexie, type Transaction } from 'dexie';

/** Whether what is read now may be undone yet: a reading transaction within a writing one counts. */
export function isWriting(): boolean {
  let within: Transaction | undefined = Dexie.currentTransaction;
  while (within && within.mode !== 'readwrite') within = within.parent;
  return within !== undefined && within !== null;
}
