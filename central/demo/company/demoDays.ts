import { Temporal } from 'temporal-polyfill';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import type { Instant, LocalDate } from '../../../shared/facts/time.ts';

/**
 * Days as the demo tells them: 0 is the first working day not before `today`, −1 the working day
 * before it, 1 the one after, by the calendar of a site. So a story can say "due on 0" or "arrived
 * on −7" and be true on every day the demo is started, weekends and holidays included.
 */
export function dayTeller(calendar: SiteCalendar, today: LocalDate): (offset: number) => LocalDate {
  const off = new Set([...calendar.holidays, ...calendar.closures].map((d) => d.date));
  const extra = new Set(calendar.extraWorkingDays.map((d) => d.date));
  const isWorkingDay = (day: Temporal.PlainDate) =>
    extra.has(day.toString()) ||
    (!calendar.weekendDays.includes(day.dayOfWeek) && !off.has(day.toString()));

  const walk = (start: Temporal.PlainDate, step: 1 | -1) => {
    let day = start;
    while (!isWorkingDay(day)) day = day.add({ days: step });
    return day;
  };
  const known = new Map<number, Temporal.PlainDate>([[0, walk(Temporal.PlainDate.from(today), 1)]]);
  const at = (offset: number): Temporal.PlainDate => {
    const found = known.get(offset);
    if (found) return found;
    const step = offset > 0 ? 1 : -1;
    const neighbour = at(offset - step);
    const day = walk(neighbour.add({ days: step }), step);
    known.set(offset, day);
    return day;
  };
  return (offset) => at(offset).toString();
}

/** The moment a wall clock in `zone` shows "HH:MM" (or "HH:MM:SS") on that day. */
export function instantAt(date: LocalDate, clock: string, zone: string): Instant {
  const time = clock.length === 5 ? `${clock}:00` : clock;
  return Temporal.PlainDateTime.from(`${date}T${time}`)
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
}

/** The calendar day of a moment in a zone. */
export function dayOf(instant: Instant, zone: string): LocalDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}
