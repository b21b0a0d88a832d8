import {
  Dexie,
  type IndexableType,
  type ObservabilitySet,
  RangeSet,
  type Table,
  type Transaction,
} from 'dexie';

/** Fewer are told of value by value, so that only who looks at one of these looks again. */
const fewestTold = 16;
const everything = { from: Number.NEGATIVE_INFINITY, to: [[]] };
const changed = new WeakMap<Transaction, ObservabilitySet>();

/**
 * Within a writing transaction: many rows at once, by IndexedDB itself. Dexie would note each value
 * of each index of each row, and every live query notes them once more, which takes longer than to
 * store them. Once the transaction is over the keys of named rows are told, and of everything else
 * only that something in it changed. `fewest`: from so many on.
 */
export async function putInBulk<T extends object, K extends IndexableType>(
  table: Table<T, K>,
  rows: readonly T[],
  fewest = fewestTold,
): Promise<void> {
  if (rows.length < fewest) {
    await table.bulkPut([...rows]);
    return;
  }
  const transaction = outermost();
  const store = transaction.idbtrans.objectStore(table.name);
  const { primKey, indexes } = table.schema;
  const keys = new RangeSet();
  for (const row of rows) {
    // What fails undoes the transaction, whoever listens.
    store.put(row);
    if (typeof primKey.keyPath !== 'string' || primKey.keyPath === '') continue;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table's key
    keys.addKey(Dexie.getByKeyPath(row, primKey.keyPath) as string);
  }
  const parts = partsOf(transaction);
  add(parts, partNamed(table, ''), primKey.keyPath ? keys : allOfIt());
  for (const name of [':dels', ...indexes.map((index) => index.name)])
    add(parts, partNamed(table, name), allOfIt());
  // A question that waits for them, by Dexie's own way of waiting.
  await table.where(':id').equals('').count();
}

function allOfIt(): RangeSet {
  return new RangeSet().add(everything);
}

function partsOf(transaction: Transaction): ObservabilitySet {
  const known = changed.get(transaction);
  if (known) return known;
  const parts: ObservabilitySet = {};
  changed.set(transaction, parts);
  transaction.on('complete', () => void Dexie.on.storagemutated.fire(parts));
  return parts;
}

function add(parts: ObservabilitySet, part: string, ranges: RangeSet): void {
  parts[part] = new RangeSet().add(parts[part] ?? new RangeSet()).add(ranges);
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
