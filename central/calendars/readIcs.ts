import ICAL from 'ical.js';
import { isLocalDate } from '../../shared/deadlines/epochDay.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { LeftOut } from '../../shared/sync/calendarApi.ts';
import { type EventDays, type Reach, wholeDaysOf } from './icsEvent.ts';
import type { NamedDay } from './namedDays.ts';

export type IcsDays = { readonly days: readonly NamedDay[]; readonly leftOut: readonly LeftOut[] };
export type IcsRefusal = { readonly code: 'unreadableIcs'; readonly why: string };

/** More repetitions than days in two centuries: a rule that never comes to an end. */
const mostRepeats = 80_000;

/**
 * The whole days of one or more iCalendar files on end (RFC 5545) within `reach`. A day is whole
 * from midnight to midnight, however that is written. Part-days, and single days out of reach, are
 * left out and said; cancelled ones are passed over; what was moved is where it was moved to.
 */
export function readIcs(text: string, reach: Reach): Result<IcsDays, IcsRefusal> {
  try {
    const events = asDates(text)
      .split(/^(?=BEGIN:VCALENDAR\s*$)/im)
      .filter((file) => file.trim() !== '')
      .flatMap(eventsIn);
    if (events.length === 0) return refuse({ code: 'unreadableIcs', why: 'no event in it' });
    const read = events.map((event) => daysOf(event, events, reach));
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

/** Without a byte order mark; a bare date is one although nothing says so. */
function asDates(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replaceAll(/^(DTSTART|DTEND|RECURRENCE-ID|EXDATE)(:\d{8}\s*)$/gim, '$1;VALUE=DATE$2');
}

function eventsIn(file: string): readonly ICAL.Event[] {
  const root = ICAL.Component.fromString(file);
  if (root.name !== 'vcalendar') throw new Error('no VCALENDAR');
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true, exceptions: [] });
    if (!beginsOnADay(component))
      throw new Error(`an event without a day it begins on (${event.summary ?? ''})`);
    return event;
  });
}

/** Asked of what is written: ical.js makes a January of a thirteenth month. */
function beginsOnADay(component: ICAL.Component): boolean {
  const written = component.getFirstProperty('dtstart')?.toICALString() ?? '';
  const [, year, month, day] = /:(\d{4})(\d\d)(\d\d)/.exec(written) ?? [];
  return day !== undefined && isLocalDate(`${year}-${month}-${day}`);
}

function daysOf(event: ICAL.Event, events: readonly ICAL.Event[], reach: Reach): EventDays {
  if (isCancelled(event)) return { days: [], leftOut: [] };
  if (event.isRecurrenceException() || !event.isRecurring()) return wholeDaysOf(event, null, reach);
  const elsewhere = new Set(
    events
      .filter((other) => other.isRecurrenceException() && other.uid === event.uid)
      .map((other) => dateOf(other.recurrenceId)),
  );
  const firsts = repeatsOf(event, reach.until).filter((time) => !elsewhere.has(dateOf(time)));
  const read = firsts.map((first) => wholeDaysOf(event, first, reach));
  const leftOut = read.flatMap((one) => one.leftOut).filter(({ why }) => why === 'partOfADay');
  return { days: read.flatMap(({ days }) => days), leftOut: leftOut.slice(0, 1) };
}

/** RFC 5545, 3.8.5.2: what an event begins with is its first day, also beside a list of days. */
function repeatsOf(event: ICAL.Event, until: LocalDate): readonly ICAL.Time[] {
  const hasRule = event.component.hasProperty('rrule');
  const found = new Map<LocalDate, ICAL.Time>();
  if (!hasRule && !isExcluded(event)) found.set(dateOf(event.startDate), event.startDate);
  const repeats = event.iterator();
  for (let turn = 0; turn < mostRepeats; turn += 1) {
    const next = repeats.next();
    if (!next || dateOf(next) > until) return [...found.values()];
    found.set(dateOf(next), next.clone());
  }
  throw new Error(`an event without end (${event.summary ?? ''})`);
}

function isExcluded(event: ICAL.Event): boolean {
  const start = dateOf(event.startDate);
  return event.component
    .getAllProperties('exdate')
    .some((property) =>
      property.getValues().some((time) => time instanceof ICAL.Time && dateOf(time) === start),
    );
}

function isCancelled(event: ICAL.Event): boolean {
  return event.component.getFirstPropertyValue('status') === 'CANCELLED';
}

function dateOf(time: ICAL.Time): LocalDate {
  return time.toString().slice(0, 10);
}
