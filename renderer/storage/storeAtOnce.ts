import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import type { CaseListRow } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

export type RowToPut = {
  readonly table: string;
  /** Made when its turn comes: by then the database is at work on those before. */
  readonly row: () => object;
};

/**
 * One strict transaction by IndexedDB itself, all its requests at once: a person waits for it, and
 * Dexie's way of waiting for each costs as much again. Nothing is stored, and it answers no, where
 * the list row of the case has another revision or lies on another page, facts of it have come without
 * its row, or a fact has this number or a later one.
 */
export async function storeAtOnce(
  db: StationDatabase,
  puts: readonly RowToPut[],
  unchanged: {
    readonly caseId: string;
    readonly revision: number;
    readonly page: number | null;
    readonly sequence: number;
  },
): Promise<boolean> {
  const named = [
    'caseRows',
    'caseRowPages',
    'casesBehind',
    'facts',
    ...puts.map(({ table }) => table),
  ];
  const tables = [...new Set(named)];
  const transaction = db.backendDB().transaction(tables, 'readwrite', { durability: 'strict' });
  let holds = true;
  const stored = new Promise<boolean>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(true));
    transaction.addEventListener('abort', () => {
      if (holds) reject(transaction.error ?? new Error('the transaction was aborted'));
      else resolve(false);
    });
  });
  const parts: ObservabilitySet = {};
  try {
    const lines = transaction.objectStore('caseRows');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Dexie's table of the same name holds
    const line = lines.get(unchanged.caseId) as IDBRequest<CaseListRow | undefined>;
    const pages = transaction.objectStore('caseRowPages').index('ids');
    const { caseId, revision, page } = unchanged;
    if (page === null) onlyIf(line, (found) => found?.revision === revision);
    else {
      onlyIf(line, (found) => found === undefined);
      onlyIf(pages.getAllKeys(caseId), (found) => found.at(-1) === page);
    }
    onlyIf(transaction.objectStore('casesBehind').count(caseId), (count) => count === 0);
    const later = transaction
      .objectStore('facts')
      .index('envelope.sequence')
      .count(IDBKeyRange.lowerBound(unchanged.sequence));
    onlyIf(later, (count) => count === 0);
    for (const { table, row } of puts) {
      const made = row();
      transaction.objectStore(table).put(made);
      notePut(parts, db, table, made);
    }
  } catch (cause) {
    stored.catch(() => {});
    transaction.abort();
    throw cause;
  }
  const isStored = await stored;
  // As Dexie tells of its own writes: live queries, here and in other windows.
  if (isStored) Dexie.on.storagemutated.fire(parts);
  return isStored;

  function onlyIf<T>(asked: IDBRequest<T>, isSo: (found: T) => boolean): void {
    asked.addEventListener('success', () => {
      if (!holds || isSo(asked.result)) return;
      holds = false;
      transaction.abort();
    });
  }
}

function notePut(parts: ObservabilitySet, db: StationDatabase, table: string, row: object): void {
  const { primKey, indexes } = db.table(table).schema;
  const key = valuesAt(row, primKey.keyPath);
  note('', key);
  note(':dels', key);
  for (const { name, keyPath, multi } of indexes) {
    const value = valuesAt(row, keyPath);
    if (multi && Array.isArray(value)) for (const one of value) note(name, one);
    else note(name, value);
  }

  function note(index: string, value: unknown): void {
    if (value === undefined || value === null) return;
    const part = `idb://${db.name}/${table}/${index}`;
    const ranges = new RangeSet().add(parts[part] ?? new RangeSet());
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it lies under an index, so it is a key
    parts[part] = ranges.addKey(value as string);
  }
}

function valuesAt(row: object, keyPath: string | readonly string[] | undefined): unknown {
  if (keyPath === undefined) return undefined;
  return typeof keyPath === 'string'
    ? Dexie.getByKeyPath(row, keyPath)
    : keyPath.map((path): unknown => Dexie.getByKeyPath(row, path));
}
