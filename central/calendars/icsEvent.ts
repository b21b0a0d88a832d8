import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../shared/facts/time.ts';
import type { LeftOut } from '../../shared/sync/calendarApi.ts';
import { daysBetween, daysFrom, type NamedDay } from './namedDays.ts';

export type EventDays = {
  readonly days: readonly NamedDay[];
  readonly leftOut: readonly LeftOut[];
};

/** The years a calendar speaks about, and the zone of its site. */
export type Reach = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly zone: string;
};

/** From here on a day is over: many write its last minute for its end. */
const lastMinute = 24 * 60 - 1;

/**
 * The whole days of one event, or of one repetition of it that begins at `first`. Times of a zone
 * are taken by their own clock, those in UTC by the site's.
 */
export function wholeDaysOf(event: ICAL.Event, first: ICAL.Time | null, reach: Reach): EventDays {
  const name = (event.summary ?? '').trim().slice(0, 200) || 'Day off';
  const { start, whole, isAll } = spanOf(event, first ?? event.startDate, reach);
  const within = daysFrom(start, whole.length, whole.offset).filter((date) => date >= reach.from);
  const isOut = isAll && within.length < whole.total;
  return {
    days: within.map((date) => ({ date, name })),
    leftOut: [
      ...(isAll ? [] : [{ date: start, name, why: 'partOfADay' as const }]),
      ...(isOut ? [{ date: start, name, why: 'outsideTheYears' as const }] : []),
    ],
  };
}

/** Its whole days: from the how manieth on, how many of them in reach, how many at all. */
function spanOf(event: ICAL.Event, begin: ICAL.Time, { until, zone }: Reach) {
  const [offset, end, isAll, start] = begin.isDate
    ? ofDates(event, begin)
    : ofTimes(event, begin, zone);
  const total = Math.max(0, end - offset);
  const length = Math.max(0, Math.min(total, daysBetween(start, until) + 1 - offset));
  return { start, whole: { offset, length, total }, isAll: isAll && total > 0 };
}

type Ends = readonly [first: number, end: number, isAll: boolean, start: LocalDate];

function ofDates(event: ICAL.Event, begin: ICAL.Time): Ends {
  const length = daysBetween(dateOf(event.startDate), dateOf(event.endDate));
  return [0, Math.max(1, length), true, dateOf(begin)];
}

function ofTimes(event: ICAL.Event, begin: ICAL.Time, zone: string): Ends {
  const end = begin.clone();
  end.addDuration(event.endDate.subtractDate(event.startDate));
  const [from, to] = [wallTime(begin, zone), wallTime(end, zone)];
  const isOver = to.minutes >= lastMinute;
  const isAll = from.minutes === 0 && (to.minutes === 0 || isOver);
  const last = daysBetween(from.date, to.date) + (isOver ? 1 : 0);
  return [from.minutes === 0 ? 0 : 1, last, isAll, from.date];
}

function wallTime(time: ICAL.Time, zone: string) {
  const text = time.toString();
  const wall = text.endsWith('Z')
    ? Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime()
    : Temporal.PlainDateTime.from(text);
  return { date: wall.toPlainDate().toString(), minutes: wall.hour * 60 + wall.minute };
}

function dateOf(time: ICAL.Time): LocalDate {
  return time.toString().slice(0, 10);
}
