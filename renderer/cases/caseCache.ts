import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { Instant } from '../../shared/facts/time.ts';
import { listRowsIn, listRowTables, placedRowsBy } from '../storage/packed/packedRows.ts';
import { readTogether } from '../storage/readTogether.ts';
import type { CaseProjection, FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { whenChanged } from '../storage/whenChanged.ts';
import { type CaseSources, readCase, sourcesOfCases, sourceTables } from './caseSources.ts';
import { elsewhereOf, nothingElsewhere } from './elsewhere.ts';
import { projectCase } from './projectCase.ts';

/**
 * A case as it lay open before a save. Whoever changes anything a case is read from gives its list
 * row a new revision in the same transaction: while the row still has this one, the sources hold.
 */
export type CachedCase = {
  readonly caseId: string;
  readonly sources: CaseSources;
  /** null: not known to hold, so it must be read again where it matters. */
  readonly revision: number | null;
  /** The page its list row lies on; null for a row of its own. */
  readonly page: number | null;
};

const mostCases = 64;
const tables = [...listRowTables, 'casesBehind', ...sourceTables];
type CaseCache = {
  readonly cases: Map<string, CachedCase>;
  /** Counts what the database tells of, so that a case that changed while it was read is not kept. */
  changes: number;
};
const caches = new WeakMap<StationDatabase, CaseCache>();

/** The case with its sources, cached where they still hold; null for one nobody knows. */
export async function cachedCase(db: StationDatabase, caseId: string): Promise<CachedCase | null> {
  const cache = cacheOf(db);
  const known = cache.cases.get(caseId);
  if (known) return known;
  const { changes } = cache;
  const taken = await readTogether(db, tables, async () => {
    const [[placed], behind, sources] = await Promise.all([
      placedRowsBy(listRowsIn(db), [caseId]),
      db.casesBehind.get(caseId),
      sourcesOfCases(db, [caseId]),
    ]);
    const own = sources.get(caseId);
    const revision = placed && !behind ? placed.row.revision : null;
    return own ? { caseId, sources: own, revision, page: placed?.page ?? null } : null;
  });
  if (taken && cache.changes === changes) cacheCase(db, taken);
  return taken;
}

/**
 * For a live query: the sources of a case, cached where they still hold; null for one nobody knows.
 * Whatever they are read from gives the list row a new revision, so that row is asked; and other
 * cases, of which it says nothing.
 */
export async function watchedSources(
  db: StationDatabase,
  caseId: string,
): Promise<CaseSources | null> {
  const known = cacheOf(db).cases.get(caseId);
  const readAll = async () => (await sourcesOfCases(db, [caseId])).get(caseId) ?? null;
  if (!known) return await readAll();
  return await readTogether(db, tables, async () => {
    const { paper, rows } = known.sources;
    const [[placed], behind, elsewhere] = await Promise.all([
      placedRowsBy(listRowsIn(db), [caseId]),
      db.casesBehind.get(caseId),
      elsewhereOf(db, [{ id: caseId, paper, rows }]),
    ]);
    const isAsKnown = placed?.row.revision === known.revision && placed.page === known.page;
    if (!isAsKnown || behind) return await readAll();
    return { ...known.sources, elsewhere: elsewhere.get(caseId) ?? nothingElsewhere };
  });
}

/** Keeps a few cases, those worked on last. */
export function cacheCase(db: StationDatabase, one: CachedCase): void {
  const { cases } = cacheOf(db);
  cases.delete(one.caseId);
  if (one.revision !== null) cases.set(one.caseId, one);
  const [oldest] = cases.keys();
  if (cases.size > mostCases && oldest !== undefined) cases.delete(oldest);
}

function cacheOf(db: StationDatabase): CaseCache {
  const known = caches.get(db);
  if (known) return known;
  const cache: CaseCache = { cases: new Map(), changes: 0 };
  caches.set(db, cache);
  for (const table of ['caseRows', 'casesBehind'])
    whenChanged(db, table, (keys) => {
      cache.changes += 1;
      if (keys === null) cache.cases.clear();
      else for (const caseId of keys) cache.cases.delete(caseId);
    });
  return cache;
}

/** The sources with one more fact. */
export function withFact(sources: CaseSources, row: FactRow): CaseSources {
  return { ...sources, rows: [...sources.rows, row] };
}

/** What lists show of the case. */
export function projectionOf(sources: CaseSources, now: Instant): CaseProjection {
  const zone = sources.calendar?.timeZone ?? 'UTC';
  return projectCase(readCase(sources, localDateOf(now, 'UTC')), localDateOf(now, zone));
}
