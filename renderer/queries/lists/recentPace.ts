import { useMemo } from 'react';
import { epochDayOf, localDateOfEpochDay } from '../../../shared/deadlines/epochDay.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import type { Pace } from '../../../shared/deadlines/predictedBreach.ts';
import { isWorkingDay } from '../../../shared/deadlines/siteCalendar.ts';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import { listRowsIn, readInSlices } from '../../storage/packed/packedRows.ts';
import type { CaseListRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';
import { useWorkedOut } from '../useWorkedOut.ts';

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
  const calendar = newestCalendar(
    await db.calendars.where('siteId').equals(siteId).toArray(),
    siteId,
  );
  if (!calendar) return null;
  const today = localDateOf(new Date(now).toISOString(), calendar.timeZone);
  const since = localDateOfEpochDay(epochDayOf(today) - lookedBackDays);
  const closed = await countRows(
    db,
    (row) => row.siteId === siteId && row.endedOn !== null && row.endedOn >= since,
  );
  const days = Array.from({ length: lookedBackDays }, (_, back) =>
    isWorkingDay(localDateOfEpochDay(epochDayOf(today) - back - 1), calendar),
  ).filter((day) => day.ok && day.value).length;
  const hours = days * hoursOf(shift);
  return closed >= enoughCases && hours > 0 ? closed / hours : null;
}

/** As of this minute: it takes looking at every case. */
export function useRecentPace(siteId: string, shift: Pace['shift']): number | null | undefined {
  const db = useStationDatabase();
  const now = useNow();
  const { from, until } = shift;
  const asked = useMemo(
    () => ({ db, siteId, now, shift: { from, until } }),
    [db, siteId, now, from, until],
  );
  return useWorkedOut(asked, paceOf);
}

type PaceOf = {
  readonly db: StationDatabase;
  readonly siteId: string;
  readonly now: number;
  readonly shift: Pace['shift'];
};

async function paceOf({ db, siteId, now, shift }: PaceOf): Promise<number | null> {
  return await recentPace(db, siteId, now, shift);
}

async function countRows(
  db: StationDatabase,
  counts: (row: CaseListRow) => boolean,
): Promise<number> {
  let count = 0;
  await readInSlices(listRowsIn(db), (rows) => {
    count += rows.filter(counts).length;
  });
  return count;
}

function hoursOf({ from, until }: Pace['shift']): number {
  const minuteOf = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  };
  return Math.max(0, minuteOf(until) - minuteOf(from)) / 60;
}

export function newestCalendar(
  calendars: readonly SiteCalendar[],
  siteId: string,
): SiteCalendar | null {
  return calendars
    .filter((calendar) => calendar.siteId === siteId)
    .reduce<SiteCalendar | null>(
      (newest, calendar) => (newest && newest.version > calendar.version ? newest : calendar),
      null,
    );
}
