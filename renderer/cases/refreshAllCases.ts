import type { Instant } from '../../shared/facts/time.ts';
import { setStationValues, stationValues } from '../storage/meta.ts';
import { putCaseIdentifiers, tidyIdentifierIndex } from '../storage/packed/identifierIndex.ts';
import { listRowsIn, packedKeys, papersIn } from '../storage/packed/packedRows.ts';
import { isSomebodyAtWork, nobodyWaits } from '../storage/peopleFirst.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { sourcesOfCases } from './caseSources.ts';
import { identifierRowOfCase, identifierRowOfFact } from './identifiersOf.ts';
import { nextRevision, refreshCases } from './refreshCases.ts';
import { completeOlderRows } from './rowsOfEarlier.ts';

/*
 *   started → (what is scanned is found) identifiers → rows → over
 * People sign in and work meanwhile: lists show the rows an earlier edition made; a look-up waits for
 * the identifiers, because one that is not found yet would be taken for goods nobody announced.
 */

/** Raise it whenever `projectCase`, `identifierRowOfCase` or `identifierRowOfFact` says something else than before. */
const projection = 8;
const casesAtOnce = 200;
/** While somebody works, who waits for the database as long as one part takes. */
const casesAmongPeople = 20;
const factsAtOnce = 2000;

/** How far it is: of identifiers and rows together. */
export type Refreshing = { readonly done: number; readonly all: number };
type Refresh = {
  far: Refreshing | null;
  /** Everything is found as this edition finds it. */
  readonly found: Promise<void>;
  readonly isFound: () => void;
  readonly isBroken: (cause: unknown) => void;
  /** Somebody's scan waits: no pause is made for whoever works. */
  isAwaited: boolean;
  readonly endCompleting: () => void;
};

const refreshes = new WeakMap<StationDatabase, Refresh>();
const listeners = new Set<() => void>();

/**
 * Before anything is read: where another edition made the rows, they are read as if complete, and a
 * look-up waits for `refreshAllCases`.
 */
export async function awaitRefresh(db: StationDatabase): Promise<void> {
  if ((await stationValues(db)).projection === projection) return;
  if ((await allCases(db)).length === 0) return await setStationValues(db, { projection });
  let settle = { isFound: () => {}, isBroken: (_cause: unknown) => {} };
  const found = new Promise<void>((isFound, isBroken) => {
    settle = { isFound, isBroken };
  });
  found.catch(() => {});
  const endCompleting = completeOlderRows(db);
  refreshes.set(db, { far: null, found, ...settle, isAwaited: false, endCompleting });
}

/** Makes every list row anew where another edition of this code made them; in parts, behind whoever works. */
export async function refreshAllCases(db: StationDatabase, now: () => Instant): Promise<void> {
  const refresh = refreshes.get(db);
  if (!refresh) return;
  try {
    const ids = await allCases(db);
    const all = ids.length * 2;
    await inParts(db, refresh, ids, async (some, done) => {
      await findAnew(db, some);
      tell(refresh, { done, all });
    });
    await db.transaction('rw', [db.cases, db.casePages, db.identifiers], async () => {
      await tidyIdentifierIndex(db);
    });
    await refreshFacts(db, refresh);
    refresh.isFound();
    await inParts(db, refresh, ids, async (some, done) => {
      await refreshCases(db, some, now(), 'facts');
      tell(refresh, { done: ids.length + done, all });
    });
    await setStationValues(db, { projection });
    refreshes.delete(db);
  } catch (cause) {
    refresh.isBroken(cause);
    throw cause;
  } finally {
    refresh.endCompleting();
    tell(refresh, null);
  }
}

/** Until what is scanned is found as this edition finds it: at once but after an upgrade. */
export async function everythingFound(db: StationDatabase): Promise<void> {
  const refresh = refreshes.get(db);
  if (!refresh) return;
  refresh.isAwaited = true;
  await refresh.found.finally(() => {
    refresh.isAwaited = false;
  });
}

/** null but after an upgrade; the same object while it is as far. */
export function refreshingOf(db: StationDatabase): Refreshing | null {
  return refreshes.get(db)?.far ?? null;
}

export function onRefreshing(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function tell(refresh: Refresh, far: Refreshing | null): void {
  refresh.far = far;
  for (const changed of listeners) changed();
}

async function allCases(db: StationDatabase): Promise<readonly string[]> {
  const [known, opened] = await Promise.all([packedKeys(papersIn(db)), packedKeys(listRowsIn(db))]);
  return [...new Set<string>([...known, ...opened])];
}

/** Each part in a transaction of its own. */
async function inParts(
  db: StationDatabase,
  refresh: Refresh,
  ids: readonly string[],
  make: (some: readonly string[], done: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < ids.length; ) {
    if (!refresh.isAwaited) await nobodyWaits(db);
    const many = isSomebodyAtWork(db) && !refresh.isAwaited ? casesAmongPeople : casesAtOnce;
    const some = ids.slice(from, from + many);
    from += some.length;
    // An async function: Dexie only follows native awaits into a scope it knows to be one.
    await db.transaction('rw', db.tables, async () => {
      await make(some, from);
    });
  }
}

/** What cases are found by, made anew. */
async function findAnew(db: StationDatabase, caseIds: readonly string[]): Promise<void> {
  const sources = [...(await sourcesOfCases(db, caseIds)).values()];
  const rows = sources.map((one) => identifierRowOfCase(one.paper, one.orderLines));
  await putCaseIdentifiers(db, rows, await nextRevision(db));
}

/** What facts are found by, made anew. */
async function refreshFacts(db: StationDatabase, refresh: Refresh): Promise<void> {
  // Whatever has an identifier came with an arrival.
  const ids = await db.facts.where('arrivalId').above('').primaryKeys();
  for (let from = 0; from < ids.length; from += factsAtOnce) {
    if (!refresh.isAwaited) await nobodyWaits(db);
    await db.transaction('rw', db.facts, db.identifiers, async () => {
      const some = ids.slice(from, from + factsAtOnce);
      const rows = (await db.facts.bulkGet(some)).flatMap((row) => row ?? []);
      await db.identifiers.bulkPut(rows.flatMap(({ fact }) => identifierRowOfFact(fact) ?? []));
    });
  }
}
