import type { Table } from 'dexie';

/**
 * The rows under these keys of an index, one question per key and all of them at once: a cursor
 * that jumps from key to key waits for each.
 */
export async function rowsUnder<T>(
  table: Table<T, string>,
  index: string,
  keys: readonly (string | readonly (string | number)[])[],
): Promise<readonly T[]> {
  const found = await Promise.all(keys.map((key) => table.where(index).equals(key).toArray()));
  return found.flat();
}
