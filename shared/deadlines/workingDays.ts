import type { LocalDate } from '../facts/time.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { DeadlineRefusal, Pause, ProofDay } from './deadline.ts';
import { epochDayOf, isLocalDate, localDateOfEpochDay } from './epochDay.ts';
import { type DayKind, kindOfDay, type WorkingCalendar } from './siteCalendar.ts';

/** A period to count, in the site's own days. */
export type Period = {
  /** Site-local day of receipt. */
  readonly from: LocalDate;
  readonly days: number;
  readonly kind: 'workingDays' | 'calendarDays';
  /** Whether the day of receipt is day 1, provided it is a day that counts at all. */
  readonly receiptDayCounts: boolean;
  readonly calendar: WorkingCalendar;
  readonly pauses: readonly Pause[];
};

export type CountedPeriod = { readonly dueOn: LocalDate; readonly days: readonly ProofDay[] };

const longestPeriod = 3650;

/**
 * Counts a period day by day and keeps the count as its proof: every day from receipt to the last
 * day, with the number it got or the reason it was skipped. Whole days in the site's zone.
 * Refusals: `badDate`, `badLength`, and for working days `calendarStartsLater`, `calendarEnds`.
 */
export function countPeriod(period: Period): Result<CountedPeriod, DeadlineRefusal> {
  if (!isLocalDate(period.from))
    return refuse({ code: 'badDate', field: 'from', found: period.from });
  if (!Number.isInteger(period.days) || period.days < 0 || period.days > longestPeriod)
    return refuse({ code: 'badLength', field: 'length', found: period.days });

  const days: ProofDay[] = period.receiptDayCounts ? [] : [{ date: period.from, kind: 'receipt' }];
  const start = epochDayOf(period.from);
  let next = period.receiptDayCounts ? start : start + 1;
  let last = start;
  let number = 0;
  for (; number < period.days; next += 1) {
    const day = kindInPeriod(next, period);
    if (!day.ok) return day;
    if (day.value.kind === 'working') number += 1;
    days.push(proofOf(next, day.value, number));
    last = next;
  }
  return accept({ dueOn: localDateOfEpochDay(last), days });
}

function proofOf(epochDay: number, day: DayKind, number: number): ProofDay {
  const date = localDateOfEpochDay(epochDay);
  return day.kind === 'off'
    ? { date, kind: 'skipped', why: day.why }
    : { date, kind: 'counted', number, extra: day.extra };
}

/** How many working days lie after `from`, up to and including `until`; 0 when `until` is not later. */
export function workingDaysBetween(
  from: LocalDate,
  until: LocalDate,
  calendar: WorkingCalendar,
): Result<number, DeadlineRefusal> {
  let count = 0;
  const last = epochDayOf(until);
  for (let day = epochDayOf(from) + 1; day <= last; day += 1) {
    const kind = kindOfDay(day, calendar);
    if (!kind.ok) return kind;
    if (kind.value.kind === 'working') count += 1;
  }
  return accept(count);
}

function kindInPeriod(day: number, period: Period): Result<DayKind, DeadlineRefusal> {
  const pause = period.pauses.find((p) => epochDayOf(p.from) <= day && day <= epochDayOf(p.until));
  if (pause) return accept({ kind: 'off', why: { kind: 'paused', reason: pause.reason } });
  return period.kind === 'calendarDays'
    ? accept({ kind: 'working', extra: false })
    : kindOfDay(day, period.calendar);
}
