import type { SiteCalendar } from '../facts/documents.ts';
import type { LocalDate } from '../facts/time.ts';
import { accept, type Result } from '../result.ts';
import type { DeadlineRefusal } from './deadline.ts';
import { layOutAsOf } from './siteCalendar.ts';
import { type CountedPeriod, countPeriod, type Period } from './workingDays.ts';

/** A period by a calendar that may have changed while it ran. */
export type RunningPeriod = Omit<Period, 'calendar'> & { readonly calendar: SiteCalendar };

/**
 * Counts a period as its calendar changed. A change moves the last day only while that was not yet
 * over: a holiday entered later for a day that is past never turns a late case into one in time.
 * `movedFrom` is the last day by the calendar of the day it started, where it moved.
 * Refusals as `countPeriod`.
 */
export function countAsItChanged(
  period: RunningPeriod,
): Result<CountedPeriod & { readonly movedFrom: LocalDate | null }, DeadlineRefusal> {
  const countAsOf = (on: LocalDate) =>
    countPeriod({ ...period, calendar: layOutAsOf(period.calendar, on) });
  const first = countAsOf(period.from);
  let counted = first;
  for (const on of changedAfter(period)) {
    if (counted.ok && counted.value.dueOn < on) break;
    counted = countAsOf(on);
  }
  if (!counted.ok) return counted;
  const before = first.ok ? first.value.dueOn : null;
  return accept({
    ...counted.value,
    movedFrom: before === counted.value.dueOn ? null : before,
  });
}

/** The days on which the calendar changed while the period ran, in order. */
function changedAfter({ calendar, from }: RunningPeriod): readonly LocalDate[] {
  const days = new Set(calendar.changes?.map(({ on }) => on));
  return [...days].filter((on) => on > from).sort();
}
