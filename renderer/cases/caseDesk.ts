import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { Instant } from '../../shared/returns/time.ts';
import { readTogether } from '../storage/readTogether.ts';
import type { CaseProjection, FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { whenChanged } from '../storage/whenChanged.ts';
import { type CaseSources, readCase, sourcesOfCases, sourceTables } from './caseSources.ts';
import { factsBehind, projectCase } from './projectCase.ts';

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
type Desk = {
  readonly cases: Map<string, CaseOnDesk>;
  /** Counts what the database tells of, so that a case that changed while it was read is not kept. */
  changes: number;
};
const desks = new WeakMap<StationDatabase, Desk>();

/** The case with its sources, from mind where they still hold; null for one nobody knows. */
export async function takeUpCase(db: StationDatabase, caseId: string): Promise<CaseOnDesk | null> {
  const desk = deskOf(db);
  const known = desk.cases.get(caseId);
  if (known) return known;
  const { changes } = desk;
  const taken = await readTogether(db, ['caseRows', ...sourceTables], async () => {
    const [row, sources] = await Promise.all([
      db.caseRows.get(caseId),
      sourcesOfCases(db, [caseId]),
    ]);
    const own = sources.get(caseId);
    const holds = row && !row.documents.includes(factsBehind);
    return own ? { caseId, sources: own, revision: holds ? row.revision : null } : null;
  });
  if (taken && desk.changes === changes) leaveOnDesk(db, taken);
  return taken;
}

/** Keeps a few cases in mind, those worked on last. */
export function leaveOnDesk(db: StationDatabase, one: CaseOnDesk): void {
  const { cases } = deskOf(db);
  cases.delete(one.caseId);
  if (one.revision !== null) cases.set(one.caseId, one);
  const [oldest] = cases.keys();
  if (cases.size > casesOnDesk && oldest !== undefined) cases.delete(oldest);
}

function deskOf(db: StationDatabase): Desk {
  const known = desks.get(db);
  if (known) return known;
  const desk: Desk = { cases: new Map(), changes: 0 };
  desks.set(db, desk);
  whenChanged(db, 'caseRows', (keys) => {
    desk.changes += 1;
    if (keys === null) desk.cases.clear();
    else for (const caseId of keys) desk.cases.delete(caseId);
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
