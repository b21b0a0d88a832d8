import type { Collection, Table } from 'dexie';
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
  const near = isWorthAsking(keys) ? await rowsBetween(table, index, keys) : null;
  if (near) {
    const wanted = new Set<unknown>(keys);
    return near.filter((row) => valuesIn(row, index).some((value) => wanted.has(value)));
  }
  const found = await Promise.all(keys.map((key) => table.where(index).equals(key).toArray()));
  return found.flat();
}

/** Those documents of these ids that there are. */
export async function documentsBy<T extends { readonly id: string }>(
  table: Table<T, string>,
  ids: readonly string[],
): Promise<readonly T[]> {
  if (ids.length === 0) return [];
  const near = isWorthAsking(ids) ? await rowsBetween(table, ':id', ids) : null;
  if (!near) return (await table.bulkGet([...ids])).flatMap((row) => row ?? []);
  const wanted = new Set(ids);
  return near.filter((row) => wanted.has(row.id));
}

/** By each of these keys that is in the index, the primary keys of its rows, ascending. */
export async function keysUnder<T, K>(
  table: Table<T, K>,
  index: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly K[]>> {
  const near = isWorthAsking(keys) ? await keysBetween(table, index, keys) : null;
  if (near) return near;
  const found = await Promise.all(keys.map((key) => table.where(index).equals(key).primaryKeys()));
  return new Map(keys.map((key, at) => [key, found[at] ?? []]));
}

const manyKeys = 16;

/**
 * One question about a range may spare hundreds about each key: what comes together lies together
 * more often than not, and what is new lies apart from what is known. Only within a write: a live
 * query would watch the whole range from then on.
 */
function isWorthAsking(keys: readonly Key[]): boolean {
  return keys.length >= manyKeys && isWriting();
}

/** All rows from the first of these keys to the last; null when they are many more than the keys. */
async function rowsBetween<T, K>(
  table: Table<T, K>,
  index: string,
  keys: readonly Key[],
): Promise<readonly T[] | null> {
  const range = rangeOf(table, index, keys);
  if (!range) return null;
  const many = await countUpTo(range(), 2 * keys.length + 1);
  if (many === 0) return [];
  return many <= 2 * keys.length ? await range().toArray() : null;
}

async function keysBetween<T, K>(
  table: Table<T, K>,
  index: string,
  keys: readonly Key[],
): Promise<ReadonlyMap<string, readonly K[]> | null> {
  const range = rangeOf(table, index, keys);
  if (!range) return null;
  const most = Math.floor(keys.length / 2);
  const many = await countUpTo(range(), most + 1);
  // Each of them takes a step of a cursor.
  if (many > most) return null;
  const wanted = new Set(keys);
  const found = new Map<string, K[]>();
  if (many > 0)
    await range().eachKey((key, { primaryKey }) => {
      if (typeof key === 'string' && wanted.has(key))
        found.set(key, [...(found.get(key) ?? []), primaryKey]);
    });
  return found;
}

/**
 * How many there are, as far as `most`: to count all would walk past each entry between two ids that
 * only chance has set apart, which is the whole table.
 */
export async function countUpTo<T, K>(range: Collection<T, K>, most: number): Promise<number> {
  return (await range.limit(most).primaryKeys()).length;
}

function rangeOf<T, K>(table: Table<T, K>, index: string, keys: readonly Key[]) {
  const texts = keys.filter((key) => typeof key === 'string').toSorted();
  const [first] = texts;
  const last = texts.at(-1);
  if (first === undefined || last === undefined || texts.length < keys.length) return null;
  return () => table.where(index).between(first, last, true, true);
}

/** An index may be of a field within a field. */
function valuesIn(row: unknown, index: string): readonly unknown[] {
  const value = index
    .split('.')
    .reduce<unknown>(
      (within, field) =>
        typeof within === 'object' && within !== null ? Reflect.get(within, field) : null,
      row,
    );
  return Array.isArray(value) ? value : [value];
}
