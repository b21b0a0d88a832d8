/** Databases as the builds of before wrote them: by IndexedDB itself, in each version's own schema. */
import { withAck } from '../../renderer/storage/ackRanges.ts';
import type { AckRange, CaseListRow, FactRow } from '../../renderer/storage/rows.ts';
import { tablesOfV1 } from '../../renderer/storage/upgrades/v1.ts';
import { tablesAddedInV2 } from '../../renderer/storage/upgrades/v2.ts';
import { tablesChangedInV3 } from '../../renderer/storage/upgrades/v3.ts';
import { tablesAddedInV4 } from '../../renderer/storage/upgrades/v4.ts';

export const shippedVersions = [1, 2, 3, 4] as const;
export type ShippedVersion = (typeof shippedVersions)[number];
type Row = { readonly key: IDBValidKey; readonly value: unknown };
type Tables = ReadonlyMap<string, readonly Row[]>;

/** Gives a database back the shape a version had, with everything that is in it. */
export async function rewriteAs(version: ShippedVersion, name: string): Promise<void> {
  const rows = new Map(await readRaw(name));
  const schema: Record<string, string | null> = { ...tablesOfV1 };
  if (version >= 2) Object.assign(schema, tablesAddedInV2);
  if (version >= 3) Object.assign(schema, tablesChangedInV3);
  if (version >= 4) Object.assign(schema, tablesAddedInV4);
  if (version < 4) answerEachFact(rows);
  if (version < 3) rows.set('orderLines', unpacked(rows.get('orderLinePacks') ?? []));
  for (const [pages, own] of Object.entries({ casePages: 'cases', caseRowPages: 'caseRows' })) {
    const apart = rows.get(own) ?? [];
    rows.set(own, [...offPages(rows.get(pages) ?? []), ...apart]);
  }
  const meta = rows.get('meta') ?? [];
  rows.set(
    'meta',
    meta.map(({ key, value }) => ({
      key,
      value: { ...(value as object), minimumReader: Math.max(1, version - 1) },
    })),
  );
  await done(indexedDB.deleteDatabase(name));
  await writeRaw(name, version * 10, schema, rows);
}

/** Before there were runs, each fact said itself that it was accepted, and its case counted what waited. */
function answerEachFact(tables: Map<string, readonly Row[]>): void {
  const values = <T>(table: string) => (tables.get(table) ?? []).map((row) => row.value as T);
  const runs = values<AckRange>('answeredRuns');
  tables.set(
    'facts',
    values<FactRow>('facts').map((row) => ({ key: row.id, value: withAck(row, runs) })),
  );
  tables.set(
    'caseRows',
    values<CaseListRow>('caseRows').map((row) => ({
      key: row.caseId,
      value: { ...row, saved: 'here', waiting: { ...row.waiting, here: 1 } },
    })),
  );
}

export async function versionOf(name: string): Promise<number | undefined> {
  return (await indexedDB.databases()).find((database) => database.name === name)?.version;
}

export async function readRaw(name: string): Promise<Tables> {
  const database = await done(indexedDB.open(name));
  const tables = new Map<string, Row[]>();
  for (const store of database.objectStoreNames) {
    const from = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([done(from.getAllKeys()), done(from.getAll())]);
    tables.set(
      store,
      keys.map((key, index) => ({ key, value: values[index] as unknown })),
    );
  }
  database.close();
  return tables;
}

/** A schema is written as Dexie's: the key first ('' is none, '++' counts), then the indexes. */
export async function writeRaw(
  name: string,
  version: number,
  schema: Readonly<Record<string, string | null>>,
  rows: Tables,
): Promise<void> {
  const opening = indexedDB.open(name, version);
  opening.addEventListener('upgradeneeded', () => {
    for (const [store, words] of Object.entries(schema)) {
      if (words === null) continue;
      const [key = '', ...indexes] = words.split(',');
      const made = opening.result.createObjectStore(store, {
        ...(key !== '' && key !== '++' && { keyPath: key }),
        ...(key === '++' && { autoIncrement: true }),
      });
      for (const index of indexes) {
        const path = index.replace(/^[&*]/, '');
        const parts = path.startsWith('[') ? path.slice(1, -1).split('+') : path;
        made.createIndex(path, parts, {
          unique: index.startsWith('&'),
          multiEntry: index.startsWith('*'),
        });
      }
    }
  });
  const database = await done(opening);
  for (const store of database.objectStoreNames) {
    const into = database.transaction(store, 'readwrite').objectStore(store);
    for (const { key, value } of rows.get(store) ?? [])
      await done(into.keyPath === null ? into.put(value, key) : into.put(value));
  }
  database.close();
}

function unpacked(packs: readonly Row[]): Row[] {
  return packs.flatMap(({ value }) => {
    const { ids, lines } = value as { ids: string[]; lines: string };
    const parsed = JSON.parse(lines) as unknown[];
    return parsed.map((line, index) => ({ key: ids[index] ?? '', value: line }));
  });
}

/** A later row of the same key replaces an earlier one. */
function offPages(pages: readonly Row[]): Row[] {
  return pages.flatMap(({ value }) => {
    const { ids, rows } = value as { ids: string[]; rows: string };
    const parsed = rows.split('\n').map((text) => JSON.parse(text) as unknown);
    return parsed.map((row, index) => ({ key: ids[index] ?? '', value: row }));
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}
