import type { IndexableType, Table } from 'dexie';
import { hashOf } from './identifierIndexPage.ts';

/*
 * Hashes of all ids put into a table since it was empty; what was undone or went is among them
 * still. A station that fills itself for the first time need not ask after each.
 */
const putSinceEmpty = new WeakMap<object, Set<number>>();
const mostNoted = 200_000;

/** Within a transaction. Of these ids those that may be stored; only one window puts them. */
export async function mayBePut<T, K extends IndexableType>(
  table: Table<T, K>,
  ids: readonly string[],
): Promise<readonly string[]> {
  const isEmpty = !putSinceEmpty.has(table) && (await table.limit(1).count()) === 0;
  if (isEmpty) putSinceEmpty.set(table, new Set());
  const put = putSinceEmpty.get(table);
  return put ? ids.filter((id) => put.has(hashOf(id))) : ids;
}

export function notePut(table: object, ids: readonly string[]): void {
  const put = putSinceEmpty.get(table);
  for (const id of put ? ids : []) put?.add(hashOf(id));
  if (put && put.size > mostNoted) putSinceEmpty.delete(table);
}
