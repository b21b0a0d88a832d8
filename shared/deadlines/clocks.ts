/** The three clocks of the return policy. Computed when asked for, never stored as a countdown. */

import { accept, type Result } from '../result.ts';
import type { Contract, DayPeriod, PolicyVersion, SiteCalendar } from '../returns/documents.ts';
import type { Instant, LocalDate } from '../returns/time.ts';
import type { ClockName, Deadline, DeadlineRefusal, Pause, ProofDay } from './deadline.ts';
import { epochDayOf, localDateOfEpochDay } from './epochDay.ts';
import { endOfDay, type LocalMoment, localMomentOf } from './localDay.ts';
import { layOutCalendar } from './siteCalendar.ts';
import { countPeriod } from './workingDays.ts';

/**
 * III-INSPECT: until when inspection must be complete and the refund started. Starts on the
 * site-local day of arrival (the day after it, behind the contract's cut-off hour) and runs the
 * policy's number of working days of the site.
 * Refusals: `badDate`, `badZone`, `badLength`, `calendarStartsLater`, `calendarEnds`.
 */
export function inspectionDeadline(given: {
  readonly arrivedAt: Instant;
  readonly calendar: SiteCalendar;
  readonly contract: Contract | null;
  readonly policy: PolicyVersion;
  readonly pauses: readonly Pause[];
}): Result<Deadline, DeadlineRefusal> {
  const { calendar, contract } = given;
  const arrived = localMomentOf(given.arrivedAt, calendar.timeZone, 'arrivedAt');
  if (!arrived.ok) return arrived;
  const cutOff = contract?.inspection.cutOff ?? null;
  const { date } = arrived.value;
  const from = cutOff === null ? date : dayCounted(arrived.value, cutOff);
  return deadlineOf({
    clock: 'inspection',
    from,
    before:
      cutOff === null || from === date
        ? []
        : [{ date, kind: 'skipped', why: { kind: 'cutOff', at: cutOff } }],
    period: { days: given.policy.parameters.inspectionWorkingDays, kind: 'workingDays' },
    receiptDayCounts: contract?.inspection.receiptDayCounts ?? false,
    calendar,
    pauses: given.pauses,
  });
}

/**
 * The site-local day an arrival counts from: the recorded day, or the one after when it came behind
 * the contract's cut-off hour ("HH:MM", site-local). The zone is only asked when there is one.
 * Refusals: `badDate`, `badZone`.
 */
export function inspectionStart(
  arrived: { readonly instant: Instant; readonly localDate: LocalDate },
  zone: string,
  cutOff: string | null,
): Result<LocalDate, DeadlineRefusal> {
  if (cutOff === null) return accept(arrived.localDate);
  const moment = localMomentOf(arrived.instant, zone, 'arrivedAt');
  return moment.ok ? accept(dayCounted(moment.value, cutOff)) : moment;
}

/** Arriving exactly at the cut-off hour is still in time. */
function dayCounted({ date, time }: LocalMoment, cutOff: string): LocalDate {
  return time > `${cutOff}:00.000` ? localDateOfEpochDay(epochDayOf(date) + 1) : date;
}

/**
 * III-APPLY, IV-PERIOD: until when the client may apply, from the day the client received the
 * goods, by the contract's period in working or calendar days of the site's calendar.
 * Refusals as `inspectionDeadline`.
 */
export function applicationDeadline(given: {
  readonly clientReceivedOn: LocalDate;
  readonly period: DayPeriod & { readonly receiptDayCounts: boolean };
  readonly calendar: SiteCalendar;
}): Result<Deadline, DeadlineRefusal> {
  return deadlineOf({
    clock: 'application',
    from: given.clientReceivedOn,
    before: [],
    period: given.period,
    receiptDayCounts: given.period.receiptDayCounts,
    calendar: given.calendar,
    pauses: [],
  });
}

/**
 * III-REVIEW: until when the office must have answered an application received on a day.
 * Refusals as `inspectionDeadline`.
 */
export function reviewDeadline(given: {
  readonly receivedOn: LocalDate;
  readonly calendar: SiteCalendar;
  readonly policy: PolicyVersion;
}): Result<Deadline, DeadlineRefusal> {
  return deadlineOf({
    clock: 'review',
    from: given.receivedOn,
    before: [],
    period: { days: given.policy.parameters.reviewWorkingDays, kind: 'workingDays' },
    receiptDayCounts: false,
    calendar: given.calendar,
    pauses: [],
  });
}

function deadlineOf(given: {
  readonly clock: ClockName;
  readonly from: LocalDate;
  readonly before: readonly ProofDay[];
  readonly period: DayPeriod;
  readonly receiptDayCounts: boolean;
  readonly calendar: SiteCalendar;
  readonly pauses: readonly Pause[];
}): Result<Deadline, DeadlineRefusal> {
  const { calendar, period } = given;
  const counted = countPeriod({
    from: given.from,
    days: period.days,
    kind: period.kind,
    receiptDayCounts: given.receiptDayCounts,
    calendar: layOutCalendar(calendar),
    pauses: given.pauses,
  });
  if (!counted.ok) return counted;
  const dueBefore = endOfDay(counted.value.dueOn, calendar.timeZone);
  if (!dueBefore.ok) return dueBefore;
  return accept({
    clock: given.clock,
    startedOn: given.from,
    dueOn: counted.value.dueOn,
    dueBefore: dueBefore.value,
    length: period.days,
    days: [...given.before, ...counted.value.days],
    zone: calendar.timeZone,
    calendarVersion: calendar.version,
    counted: period.kind,
    calendar,
  });
}
