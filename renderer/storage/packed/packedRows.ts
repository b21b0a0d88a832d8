import type { Table } from 'dexie';
import type { ReturnCase } from '../../../shared/facts/documents.ts';
import { keysUnder } from '../byIndex.ts';
import { isWriting } from '../isWriting.ts';
import type { CaseListRow, RowPage } from '../rows.ts';
import type { StationDatabase } from '../stationDatabase.ts';
import { linesOf, rowIn } from './rowPage.ts';

/*
 * A station knows tens of thousands of cases and works on a few. A row of its own for each costs
 * some ten times what it costs as a line on a page of a hundred, so cases and list rows that come
 * many at once lie on pages. Whoever touches one gives it a row of its own, which holds before any
 * page; a later page holds before an earlier. What is overruled stays where it is until its page is
 * tidied: to write a page anew for each of its rows would cost more than was saved.
 */

/** A table some of whose rows lie on pages. */
export type PackedRows<T> = {
  readonly own: Table<T, string>;
  readonly pages: Table<RowPage, number>;
  readonly idOf: (row: T) => string;
  /** What it waits for. */
  readonly documentsOf: (row: T) => readonly string[];
};

export function papersIn(db: StationDatabase): PackedRows<ReturnCase> {
  return { own: db.cases, pages: db.casePages, idOf: ({ id }) => id, documentsOf: () => [] };
}

export function listRowsIn(db: StationDatabase): PackedRows<CaseListRow> {
  return {
    own: db.caseRows,
    pages: db.caseRowPages,
    idOf: ({ caseId }) => caseId,
    documentsOf: ({ documents }) => documents,
  };
}

/** The tables to be named by a transaction that reads cases or list rows. */
export const paperTables = ['cases', 'casePages'] as const;
export const listRowTables = ['caseRows', 'caseRowPages'] as const;

/** `page`: on which one it lies; null for a row of its own. */
export type Placed<T> = { readonly row: T; readonly page: number | null };

/** The rows under these ids, in their order; undefined where there is none. */
export async function packedRowsBy<T>(
  packed: PackedRows<T>,
  ids: readonly string[],
): Promise<readonly (T | undefined)[]> {
  return (await placedRowsBy(packed, ids)).map((placed) => placed?.row);
}

export async function placedRowsBy<T>(
  packed: PackedRows<T>,
  ids: readonly string[],
): Promise<readonly (Placed<T> | undefined)[]> {
  if (ids.length === 0) return [];
  // What a transaction has written may yet be undone, and another page get the same key.
  const mayRemember = !isWriting();
  const { own, pages } = packed;
  return await own.db.transaction('r', [own, pages], async () => {
    const [rows, keys] = await Promise.all([ownRowsBy(own, ids), keysUnder(pages, 'ids', ids)]);
    const keyOf = (id: string) => (rows.has(id) ? undefined : keys.get(id)?.at(-1));
    const needed = new Set(ids.flatMap((id) => keyOf(id) ?? []));
    const open = cachedPages(pages, needed);
    const unread = [...needed].filter((key) => !open.has(key));
    // Nothing is awaited that asks the database nothing: the transaction would end behind it.
    const read = unread.length === 0 ? [] : await pages.bulkGet(unread);
    for (const [index, key] of unread.entries()) {
      const page = read[index];
      if (page) open.set(key, new Map(linesOf(page).map(({ id, text }) => [id, text])));
    }
    if (mayRemember) remember(pages, open);
    return ids.map((id) => {
      const row = rows.get(id);
      if (row !== undefined) return { row, page: null };
      const page = keyOf(id);
      const text = page === undefined ? undefined : open.get(page)?.get(id);
      return page === undefined || text === undefined
        ? undefined
        : { row: rowIn<T>({ id, text }), page };
    });
  });
}

/** Of every row, whether it lies on a page or not. */
export async function packedKeys<T>({ own, pages }: PackedRows<T>): Promise<readonly string[]> {
  const [apart, together] = await Promise.all([
    own.toCollection().primaryKeys(),
    pages.orderBy('ids').uniqueKeys(),
  ]);
  return [...new Set([...apart, ...together.map(String)])];
}

export async function allPackedRows<T>({ own, pages, idOf }: PackedRows<T>): Promise<readonly T[]> {
  const [apart, together] = await Promise.all([own.toArray(), pages.toArray()]);
  const rows = new Map<string, T>();
  for (const page of together) for (const line of linesOf(page)) rows.set(line.id, rowIn<T>(line));
  for (const row of apart) rows.set(idOf(row), row);
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const rowsAtOnce = 200;
/** Those of a first pull are small. */
const pagesAtOnce = 4;

/**
 * Every row, some at a time. Not in one transaction: what changes meanwhile may be missed or come as
 * it was, and is told of.
 */
export async function readInSlices<T>(
  { own, pages, idOf }: PackedRows<T>,
  take: (rows: readonly T[]) => Promise<void> | void,
): Promise<void> {
  const seen = new Set<string>();
  for (let last: string | undefined = ''; last !== undefined; ) {
    const rows: T[] = await own.where(':id').above(last).limit(rowsAtOnce).toArray();
    for (const row of rows) seen.add(idOf(row));
    if (rows.length > 0) await take(rows);
    const end = rows.at(-1);
    last = end && idOf(end);
  }
  const keys = (await pages.toCollection().primaryKeys()).toReversed();
  for (let from = 0; from < keys.length; from += pagesAtOnce)
    for (const page of await pages.bulkGet(keys.slice(from, from + pagesAtOnce))) {
      const lines = page ? linesOf(page).filter(({ id }) => !seen.has(id)) : [];
      for (const { id } of lines) seen.add(id);
      if (lines.length > 0) await take(lines.map((line) => rowIn<T>(line)));
    }
}

/** One question about a range spares hundreds: of what comes together hardly any has a row of its own. */
async function ownRowsBy<T>(
  own: Table<T, string>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const there = ids.length >= manyIds && isWriting() ? await keysUnder(own, ':id', ids) : null;
  const asked = there ? ids.filter((id) => (there.get(id)?.length ?? 0) > 0) : ids;
  const rows = asked.length === 0 ? [] : await own.bulkGet([...asked]);
  return new Map(
    asked.flatMap((id, index) => {
      const row = rows[index];
      return row === undefined ? [] : [[id, row] as const];
    }),
  );
}

const manyIds = 16;
const mostCached = 16;
type OpenPage = ReadonlyMap<string, string>;
const caches = new WeakMap<object, Map<number, OpenPage>>();

/** A page never gets other rows under the same key, it can only lose some (and is no longer asked for them). */
function cachedPages(
  pages: Table<RowPage, number>,
  keys: ReadonlySet<number>,
): Map<number, OpenPage> {
  const cached = caches.get(pages);
  return new Map(
    [...keys].flatMap((key) => {
      const page = cached?.get(key);
      return page ? [[key, page] as const] : [];
    }),
  );
}

function remember(pages: Table<RowPage, number>, used: ReadonlyMap<number, OpenPage>): void {
  const cached = caches.get(pages) ?? new Map<number, OpenPage>();
  caches.set(pages, cached);
  for (const [key, page] of used) {
    cached.delete(key);
    cached.set(key, page);
  }
  for (const key of cached.keys()) {
    if (cached.size <= mostCached) break;
    cached.delete(key);
  }
}
