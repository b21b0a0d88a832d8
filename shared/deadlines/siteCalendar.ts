import type { SiteCalendar } from '../facts/documents.ts';
import type { LocalDate } from '../facts/time.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { DayReason, DeadlineRefusal } from './deadline.ts';
import { epochDayOf, isLocalDate, isoWeekdayOf, localDateOfEpochDay } from './epochDay.ts';

/** A site calendar laid out for counting: its special days by epoch day. */
export type WorkingCalendar = {
  readonly siteId: string;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly weekendDays: readonly number[];
  readonly special: ReadonlyMap<number, SpecialDay>;
};

type SpecialDay =
  | { readonly kind: 'extra' }
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'off'; readonly why: Extract<DayReason, { kind: 'holiday' | 'closure' }> };

export type DayKind =
  | { readonly kind: 'working'; readonly extra: boolean }
  | { readonly kind: 'off'; readonly why: DayReason };

const laidOut = new WeakMap<SiteCalendar, WorkingCalendar>();

/**
 * Lays a site calendar out for counting. An extra working day beats a weekend or a holiday; the
 * site's own closure beats everything, because nobody is there.
 */
export function layOutCalendar(calendar: SiteCalendar): WorkingCalendar {
  const known = laidOut.get(calendar);
  if (known) return known;
  const special = new Map<number, SpecialDay>();
  for (const { date, name } of calendar.holidays)
    special.set(epochDayOf(date), { kind: 'off', why: { kind: 'holiday', name } });
  for (const { date } of calendar.extraWorkingDays)
    special.set(epochDayOf(date), { kind: 'extra' });
  for (const { date, name } of calendar.closures)
    special.set(epochDayOf(date), { kind: 'off', why: { kind: 'closure', name } });
  const laid = {
    siteId: calendar.siteId,
    firstDay: epochDayOf(calendar.validFrom),
    lastDay: epochDayOf(calendar.validUntil),
    weekendDays: calendar.weekendDays,
    special,
  };
  laidOut.set(calendar, laid);
  return laid;
}

/** The calendar as it was known at the end of a day: what changed later is taken back. */
export function layOutAsOf(calendar: SiteCalendar, on: LocalDate): WorkingCalendar {
  const laid = layOutCalendar(calendar);
  const later = (calendar.changes ?? []).filter((change) => change.on > on);
  if (later.length === 0) return laid;
  const special = new Map(laid.special);
  for (const { date, was, name } of later.toSorted((a, b) => (a.on < b.on ? 1 : -1)))
    special.set(
      epochDayOf(date),
      was === 'off' ? { kind: 'off', why: { kind: 'holiday', name } } : workingAgain(date, laid),
    );
  return { ...laid, special };
}

function workingAgain(date: LocalDate, { weekendDays }: WorkingCalendar): SpecialDay {
  return { kind: weekendDays.includes(isoWeekdayOf(epochDayOf(date))) ? 'extra' : 'ordinary' };
}

/**
 * What one day is at the site. Refusals: `noCalendar`, and `calendarStartsLater`, `calendarEnds` for
 * days the calendar does not speak about; nothing is guessed.
 */
export function kindOfDay(
  epochDay: number,
  calendar: WorkingCalendar,
): Result<DayKind, DeadlineRefusal> {
  if (calendar.lastDay < calendar.firstDay)
    return refuse({ code: 'noCalendar', field: 'calendar', found: calendar.siteId });
  if (epochDay < calendar.firstDay)
    return refuse({
      code: 'calendarStartsLater',
      field: 'calendar.validFrom',
      validFrom: localDateOfEpochDay(calendar.firstDay),
    });
  if (epochDay > calendar.lastDay)
    return refuse({
      code: 'calendarEnds',
      field: 'calendar.validUntil',
      validUntil: localDateOfEpochDay(calendar.lastDay),
    });
  const special = calendar.special.get(epochDay);
  if (special?.kind === 'off') return accept(special);
  if (special?.kind === 'extra') return accept({ kind: 'working', extra: true });
  if (special?.kind === 'ordinary') return accept({ kind: 'working', extra: false });
  return calendar.weekendDays.includes(isoWeekdayOf(epochDay))
    ? accept({ kind: 'off', why: { kind: 'weekend' } })
    : accept({ kind: 'working', extra: false });
}

/**
 * Whether a site-local day is a working day of the site.
 * Refusals: `badDate`, `calendarStartsLater`, `calendarEnds`.
 */
export function isWorkingDay(
  date: LocalDate,
  calendar: SiteCalendar,
): Result<boolean, DeadlineRefusal> {
  if (!isLocalDate(date)) return refuse({ code: 'badDate', field: 'date', found: date });
  const day = kindOfDay(epochDayOf(date), layOutCalendar(calendar));
  return day.ok ? accept(day.value.kind === 'working') : day;
}
