import { Temporal } from 'temporal-polyfill';
import type { SiteCalendar } from '../facts/documents.ts';
import type { Instant, LocalDate } from '../facts/time.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Deadline, DeadlineRefusal } from './deadline.ts';
import { epochDayOf, localDateOfEpochDay } from './epochDay.ts';
import { localMomentOf } from './localDay.ts';
import { kindOfDay, layOutCalendar, type WorkingCalendar } from './siteCalendar.ts';

/** An open case in the queue. */
export type QueuedCase = {
  readonly caseId: string;
  readonly deadline: Deadline;
  /** `work`: somebody must still inspect or approve it. `send`: done here, not accepted by central. */
  readonly waitsFor: 'work' | 'send';
};

/** How fast this site gets through its work. */
export type Pace = {
  /** Cases finished per hour of a shift. */
  readonly casesPerHour: number;
  /** Site-local "HH:MM", within one day, on every working day of the calendar. */
  readonly shift: { readonly from: string; readonly until: string };
};

export type PredictedCase = {
  readonly caseId: string;
  /**
   * When the work on it is done at this pace, in queue order; null when only sending is left, or
   * when that lies beyond the calendar.
   */
  readonly readyAt: Instant | null;
  /** The last moment central can be told in time: the end of the last shift before the deadline. */
  readonly sendBy: Instant;
  readonly risk: 'breached' | 'willBreach' | 'onlyIfNotSent' | 'none';
};

export type BreachForecast = {
  /** Nearest deadline first, the order the work is assumed to be done in. */
  readonly cases: readonly PredictedCase[];
  readonly breached: number;
  readonly willBreach: number;
  /** Finished cases that nobody but this station knows of; the clock stops at central only. */
  readonly unsent: number;
  /** By when the station must have reached central for all of them, or null when nothing waits. */
  readonly sendBy: Instant | null;
};

export type ForecastRefusal =
  | DeadlineRefusal
  | { readonly code: 'badPace'; readonly field: 'pace.casesPerHour'; readonly found: number }
  | { readonly code: 'badShift'; readonly field: 'pace.shift'; readonly found: string };

/**
 * Which open cases will miss their deadline if the queue is worked nearest deadline first at this
 * pace, and by when finished but unsent ones must reach central. `now` is a UTC moment; shifts are
 * read in the calendar's zone.
 * Refusals: `badPace`, `badShift`, `badDate`, `badZone`, `calendarStartsLater`.
 */
export function predictedBreach(given: {
  readonly queue: readonly QueuedCase[];
  readonly now: Instant;
  readonly pace: Pace;
  readonly calendar: SiteCalendar;
  /** How many are worked on before the first of this queue; 0 unless given. */
  readonly ahead?: number;
}): Result<BreachForecast, ForecastRefusal> {
  const { calendar, now, pace } = given;
  if (!(pace.casesPerHour > 0 && Number.isFinite(pace.casesPerHour)))
    return refuse({ code: 'badPace', field: 'pace.casesPerHour', found: pace.casesPerHour });
  const shift = readShift(pace.shift);
  if (!shift.ok) return shift;
  const moment = localMomentOf(now, calendar.timeZone, 'now');
  if (!moment.ok) return moment;

  const site = { calendar: layOutCalendar(calendar), shift: shift.value, zone: calendar.timeZone };
  const today = moment.value.date;
  const startMinute = minuteOf(moment.value.time);
  const queue = [...given.queue].sort(nearestDeadlineFirst);
  const cases: PredictedCase[] = [];
  let { ahead = 0 } = given;
  for (const queued of queue) {
    if (queued.waitsFor === 'work') ahead += 1;
    const minutes = (ahead * 60) / pace.casesPerHour;
    const ready =
      queued.waitsFor === 'work' ? readyAfter(minutes, today, startMinute, site) : accept(null);
    if (!ready.ok) return ready;
    const sendBy = lastShiftEnd(queued.deadline, site);
    cases.push({
      caseId: queued.caseId,
      readyAt: ready.value,
      sendBy,
      risk: riskOf(now, queued, ready.value, sendBy),
    });
  }
  const unsent = cases.filter((c) => c.risk === 'onlyIfNotSent');
  return accept({
    cases,
    breached: cases.filter((c) => c.risk === 'breached').length,
    willBreach: cases.filter((c) => c.risk === 'willBreach').length,
    unsent: unsent.length,
    sendBy: unsent[0]?.sendBy ?? null,
  });
}

type Shift = { readonly from: number; readonly until: number };
type SiteHours = {
  readonly calendar: WorkingCalendar;
  readonly shift: Shift;
  readonly zone: string;
};

function riskOf(
  now: Instant,
  queued: QueuedCase,
  readyAt: Instant | null,
  sendBy: Instant,
): PredictedCase['risk'] {
  if (isBefore(queued.deadline.dueBefore, now) || queued.deadline.dueBefore === now)
    return 'breached';
  if (queued.waitsFor === 'send') return 'onlyIfNotSent';
  return readyAt === null || isBefore(sendBy, readyAt) ? 'willBreach' : 'none';
}

/** Lets so many minutes of shift pass, from a local minute of a day, over working days only. */
function readyAfter(
  minutes: number,
  today: LocalDate,
  startMinute: number,
  { calendar, shift, zone }: SiteHours,
): Result<Instant | null, DeadlineRefusal> {
  let left = minutes;
  for (let day = epochDayOf(today); ; day += 1) {
    const kind = kindOfDay(day, calendar);
    if (!kind.ok) return kind.refusal.code === 'calendarEnds' ? accept(null) : kind;
    if (kind.value.kind === 'off') continue;
    const date = localDateOfEpochDay(day);
    const from = date === today ? Math.max(shift.from, startMinute) : shift.from;
    const available = Math.max(0, shift.until - from);
    if (left <= available) return accept(instantAt(date, from + left, zone));
    left -= available;
  }
}

/** The last counted day of a deadline is a working day, so its shift is the last one in time. */
function lastShiftEnd({ dueOn }: Deadline, { shift, zone }: SiteHours): Instant {
  return instantAt(dueOn, shift.until, zone);
}

function instantAt(date: LocalDate, minute: number, zone: string): Instant {
  return Temporal.PlainDate.from(date)
    .toPlainDateTime({ hour: 0 })
    .add({ seconds: Math.round(minute * 60) })
    .toZonedDateTime(zone)
    .toInstant()
    .toString();
}

function readShift(given: Pace['shift']): Result<Shift, ForecastRefusal> {
  const isClockTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  const shift = { from: minuteOf(given.from), until: minuteOf(given.until) };
  return isClockTime(given.from) && isClockTime(given.until) && shift.from < shift.until
    ? accept(shift)
    : refuse({ code: 'badShift', field: 'pace.shift', found: `${given.from}–${given.until}` });
}

/** Minutes since midnight of "HH:MM" or "HH:MM:SS.mmm". */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 60 + minutes + seconds / 60;
}

export function nearestDeadlineFirst(a: QueuedCase, b: QueuedCase): number {
  if (a.deadline.dueOn !== b.deadline.dueOn) return a.deadline.dueOn < b.deadline.dueOn ? -1 : 1;
  return a.caseId < b.caseId ? -1 : 1;
}

function isBefore(one: Instant, other: Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
