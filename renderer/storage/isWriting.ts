import { Dexie } from 'dexie';

/** Whether what is read now may be undone yet: a reading transaction within a writing one counts. */
export function isWriting(): boolean {
  for (let within = Dexie.currentTransaction; within; within = within.parent)
    if (within.mode === 'readwrite') return true;
  return false;
}
