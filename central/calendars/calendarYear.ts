import { epochDayOf, localDateOfEpochDay } from '../../shared/deadlines/epochDay.ts';
import { isWorkingDay, kindOfDay, layOutCalendar } from '../../shared/deadlines/siteCalendar.ts';
import type { SiteCalendar } from '../../shared/facts/documents.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import type { CalendarYear } from '../../shared/sync/calendarApi.ts';

/** One year of a calendar for somebody to look over: what is special, and how much is left to work. */
export function calendarYear(calendar: SiteCalendar, year: number): CalendarYear {
  const laid = layOutCalendar(calendar);
  const days = daysOf(year);
  return {
    version: calendar.version,
    days: days.flatMap((date): CalendarYear['days'] => {
      const kind = kindOfDay(epochDayOf(date), laid);
      if (!kind.ok) return [];
      const day = kind.value;
      if (day.kind === 'working')
        return day.extra
          ? [{ date, kind: 'extraWorkingDay', name: nameOf(calendar.extraWorkingDays, date) }]
          : [];
      return day.why.kind === 'holiday' || day.why.kind === 'closure'
        ? [{ date, kind: day.why.kind, name: day.why.name }]
        : [];
    }),
    workingDays: Array.from({ length: 12 }, (_, month) => {
      const own = days.filter((date) => Number(date.slice(5, 7)) === month + 1);
      const worked = own.map((date) => isWorkingDay(date, calendar));
      return worked.every((day) => day.ok)
        ? worked.filter((day) => day.ok && day.value).length
        : null;
    }),
    unpublished: (calendar.unpublished ?? []).filter(
      ({ from, until }) => from <= `${year}-12-31` && `${year}-01-01` <= until,
    ),
  };
}

function daysOf(year: number): readonly LocalDate[] {
  const first = epochDayOf(`${year}-01-01`);
  return Array.from({ length: epochDayOf(`${year + 1}-01-01`) - first }, (_, day) =>
    localDateOfEpochDay(first + day),
  );
}

function nameOf(days: SiteCalendar['extraWorkingDays'], date: LocalDate): string {
  return days.find((day) => day.date === date)?.name ?? '';
}
