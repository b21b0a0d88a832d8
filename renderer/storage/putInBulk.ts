import { Dexie, type ObservabilitySet, RangeSet, type Table, type Transaction } from 'dexie';

/** Fewer are told of value by value, so that only who looks at one of these looks again. */
const fewestTold = 16;
const everything = { from: Number.NEGATIVE_INFINITY, to: [[]] };
const changed = new WeakMap<Transaction, ObservabilitySet>();

/**
 * Within a writing transaction: many rows at once, by IndexedDB itself. Dexie would note each value of each
 * index of each row, which takes longer than to store them. Once the transaction is over their keys
 * are told, and of the indexes only that something in them changed.
 */
export async function putInBulk<T extends object>(
  table: Table<T, string>,
  rows: readonly T[],
): Promise<void> {
  const last = rows.at(-1);
  if (rows.length < fewestTold || !last) {
    await table.bulkPut([...rows]);
    return;
  }
  const transaction = outermost();
  const store = transaction.idbtrans.objectStore(table.name);
  const keys = new RangeSet();
  const path = String(table.schema.primKey.keyPath);
  for (const row of rows.slice(0, -1)) {
    // What fails undoes the transaction, whoever listens.
    store.put(row);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table's key
    keys.addKey(Dexie.getByKeyPath(row, path) as string);
  }
  const parts = partsOf(transaction);
  for (const name of ['', ':dels']) add(parts, partNamed(table, name), keys);
  for (const { name } of table.schema.indexes)
    add(parts, partNamed(table, name), new RangeSet().add(everything));
  // By Dexie, which waits for it and so for those before.
  await table.put(last);
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

function partNamed({ db, name }: Table<unknown, string>, index: string): string {
  return `idb://${db.name}/${name}/${index}`;
}

function outermost(): Transaction {
  let within = Dexie.currentTransaction;
  while (within.parent) within = within.parent;
  return within;
}
