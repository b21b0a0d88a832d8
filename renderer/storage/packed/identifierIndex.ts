import { keysUnder, rowsUnder } from '../byIndex.ts';
import type { IdentifierRow } from '../rows.ts';
import type { StationDatabase } from '../stationDatabase.ts';
import {
  type OpenPage,
  openPage,
  pageOf,
  rowsBeginning,
  rowsOnPage,
  soughtAs,
} from './identifierIndexPage.ts';
import { endOf, isOfAnyKind } from './identifierKey.ts';
import { type Nearest, onPages } from './onPages.ts';
import { packedKeys, papersIn } from './packedRows.ts';

/*
 * What a station's expected cases are found by. An index entry for each of their numbers costs a
 * hundred times what the numbers cost as text, so cases that come by the hundred lie on pages, which
 * are cached once read. A case's own row holds before any page, a later page before an earlier.
 * A page may still name a case that has gone: who asks looks the case up anyway.
 */

const fewestOnAPage = 8;
const mostOnAPage = 500;
const firstPage = 'page:';
const behindPages = 'page;';

/**
 * Whose these identifiers are, each a key as it is indexed or a form of any kind; no row twice. With
 * `nearest` no more of the cases on pages that have but an article in common.
 */
export async function ownersUnder(
  db: StationDatabase,
  keys: readonly string[],
  nearest: Nearest | null = null,
): Promise<readonly IdentifierRow[]> {
  const sought = keys.map(soughtAs);
  // What is cached says what to ask for besides, so that all of it is asked at once.
  const known = cachedPages.get(db) ?? [];
  const presumed = onPages(known, sought, nearest);
  const [own, pages, presumedApart] = await Promise.all([
    ownRowsUnder(db, keys),
    openPages(db),
    withRowsOfTheirOwn(db, presumed.named),
  ]);
  const isAsKnown = pages === known;
  const { named, next } = isAsKnown ? presumed : onPages(pages, sought, nearest);
  const apart = isAsKnown ? presumedApart : await withRowsOfTheirOwn(db, named);
  const owners = [...own, ...notOverruled(named, apart)];
  const seen = new Set(own.map(({ owner }) => owner));
  for (let room = nearest?.most ?? 0; room > 0; ) {
    const some = next(fewOwners, seen);
    if (some.length === 0) break;
    const kept = notOverruled(some, await withRowsOfTheirOwn(db, some)).slice(0, room);
    owners.push(...kept);
    room -= kept.length;
  }
  return owners;
}

/**
 * Whose identifiers begin so, no row twice and not many more than `most`: pages are looked through as
 * text, since they have no order.
 */
export async function ownersBeginning(
  db: StationDatabase,
  beginning: string,
  most: number,
): Promise<readonly IdentifierRow[]> {
  const [rows, pages] = await Promise.all([
    db.identifiers.where('values').startsWith(beginning).limit(most).toArray(),
    openPages(db),
  ]);
  const found = new Map(rows.map((row) => [row.owner, row]));
  const onPagesOnly = new Map<string, IdentifierRow>();
  for (const page of pages.toReversed()) {
    const room = most - onPagesOnly.size;
    if (room <= 0) break;
    for (const row of rowsBeginning(page, beginning, room))
      if (!found.has(row.owner) && !onPagesOnly.has(row.owner)) onPagesOnly.set(row.owner, row);
  }
  const paged = [...onPagesOnly.values()];
  return [...found.values(), ...notOverruled(paged, await withRowsOfTheirOwn(db, paged))];
}

async function ownRowsUnder(
  db: StationDatabase,
  sought: readonly string[],
): Promise<readonly IdentifierRow[]> {
  const found = await Promise.all([
    rowsUnder(
      db.identifiers,
      'values',
      sought.filter((key) => !isOfAnyKind(key)),
    ),
    ...sought
      .filter(isOfAnyKind)
      .map((form) => db.identifiers.where('values').between(form, endOf(form)).toArray()),
  ]);
  return [...new Map(found.flat().map((row) => [row.owner, row])).values()];
}

const fewOwners = 16;

/** An article lies in thousands of cases: which cases have rows of their own is one question then. */
async function withRowsOfTheirOwn(
  db: StationDatabase,
  owners: readonly IdentifierRow[],
): Promise<ReadonlySet<string>> {
  if (owners.length === 0) return new Set();
  if (owners.length > fewOwners)
    return new Set(await db.identifiers.where('owner').startsWith('case:').primaryKeys());
  const rows = await db.identifiers.bulkGet(owners.map((row) => row.owner));
  return new Set(rows.flatMap((row) => row?.owner ?? []));
}

function notOverruled(
  found: readonly IdentifierRow[],
  overruling: ReadonlySet<string>,
): readonly IdentifierRow[] {
  return found.filter(({ owner }) => !overruling.has(owner));
}

/** Within a transaction. `revision` is higher than that of any page before. */
export async function putCaseIdentifiers(
  db: StationDatabase,
  rows: readonly IdentifierRow[],
  revision: number,
): Promise<void> {
  if (rows.length < fewestOnAPage) {
    await db.identifiers.bulkPut(rows);
    return;
  }
  const owners = rows.map((row) => row.owner);
  await db.identifiers.bulkDelete([...(await keysUnder(db.identifiers, ':id', owners)).keys()]);
  const together = await joinedToNewest(db, rows);
  const count = Math.ceil(together.length / mostOnAPage);
  const pages = Array.from({ length: count }, (_, index) => {
    const own = together.slice(index * mostOnAPage, (index + 1) * mostOnAPage);
    return pageOf(own, keyOfPage(revision, index));
  });
  await db.identifiers.bulkAdd(pages);
}

/** What comes in small parts does not leave many small pages: each is looked through by every scan. */
async function joinedToNewest(
  db: StationDatabase,
  rows: readonly IdentifierRow[],
): Promise<readonly IdentifierRow[]> {
  const newest = await db.identifiers.where('owner').between(firstPage, behindPages).last();
  const many = newest?.page?.cases.length ?? mostOnAPage;
  if (!newest || many + rows.length > mostOnAPage) return rows;
  await db.identifiers.delete(newest.owner);
  const coming = new Set(rows.map((row) => row.caseId));
  return [...rowsOnPage(newest).filter(({ caseId }) => !coming.has(caseId)), ...rows];
}

/** In the order of writing; never the same again, not even after a transaction that was undone. */
function keyOfPage(revision: number, index: number): string {
  const order = [String(revision).padStart(15, '0'), String(index).padStart(4, '0')];
  return [firstPage.slice(0, -1), ...order, crypto.randomUUID()].join(':');
}

/** Within a transaction: pages few of whose cases are still looked up there go, and leave those rows of their own. */
export async function tidyIdentifierIndex(db: StationDatabase): Promise<void> {
  const pages = await openPages(db);
  if (pages.length === 0) return;
  const here = new Set(await packedKeys(papersIn(db)));
  const own = await db.identifiers.where('owner').startsWith('case:').primaryKeys();
  const elsewhere = new Set(own.map((owner) => owner.slice('case:'.length)));
  for (const page of pages.toReversed()) {
    const left = page.cases.filter((id) => here.has(id) && !elsewhere.has(id));
    for (const id of page.cases) elsewhere.add(id);
    if (left.length * 4 > page.cases.length) continue;
    await db.identifiers.bulkPut(left.flatMap((id) => page.rowOf(id) ?? []));
    await db.identifiers.delete(page.key);
  }
}

const cachedPages = new WeakMap<StationDatabase, readonly OpenPage[]>();
const prefetched = new WeakMap<StationDatabase, Map<string, OpenPage>>();

/** Reads what has not been read yet, a page at a time, so that no scan has to. */
export async function prefetchIdentifierIndex(db: StationDatabase): Promise<void> {
  const keys = await db.identifiers.where('owner').between(firstPage, behindPages).primaryKeys();
  const known = new Set((cachedPages.get(db) ?? []).map((page) => page.key));
  const opened = prefetched.get(db) ?? new Map<string, OpenPage>();
  prefetched.set(db, opened);
  for (const key of keys) {
    if (known.has(key) || opened.has(key)) continue;
    const row = await db.identifiers.get(key);
    if (row) opened.set(key, openPage(row));
  }
  await openPages(db);
}

/**
 * All pages, the latest last. None ever changes, and no key comes twice, so that each is read once;
 * the same list as before while they are the same.
 */
async function openPages(db: StationDatabase): Promise<readonly OpenPage[]> {
  const keys = await db.identifiers.where('owner').between(firstPage, behindPages).primaryKeys();
  const known = cachedPages.get(db) ?? [];
  if (keys.length === known.length && keys.every((key, index) => known[index]?.key === key))
    return known;
  const open = new Map([
    ...(prefetched.get(db) ?? []),
    ...known.map((page) => [page.key, page] as const),
  ]);
  const unread = keys.filter((key) => !open.has(key));
  const rows = unread.length === 0 ? [] : await db.identifiers.bulkGet(unread);
  for (const row of rows) if (row) open.set(row.owner, openPage(row));
  const pages = keys.flatMap((key) => open.get(key) ?? []);
  cachedPages.set(db, pages);
  prefetched.delete(db);
  return pages;
}
