/**
 * A site's first calendar, from the public holidays of its country. What the office edits later is
 * a document like any other; nothing here runs again for a site that has one.
 * Holiday data: date-holidays (assets/notices/date-holidays.txt).
 */
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { SiteId } from '../../shared/ids.ts';
import { SiteCalendar } from '../../shared/returns/documents.ts';
import type { LocalDate } from '../../shared/returns/time.ts';
import { chinaSchedule } from './chinaSchedule.ts';

type NamedDay = { readonly date: LocalDate; readonly name: string };

export type CalendarWish = {
  readonly siteId: SiteId;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The country's own subdivision code as date-holidays names it, or null for the whole country. */
  readonly state: string | null;
  readonly timeZone: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly closures?: readonly NamedDay[];
};

/** Days off that whole countries agree on; Saturday and Sunday unless the country says otherwise. */
export function calendarFor(wish: CalendarWish): SiteCalendar {
  const years = yearsBetween(wish.fromYear, wish.toYear);
  const holidays = years.flatMap((year) =>
    wish.country === 'CN' ? chineseDaysOff(year) : publicHolidays(wish, year),
  );
  const extraWorkingDays = years.flatMap((year) =>
    wish.country === 'CN' ? (chinaSchedule[year]?.makeUpDays ?? []) : [],
  );
  return SiteCalendar.parse({
    siteId: wish.siteId,
    version: 1,
    timeZone: wish.timeZone,
    weekendDays: weekends[wish.country] ?? [6, 7],
    holidays: oncePerDay(holidays),
    closures: oncePerDay(wish.closures ?? []),
    extraWorkingDays,
    validFrom: `${wish.fromYear}-01-01`,
    validUntil: `${wish.toYear}-12-31`,
  });
}

/** ISO weekdays, where they are not Saturday and Sunday. */
const weekends: Readonly<Record<string, readonly number[]>> = {
  BH: [5, 6],
  EG: [5, 6],
  IL: [5, 6],
  JO: [5, 6],
  KW: [5, 6],
  OM: [5, 6],
  QA: [5, 6],
  SA: [5, 6],
};

function publicHolidays({ country, state }: CalendarWish, year: number): readonly NamedDay[] {
  const source = state === null ? new Holidays(country) : new Holidays(country, state);
  return source
    .getHolidays(year, 'en')
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end, name }) => {
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
      return daysFrom(date.slice(0, 10), days).map((day) => ({ date: day, name }));
    });
}

/**
 * The published schedule where there is one. Otherwise the festivals every citizen has by decree
 * (revised 2024: New Year 1 day, Spring Festival 4, Qingming 1, Labour Day 2, Dragon Boat 1,
 * Mid-Autumn 1, National Day 3); their make-up days are not known yet and none are invented.
 */
function chineseDaysOff(year: number): readonly NamedDay[] {
  const published = chinaSchedule[year];
  if (published)
    return published.breaks.flatMap(({ from, to, name }) =>
      daysFrom(from, daysBetween(from, to) + 1).map((date) => ({ date, name })),
    );
  const festivals = new Set([
    "New Year's Day",
    'Spring Festival',
    'Qingming Festival',
    'Labour Day',
    'Dragon Boat Festival',
    'Mid-Autumn Festival',
    'National Day',
  ]);
  const known = new Holidays('CN')
    .getHolidays(year, 'en')
    .filter(({ type, name }) => type === 'public' && festivals.has(name))
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }));
  const lastOfSpring = known.findLast(({ name }) => name === 'Spring Festival');
  const sinceTheDecree = [
    { date: `${year}-05-02`, name: 'Labour Day' },
    ...(lastOfSpring
      ? [{ date: daysFrom(lastOfSpring.date, 2).at(-1) ?? '', name: 'Spring Festival' }]
      : []),
  ];
  return [...known, ...(year >= 2025 ? sinceTheDecree : [])].map(({ date, name }) => ({
    date,
    name: `${name} (provisional)`,
  }));
}

const dayMs = 86_400_000;

function yearsBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function daysFrom(first: LocalDate, count: number): readonly LocalDate[] {
  const start = Temporal.PlainDate.from(first);
  return Array.from({ length: count }, (_, days) => start.add({ days }).toString());
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(to).days;
}

function oncePerDay(days: readonly NamedDay[]): readonly NamedDay[] {
  const byDate = new Map(days.toReversed().map((day) => [day.date, day]));
  return [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
