import type { Contract, DayPeriod, PolicyVersion, SiteCalendar } from '../facts/documents.ts';
import type { Instant, LocalDate } from '../facts/time.ts';
import { accept, type Result } from '../result.ts';
import { countAsItChanged } from './changedCalendar.ts';
import type { ClockName, Deadline, DeadlineRefusal, Pause, ProofDay } from './deadline.ts';
import { epochDayOf, localDateOfEpochDay } from './epochDay.ts';
import { endOfDay, type LocalMoment, localMomentOf } from './localDay.ts';

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

/** Arriving exactly at the cut-off hour is still in time. */
function dayCounted({ date, time }: LocalMoment, cutOff: string): LocalDate {
  return time > `${cutOff}:00.000` ? localDateOfEpochDay(epochDayOf(date) + 1) : date;
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
  const counted = countAsItChanged({
    from: given.from,
    days: period.days,
    kind: period.kind,
    receiptDayCounts: given.receiptDayCounts,
    calendar,
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
    movedFrom: counted.value.movedFrom,
    provisionalFrom: unpublishedIn(counted.value.days, calendar),
  });
}

function unpublishedIn(
  days: readonly ProofDay[],
  { unpublished = [] }: SiteCalendar,
): LocalDate | null {
  const first = days.find(({ date }) =>
    unpublished.some(({ from, until }) => from <= date && date <= until),
  );
  return first?.date ?? null;
}
