import ICAL from 'ical.js';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { LocalDate } from '../../shared/returns/time.ts';
import type { LeftOut } from '../../shared/sync/calendarApi.ts';
import { daysBetween, daysFrom, type NamedDay } from './namedDays.ts';

export type IcsDays = { readonly days: readonly NamedDay[]; readonly leftOut: readonly LeftOut[] };
export type IcsRefusal = { readonly code: 'unreadableIcs'; readonly why: string };

/** More repetitions than days in a century: a rule that never comes to an end. */
const mostRepeats = 40_000;
const longestDays = 366;

/**
 * The whole days of an iCalendar file (RFC 5545), repeating ones up to `until`. Part-days are left
 * out and said; cancelled ones are passed over.
 */
export function readIcs(text: string, until: LocalDate): Result<IcsDays, IcsRefusal> {
  try {
    const root = ICAL.Component.fromString(text);
    if (root.name !== 'vcalendar') return refuse({ code: 'unreadableIcs', why: 'no VCALENDAR' });
    const events = root
      .getAllSubcomponents('vevent')
      .filter((event) => event.getFirstPropertyValue('status') !== 'CANCELLED')
      .map((event) => new ICAL.Event(event));
    const read = events
      .filter((event) => !event.isRecurrenceException())
      .map((event) => daysOf(event, until));
    return accept({
      days: read.flatMap(({ days }) => days),
      leftOut: read.flatMap(({ leftOut }) => leftOut),
    });
  } catch (cause) {
    return refuse({
      code: 'unreadableIcs',
      why: cause instanceof Error ? cause.message.slice(0, 200) : String(cause),
    });
  }
}

function daysOf(event: ICAL.Event, until: LocalDate): IcsDays {
  const name = (event.summary ?? '').trim().slice(0, 200) || 'Day off';
  const start = dateOf(event.startDate);
  if (!event.startDate.isDate)
    return { days: [], leftOut: [{ date: start, name, why: 'partOfADay' }] };
  const length = Math.min(longestDays, Math.max(1, daysBetween(start, dateOf(event.endDate))));
  const firsts = event.isRecurring() ? repeatsOf(event, until) : [start];
  return {
    days: firsts.flatMap((first) => daysFrom(first, length).map((date) => ({ date, name }))),
    leftOut: [],
  };
}

function repeatsOf(event: ICAL.Event, until: LocalDate): readonly LocalDate[] {
  const found: LocalDate[] = [];
  const repeats = event.iterator();
  for (let turn = 0; turn < mostRepeats; turn += 1) {
    const next = repeats.next();
    if (!next) break;
    const date = dateOf(next);
    if (date > until) break;
    found.push(date);
  }
  return found;
}

function dateOf(time: ICAL.Time): LocalDate {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
}
