import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { Instant } from '../../shared/returns/time.ts';
import type { CaseProjection, FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { type CaseSources, readCase, sourcesOfCases } from './caseSources.ts';
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

/**
 * The case with its sources, from mind where they still hold; null for one nobody knows. `revision`
 * is that of its list row, read before: were the sources changed in between, it is out of date.
 */
export async function takeUpCase(
  db: StationDatabase,
  caseId: string,
  revision: number | null,
): Promise<CaseOnDesk | null> {
  const known = desks.get(db)?.get(caseId);
  if (known && known.revision === revision) return known;
  const sources = (await sourcesOfCases(db, [caseId])).get(caseId);
  if (!sources) return null;
  const taken: CaseOnDesk = { caseId, sources, revision };
  leaveOnDesk(db, taken);
  return taken;
}

/** Keeps a few cases in mind, those worked on last. */
export function leaveOnDesk(db: StationDatabase, one: CaseOnDesk): void {
  const desk = desks.get(db) ?? new Map<string, CaseOnDesk>();
  desks.set(db, desk);
  desk.delete(one.caseId);
  if (one.revision !== null) desk.set(one.caseId, one);
  const [oldest] = desk.keys();
  if (desk.size > casesOnDesk && oldest !== undefined) desk.delete(oldest);
}

/** The sources with one more fact, and what lists show of the case then. */
export function withFact(
  sources: CaseSources,
  row: FactRow,
  now: Instant,
): { readonly sources: CaseSources; readonly projection: CaseProjection } {
  const more = { ...sources, rows: [...sources.rows, row] };
  return { sources: more, projection: projectionOf(more, now) };
}

export function projectionOf(sources: CaseSources, now: Instant): CaseProjection {
  const zone = sources.calendar?.timeZone ?? 'UTC';
  return projectCase(readCase(sources, localDateOf(now, 'UTC')), localDateOf(now, zone));
}
