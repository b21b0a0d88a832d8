import type { CaseState } from '../../../shared/cases/reading/caseFile.ts';
import type { DeadlineRefusal, DeadlineStanding } from '../../../shared/deadlines/deadline.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { standingOf } from '../../../shared/deadlines/standing.ts';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { standingOfCase } from '../../cases/deadlineOfCase.ts';
import { loadCases } from '../../cases/loadCases.ts';
import type { LoadedCase } from '../../cases/loadedCase.ts';
import { ackRangeOver, ackRanges } from '../../storage/ackRanges.ts';
import { cachedByTable } from '../../storage/cachedByTable.ts';
import type { AckRange, CaseProjection } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';

/** One line of a work list. */
export type CaseRow = {
  readonly caseId: CaseId;
  readonly rma: string | null;
  readonly clientName: string;
  readonly articles: readonly string[];
  readonly state: CaseState;
  readonly standing: DeadlineStanding | null;
  /** Goods are here and nobody can count their days, and why. */
  readonly uncounted: DeadlineRefusal | null;
  readonly expectedOn: string | null;
  readonly remainder: CaseProjection['remainder'];
  /** Minor units of `currency`; null while the policy cannot say. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly saved: 'here' | 'sent' | 'accepted';
  readonly hasQuestion: boolean;
  readonly hasRefusal: boolean;
  /** Who has it on their bench, whoever came first in front. */
  readonly heldBy: readonly HeldBy[];
  readonly holds: CaseProjection['holds'];
  readonly desk: CaseProjection['desk'];
};

export type HeldBy = CaseProjection['heldBy'][number] & { readonly name: string };

/** A new edition of one makes the rows that rest on it anew, so whoever watches those need not watch this. */
const calendarsOf = cachedByTable(['calendars'], (db) => db.calendars.toArray());

const namesOf = cachedByTable(['people'], async (db) => {
  const people = await db.people.toArray();
  return new Map<string, string>(people.map(({ id, name }) => [id, name]));
});

const nobody: ReadonlyMap<string, string> = new Map();

/** What a line is read with besides itself. */
export type ReadWith = {
  readonly runs: readonly AckRange[];
  readonly calendars: readonly SiteCalendar[];
  /** Of people, by their id. */
  readonly names: ReadonlyMap<string, string>;
};

export async function readWith(db: StationDatabase): Promise<ReadWith> {
  const [runs, calendars, names] = await Promise.all([
    ackRanges(db),
    calendarsOf(db, 'all'),
    namesOf(db, 'all'),
  ]);
  return { runs, calendars, names };
}

/** Stored lines with their deadlines looked at now (milliseconds since 1970 UTC). */
export async function caseRowsOf(
  db: StationDatabase,
  projections: readonly CaseProjection[],
  now: number,
): Promise<readonly CaseRow[]> {
  const isWaiting = projections.some((p) => p.waiting.here.length > 0);
  // Asked first: a live query only watches what it reads before it waits for something else.
  const [runs, calendars, names] = await Promise.all([
    isWaiting ? ackRanges(db) : [],
    calendarsOf(db, 'all'),
    projections.some((p) => p.heldBy.length > 0) ? namesOf(db, 'all') : nobody,
  ]);
  const onHold = await casesOnHold(db, projections, now);
  return projections.map((projection) =>
    caseRowOf(projection, { runs, calendars, names }, onHold.get(projection.caseId) ?? null, now),
  );
}

/** Holds move the deadlines of these day by day: they are read whole. */
export async function casesOnHold(
  db: StationDatabase,
  projections: readonly CaseProjection[],
  now: number,
): Promise<ReadonlyMap<string, LoadedCase>> {
  const moving = projections.filter((p) => p.runningPause).map((p) => p.caseId);
  return await loadCases(db, moving, localDateOf(new Date(now).toISOString(), 'UTC'));
}

export function caseRowOf(
  projection: CaseProjection,
  { runs, calendars, names }: ReadWith,
  onHold: LoadedCase | null,
  now: number,
): CaseRow {
  const instant = new Date(now).toISOString();
  return {
    caseId: projection.caseId,
    rma: projection.rma,
    clientName: projection.clientName,
    articles: projection.articles,
    state: projection.state,
    expectedOn: projection.expectedOn,
    remainder: projection.remainder,
    amount: projection.amount,
    currency: projection.currency,
    saved: leastSafe(projection, runs),
    hasQuestion: projection.hasQuestion,
    hasRefusal: projection.hasRefusal,
    heldBy: projection.heldBy.map((one) => ({
      ...one,
      name: names.get(one.personId) ?? one.personId,
    })),
    holds: projection.holds,
    desk: projection.desk,
    ...(onHold
      ? standingOfCase(onHold, instant)
      : {
          standing: standingOfRow(projection, calendars, instant),
          uncounted: projection.uncounted,
        }),
  };
}

/** How far the least of what is recorded of a case has come. */
export function leastSafe(
  { waiting }: CaseProjection,
  runs: readonly AckRange[],
): CaseRow['saved'] {
  if (waiting.here.some((sequence) => !ackRangeOver(sequence, runs))) return 'here';
  return waiting.sent > 0 ? 'sent' : 'accepted';
}

function standingOfRow(
  { deadline, endedOn, targets, siteId }: CaseProjection,
  calendars: readonly SiteCalendar[],
  now: string,
): DeadlineStanding | null {
  const calendar = calendars.find(
    (c) => c.siteId === siteId && c.version === deadline?.calendarVersion,
  );
  if (!deadline || !calendar) return null;
  const standing = standingOf({ ...deadline, calendar }, now, endedOn, targets ?? undefined);
  return standing.ok ? standing.value : null;
}
