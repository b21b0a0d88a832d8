import {
  Dexie,
  type IndexableType,
  type IntervalTreeNode,
  type ObservabilitySet,
  RangeSet,
  type Table,
  type Transaction,
} from 'dexie';

/** Fewer are told of value by value, so that only who looks at one of these looks again. */
const fewestTold = 16;
const everything = { from: Number.NEGATIVE_INFINITY, to: [[]] };
/**
 * More are told as all from the first to the last: every live query keeps each key it is told until it
 * looks again, which of those that never have to was a seventh of enrolling.
 */
const mostNamed = 64;
type Written = {
  /** By part of the database, the keys concerned; null for any of them. */
  readonly keys: Map<string, string[] | null>;
  readonly rows: Map<string, unknown[]>;
};
/** The keys themselves, of parts told from the first to the last. */
const namedIn = new WeakMap<ObservabilitySet, ReadonlyMap<string, readonly string[]>>();
const inTransactions = new WeakMap<Transaction, Written>();
const listeners = new Map<string, Set<(rows: readonly unknown[]) => void>>();

/**
 * Within a writing transaction: many rows at once, by IndexedDB itself. Dexie would note each value
 * of each index of each row, and every live query notes them once more, which takes longer than to
 * store them. Once the transaction is over the keys of named rows are told, and of everything else
 * only that something in it changed. `keys`: where they do not lie in the rows; `fewest`: from
 * so many on; `names`: not where every question about the table looks again anyway.
 */
export async function putInBulk<T, K extends IndexableType>(
  table: Table<T, K>,
  rows: readonly T[],
  {
    fewest = fewestTold,
    keys,
    names = true,
  }: {
    readonly fewest?: number;
    readonly keys?: readonly string[];
    readonly names?: boolean;
  } = {},
): Promise<void> {
  if (rows.length < fewest) {
    await table.bulkPut(rows, keys);
    return;
  }
  const transaction = outermost();
  const store = transaction.idbtrans.objectStore(table.name);
  const { primKey } = table.schema;
  const isNamed = names && (keys !== undefined || (primKey.keyPath ?? '') !== '');
  const named: string[] = [];
  for (const [index, row] of rows.entries()) {
    // What fails undoes the transaction, whoever listens.
    store.put(row, keys?.[index]);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table's key
    if (isNamed) named.push((keys?.[index] ?? keyIn(row, primKey.keyPath)) as string);
  }
  note(writtenIn(transaction), table, isNamed ? named : null, rows);
  // A question that waits for them, by Dexie's own way of waiting.
  await table.where(':id').equals('').count();
}

/**
 * Within a writing transaction: pages of rows under keys that are counted, told of as if each row
 * had been put into the table the pages stand in for.
 */
export async function putPages<P extends { readonly ids: readonly string[] }, T>(
  pages: Table<P, number>,
  made: readonly P[],
  of: {
    readonly table: Table<T, string>;
    readonly keys: readonly string[];
    readonly rows: readonly T[];
    /** Those of the keys that lie there, and go. */
    readonly there: readonly string[];
  },
): Promise<void> {
  const transaction = outermost();
  const store = transaction.idbtrans.objectStore(pages.name);
  const own = transaction.idbtrans.objectStore(of.table.name);
  for (const key of of.there) own.delete(key);
  for (const page of made) store.put(page);
  const written = writtenIn(transaction);
  note(written, of.table, of.keys, of.rows);
  // Whoever asked for one of these ids asked the other table too. Nobody can have asked for a page
  // that was not there: only who looked at all of them looks again.
  added(written.keys, partNamed(pages, ''), ['']);
  await pages.where(':id').equals(0).count();
}

/**
 * Tells of the rows of a table that were put in bulk, here, once they are stored: right before
 * `whenChanged` names them. What names a row without it was told here is another change of that row.
 */
export function whenPutInBulk<T>(
  table: Table<T, string>,
  told: (rows: readonly T[]) => void,
): () => void {
  const part = partNamed(table, '');
  const own = listeners.get(part) ?? new Set();
  listeners.set(part, own);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was put into this table
  const listener = (rows: readonly unknown[]) => told(rows as readonly T[]);
  own.add(listener);
  return () => {
    own.delete(listener);
    if (own.size === 0) listeners.delete(part);
  };
}

/** Of what was told in this window, the keys where they were too many for live queries. */
export function keysToldIn(told: ObservabilitySet, part: string): readonly string[] | undefined {
  return namedIn.get(told)?.get(part);
}

/** `keys`: null where nobody can name them. */
function note<T, K>(
  written: Written,
  table: Table<T, K>,
  keys: readonly string[] | null,
  rows: readonly T[],
): void {
  const own = partNamed(table, '');
  if (listeners.has(own)) added(written.rows, own, rows);
  if (keys && written.keys.get(own) !== null) added(written.keys, own, keys);
  else written.keys.set(own, null);
  for (const name of [':dels', ...table.schema.indexes.map((index) => index.name)])
    written.keys.set(partNamed(table, name), null);
}

function keyIn(row: unknown, keyPath: string | string[] | null | undefined): unknown {
  const isFlat = typeof keyPath === 'string' && typeof row === 'object' && row !== null;
  return isFlat ? Dexie.getByKeyPath(row, keyPath) : undefined;
}

function writtenIn(transaction: Transaction): Written {
  const known = inTransactions.get(transaction);
  if (known) return known;
  const own: Written = { keys: new Map(), rows: new Map() };
  inTransactions.set(transaction, own);
  transaction.on('complete', () => {
    for (const [part, rows] of own.rows) for (const told of listeners.get(part) ?? []) told(rows);
    const parts: ObservabilitySet = {};
    const named = new Map<string, readonly string[]>();
    for (const [part, keys] of own.keys) {
      // Code units, as IndexedDB sorts.
      const sorted = keys && [...new Set(keys)].sort((a, b) => (a < b ? -1 : 1));
      parts[part] = sorted ? rangesOf(sorted) : new RangeSet().add(everything);
      if (sorted && sorted.length > mostNamed) named.set(part, sorted);
    }
    namedIn.set(parts, named);
    Dexie.on.storagemutated.fire(parts);
  });
  return own;
}

/** Balanced from the start: key by key each would go down the tree, and turn it. */
function rangesOf(sorted: readonly string[]): RangeSet {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first !== undefined && last !== undefined && sorted.length > mostNamed)
    return new RangeSet().add({ from: first, to: last });
  return Object.assign(new RangeSet(), treeOf(sorted, 0, sorted.length));
}

function treeOf(sorted: readonly string[], from: number, end: number): IntervalTreeNode | null {
  const middle = (from + end) >>> 1;
  const key = sorted[middle];
  if (from >= end || key === undefined) return null;
  const [l, r] = [treeOf(sorted, from, middle), treeOf(sorted, middle + 1, end)];
  return { from: key, to: key, l, r, d: 1 + Math.max(l?.d ?? 0, r?.d ?? 0) };
}

function added<T>(to: Map<string, T[] | null>, part: string, more: readonly T[]): void {
  const there = to.get(part) ?? [];
  for (const one of more) there.push(one);
  to.set(part, there);
}

function partNamed(
  { db, name }: { readonly db: Dexie; readonly name: string },
  index: string,
): string {
  return `idb://${db.name}/${name}/${index}`;
}

function outermost(): Transaction {
  let within = Dexie.currentTransaction;
  while (within.parent) within = within.parent;
  return within;
}
