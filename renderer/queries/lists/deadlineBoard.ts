import { useMemo } from 'react';
import {
  nearestDeadlineFirst,
  type Pace,
  type PredictedCase,
  predictedBreach,
  type QueuedCase,
} from '../../../shared/deadlines/predictedBreach.ts';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import type { Instant } from '../../../shared/facts/time.ts';
import { nextTask } from '../../storage/nextTask.ts';
import { allPackedRows, listRowsIn } from '../../storage/packed/packedRows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { inSlices } from '../inSlices.ts';
import { useNow } from '../StationStorage.tsx';
import { useWorkedOut } from '../useWorkedOut.ts';
import { isOn } from './caseLines.ts';
import { rowOfLine } from './caseList.ts';
import type { CachedList } from './caseListCache.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';
import { newestCalendar } from './recentPace.ts';
import { useCachedList } from './worklist.ts';

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

/** Live; undefined until it has been worked out once. */
export function useDeadlineBoard(pace: Pace): DeadlineBoard | undefined {
  const cached = useCachedList('board');
  const now = useNow();
  const { casesPerHour } = pace;
  const { from, until } = pace.shift;
  const asked = useMemo(
    () => cached && { cached, now, pace: { casesPerHour, shift: { from, until } } },
    [cached, now, casesPerHour, from, until],
  );
  return useWorkedOut(asked, boardOfCache);
}

type Asked = { readonly cached: CachedList; readonly now: number; readonly pace: Pace };

async function boardOfCache({ cached, now, pace }: Asked): Promise<DeadlineBoard> {
  const lines = [...cached.days.values()].flat();
  const open = await inSlices(lines, (line) => ({
    row: rowOfLine(line, cached.readWith, now),
    siteId: line.row.siteId,
  }));
  return await boardOf(open, cached.readWith.calendars, now, pace);
}

export async function deadlineBoard(
  db: StationDatabase,
  now: number,
  pace: Pace,
): Promise<DeadlineBoard> {
  const projections = (await allPackedRows(listRowsIn(db))).filter((row) => isOn('board', row));
  const rows = await caseRowsOf(db, projections, now);
  const calendars = await db.calendars.toArray();
  const siteOf = new Map(projections.map((p) => [p.caseId, p.siteId]));
  const open = rows.map((row) => ({ row, siteId: siteOf.get(row.caseId) ?? '' }));
  return await boardOf(open, calendars, now, pace);
}

async function boardOf(
  open: readonly { readonly row: CaseRow; readonly siteId: string }[],
  calendars: readonly SiteCalendar[],
  now: number,
  pace: Pace,
): Promise<DeadlineBoard> {
  const predicted = new Map<string, PredictedCase>();
  for (const siteId of new Set(open.map((one) => one.siteId))) {
    const calendar = newestCalendar(calendars, siteId);
    const queue = open.filter((one) => one.siteId === siteId).flatMap(({ row }) => queued(row));
    if (!calendar) continue;
    const forecast = { now: new Date(now).toISOString(), pace, calendar };
    for (const one of await predictedInSlices(queue, forecast)) predicted.set(one.caseId, one);
  }
  const board = await inSlices(open, ({ row }): BoardRow => {
    const seen = predicted.get(row.caseId);
    return {
      ...row,
      waitsFor: waitsFor(row),
      readyAt: seen?.readyAt ?? null,
      sendBy: seen?.sendBy ?? null,
      risk: seen?.risk ?? riskUnforeseen(row),
    };
  });
  board.sort(worstFirst);
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

/** The queue is worked in order, so a slice begins with the work ahead of it. */
async function predictedInSlices(
  queue: readonly QueuedCase[],
  forecast: Omit<Parameters<typeof predictedBreach>[0], 'queue'>,
): Promise<readonly PredictedCase[]> {
  const sorted = [...queue].sort(nearestDeadlineFirst);
  const cases: PredictedCase[] = [];
  let ahead = 0;
  for (let from = 0; from < sorted.length; from += queuedAtOnce) {
    const some = sorted.slice(from, from + queuedAtOnce);
    const read = predictedBreach({ ...forecast, queue: some, ahead });
    if (!read.ok) return [];
    cases.push(...read.value.cases);
    ahead += some.filter((one) => one.waitsFor === 'work').length;
    await nextTask();
  }
  return cases;
}

const queuedAtOnce = 100;

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
    (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a.caseId < b.caseId ? -1 : 1)
  );
}
