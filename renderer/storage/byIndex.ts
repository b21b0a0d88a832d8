import type { Table } from 'dexie';
import { isWriting } from './isWriting.ts';

type Key = string | readonly (string | number)[];

/**
 * The rows under these keys of an index, one question per key and all of them at once: a cursor
 * that jumps from key to key waits for each.
 */
export async function rowsUnder<T>(
  table: Table<T, string>,
  index: string,
  keys: readonly Key[],
): Promise<readonly T[]> {
  if (isWorthAsking(keys) && (await isNothingBetween(table, index, keys))) return [];
  const found = await Promise.all(keys.map((key) => table.where(index).equals(key).toArray()));
  return found.flat();
}

/** Their primary keys alone, each once. */
export async function keysUnder<T, K>(
  table: Table<T, K>,
  index: string,
  keys: readonly Key[],
): Promise<readonly K[]> {
  if (isWorthAsking(keys) && (await isNothingBetween(table, index, keys))) return [];
  const found = await Promise.all(keys.map((key) => table.where(index).equals(key).primaryKeys()));
  return [...new Set(found.flat())];
}

const manyKeys = 16;

/**
 * One question more may spare hundreds: what is new lies apart from what is known more often than
 * not. Only within a write: a live query would watch the whole range from then on.
 */
export function isWorthAsking(keys: readonly Key[]): boolean {
  return keys.length >= manyKeys && isWriting();
}

/** Whether there is nothing from the first of these keys to the last. */
export async function isNothingBetween<T, K>(
  table: Table<T, K>,
  index: string,
  keys: readonly Key[],
): Promise<boolean> {
  const texts = keys.filter((key) => typeof key === 'string').toSorted();
  const [first] = texts;
  const last = texts.at(-1);
  if (first === undefined || last === undefined || texts.length < keys.length) return false;
  return (await table.where(index).between(first, last, true, true).count()) === 0;
}
