import { useLiveQuery } from 'dexie-react-hooks';
import { epochDayOf, localDateOfEpochDay } from '../../shared/deadlines/epochDay.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import {
  type Pace,
  type PredictedCase,
  predictedBreach,
  type QueuedCase,
} from '../../shared/deadlines/predictedBreach.ts';
import { isWorkingDay } from '../../shared/deadlines/siteCalendar.ts';
import type { SiteCalendar } from '../../shared/returns/documents.ts';
import type { Instant } from '../../shared/returns/time.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';
import { useNow, useStationDatabase } from './StationStorage.tsx';

/** An open case with what becomes of it if the queue is worked at this pace. */
export type BoardRow = CaseRow & {
  readonly waitsFor: QueuedCase['waitsFor'] | 'central';
  readonly readyAt: Instant | null;
  readonly sendBy: Instant | null;
  /** `uncounted`: nobody can say, because the calendar does not reach. */
  readonly risk: PredictedCase['risk'] | 'uncounted';
};

export type DeadlineBoard = {
  /** Worst first: not to be counted, late, will be late, late unless sent, in time; nearest deadline first among each. */
  readonly rows: readonly BoardRow[];
  readonly uncounted: number;
  readonly breached: number;
  readonly willBreach: number;
  readonly unsent: number;
  /** By when central must know of the unsent ones. */
  readonly sendBy: Instant | null;
};

/** Live; undefined until read. */
export function useDeadlineBoard(pace: Pace): DeadlineBoard | undefined {
  const db = useStationDatabase();
  const now = useNow();
  const { casesPerHour, shift } = pace;
  return useLiveQuery(
    () => deadlineBoard(db, now, { casesPerHour, shift: { from: shift.from, until: shift.until } }),
    [db, now, casesPerHour, shift.from, shift.until],
  );
}

export async function deadlineBoard(
  db: StationDatabase,
  now: number,
  pace: Pace,
): Promise<DeadlineBoard> {
  const projections = await db.caseRows
    .filter(
      (row) =>
        (row.deadline !== null || row.uncounted !== null) &&
        row.endedOn === null &&
        row.state !== 'cancelled',
    )
    .toArray();
  const [rows, calendars] = await Promise.all([
    caseRowsOf(db, projections, now),
    db.calendars.toArray(),
  ]);
  const siteOf = new Map(projections.map((p) => [p.caseId as string, p.siteId]));
  const predicted = new Map<string, PredictedCase>();
  for (const siteId of new Set(siteOf.values())) {
    const calendar = newestOf(calendars, siteId);
    const queue = rows
      .filter((row) => siteOf.get(row.caseId) === siteId)
      .flatMap((row) => queued(row));
    const forecast = calendar
      ? predictedBreach({ queue, now: new Date(now).toISOString(), pace, calendar })
      : null;
    if (forecast?.ok) for (const one of forecast.value.cases) predicted.set(one.caseId, one);
  }
  const board = rows
    .map((row): BoardRow => {
      const seen = predicted.get(row.caseId);
      return {
        ...row,
        waitsFor: waitsFor(row),
        readyAt: seen?.readyAt ?? null,
        sendBy: seen?.sendBy ?? null,
        risk: seen?.risk ?? riskUnforeseen(row),
      };
    })
    .sort(worstFirst);
  const unsent = board.filter((row) => row.risk === 'onlyIfNotSent');
  return {
    rows: board,
    uncounted: board.filter((row) => row.risk === 'uncounted').length,
    breached: board.filter((row) => row.risk === 'breached').length,
    willBreach: board.filter((row) => row.risk === 'willBreach').length,
    unsent: unsent.length,
    sendBy: unsent.flatMap((row) => row.sendBy ?? []).sort()[0] ?? null,
  };
}

const lookedBackDays = 14;

/** Fewer closed cases say nothing about how fast a site is. */
const enoughCases = 20;

/** How fast the site closed cases lately, per hour of the shift; null when too few to tell. */
export async function recentPace(
  db: StationDatabase,
  siteId: string,
  now: number,
  shift: Pace['shift'],
): Promise<number | null> {
  const calendar = newestOf(await db.calendars.where('siteId').equals(siteId).toArray(), siteId);
  if (!calendar) return null;
  const today = localDateOf(new Date(now).toISOString(), calendar.timeZone);
  const since = localDateOfEpochDay(epochDayOf(today) - lookedBackDays);
  const closed = await db.caseRows
    .filter((row) => row.siteId === siteId && row.endedOn !== null && row.endedOn >= since)
    .count();
  const days = Array.from({ length: lookedBackDays }, (_, back) =>
    isWorkingDay(localDateOfEpochDay(epochDayOf(today) - back - 1), calendar),
  ).filter((day) => day.ok && day.value).length;
  const hours = days * hoursOf(shift);
  return closed >= enoughCases && hours > 0 ? closed / hours : null;
}

export function useRecentPace(siteId: string, shift: Pace['shift']): number | null | undefined {
  const db = useStationDatabase();
  const now = useNow();
  const { from, until } = shift;
  return useLiveQuery(
    () => recentPace(db, siteId, now, { from, until }),
    [db, siteId, now, from, until],
  );
}

function hoursOf({ from, until }: Pace['shift']): number {
  const minuteOf = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  };
  return Math.max(0, minuteOf(until) - minuteOf(from)) / 60;
}

/** Decided here and not known at central: the clock goes on. Decided there: the refund is central's. */
function waitsFor({ state, saved }: CaseRow): BoardRow['waitsFor'] {
  if (state === 'refundDue') return 'central';
  const isDecided = state === 'approved' || state === 'declined';
  return isDecided && saved !== 'accepted' ? 'send' : 'work';
}

function queued(row: CaseRow): readonly QueuedCase[] {
  const waiting = waitsFor(row);
  return row.standing && waiting !== 'central'
    ? [{ caseId: row.caseId, deadline: row.standing.deadline, waitsFor: waiting }]
    : [];
}

function riskUnforeseen({ uncounted, standing }: CaseRow): BoardRow['risk'] {
  if (uncounted) return 'uncounted';
  return standing?.tone === 'late' ? 'breached' : 'none';
}

const order = ['uncounted', 'breached', 'willBreach', 'onlyIfNotSent', 'none'] as const;

function worstFirst(a: BoardRow, b: BoardRow): number {
  const due = (row: BoardRow) => row.standing?.deadline.dueBefore ?? '';
  return (
    order.indexOf(a.risk) - order.indexOf(b.risk) ||
    due(a).localeCompare(due(b), 'en') ||
    a.caseId.localeCompare(b.caseId, 'en')
  );
}

function newestOf(calendars: readonly SiteCalendar[], siteId: string): SiteCalendar | null {
  return calendars
    .filter((calendar) => calendar.siteId === siteId)
    .reduce<SiteCalendar | null>(
      (newest, calendar) => (newest && newest.version > calendar.version ? newest : calendar),
      null,
    );
}
