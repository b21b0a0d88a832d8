import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { Instant } from '../../shared/returns/time.ts';
import type { CaseProjection, FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { whenChanged } from '../storage/whenChanged.ts';
import { type CaseSources, readCase, sourcesOfCases, sourceTables } from './caseSources.ts';
import { projectCase } from './projectCase.ts';

/**
 * A case as it lay open before a save. Whoever changes anything a case is read from gives its list
 * row a new revision in the same transaction: while the row still has this one, the sources hold.
 */
export type CaseOnDesk = {
  readonly caseId: string;
  readonly sources: CaseSources;
  /** null: not known to hold, so it must be read again where it matters. */
  readonly revision: number | null;
};

const casesOnDesk = 64;
const desks = new WeakMap<StationDatabase, Map<string, CaseOnDesk>>();

/** The case with its sources, from mind where they still hold; null for one nobody knows. */
export async function takeUpCase(db: StationDatabase, caseId: string): Promise<CaseOnDesk | null> {
  const known = deskOf(db).get(caseId);
  if (known) return known;
  const taken = await db.transaction('r', ['caseRows', ...sourceTables], async () => {
    const [row, sources] = await Promise.all([
      db.caseRows.get(caseId),
      sourcesOfCases(db, [caseId]),
    ]);
    const own = sources.get(caseId);
    return own ? { caseId, sources: own, revision: row?.revision ?? null } : null;
  });
  if (taken) leaveOnDesk(db, taken);
  return taken;
}

/** Keeps a few cases in mind, those worked on last. */
export function leaveOnDesk(db: StationDatabase, one: CaseOnDesk): void {
  const desk = deskOf(db);
  desk.delete(one.caseId);
  if (one.revision !== null) desk.set(one.caseId, one);
  const [oldest] = desk.keys();
  if (desk.size > casesOnDesk && oldest !== undefined) desk.delete(oldest);
}

function deskOf(db: StationDatabase): Map<string, CaseOnDesk> {
  const known = desks.get(db);
  if (known) return known;
  const desk = new Map<string, CaseOnDesk>();
  desks.set(db, desk);
  whenChanged(db, 'caseRows', (keys) => {
    if (keys === null) desk.clear();
    else for (const caseId of keys) desk.delete(caseId);
  });
  return desk;
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
