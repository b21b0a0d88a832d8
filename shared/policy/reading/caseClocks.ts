import { countAsItChanged } from '../../deadlines/changedCalendar.ts';
import type { DeadlineRefusal } from '../../deadlines/deadline.ts';
import {
  type InspectionClock,
  inspectionClock,
  type UncountedClock,
} from '../../deadlines/inspectionClock.ts';
import type { Contract, DayPeriod, OrderLine, SiteCalendar } from '../../facts/documents.ts';
import type { LocalDate } from '../../facts/time.ts';
import type { OrderLineId } from '../../ids.ts';
import { accept, type Result, refuse } from '../../result.ts';
import type { PolicyInput, PolicyRefusal } from '../decision.ts';

type ContractPeriod = NonNullable<Contract['returnPeriod']>;

/** The last day of a period; null: its calendar does not speak about all of its days. */
type LastDay = LocalDate | null;

/**
 * The last days of everything this case is timed by, site-local; the client's own periods on the
 * calendar the contract names, or else the site's. Absent where nothing runs.
 */
export type CaseClocks = {
  readonly review: { readonly dueOn: LastDay } | null;
  /** As every list and register has it. */
  readonly inspection: Result<InspectionClock, UncountedClock> | null;
  /** Last day to apply and to object, per order line the case returns from. */
  readonly applyBy: ReadonlyMap<OrderLineId, LastDay>;
  readonly objectBy: ReadonlyMap<OrderLineId, LastDay>;
};

/**
 * Counts every clock of a case once. What the calendar does not reach is not counted, and the case
 * is decided all the same.
 * Refusals: `badDate`, `badLength`.
 */
export function readClocks(input: PolicyInput): Result<CaseClocks, PolicyRefusal> {
  const review = reviewDue(input);
  if (!review.ok) return review;
  const inspection = inspectionClock(
    {
      ...input,
      arrivals: input.arrivalsOnClock ?? input.arrivals,
      acceptedAt: input.acceptedAt ?? new Map(),
    },
    input.asOf,
  );
  if (inspection !== null && !inspection.ok) {
    const known = lastDayOr(inspection.refusal.why);
    if (!known.ok) return known;
  }
  const applyBy = dueByOrderLine(input, input.contract?.returnPeriod ?? null);
  if (!applyBy.ok) return applyBy;
  const objectBy = dueByOrderLine(input, input.contract?.objectionPeriod ?? null);
  if (!objectBy.ok) return objectBy;
  return accept({
    review: review.value,
    inspection,
    applyBy: applyBy.value,
    objectBy: objectBy.value,
  });
}

const clockedBy = [
  'returnCase',
  'orderLines',
  'contract',
  'policy',
  'calendar',
  'periodCalendar',
  'arrivals',
  'arrivalsOnClock',
  'clockHolds',
  'acceptedAt',
  'asOf',
] as const satisfies readonly (keyof PolicyInput)[];

/** Nothing that a clock is read from differs; the same objects, so that asking costs nothing. */
export function isClockedAlike(a: PolicyInput, b: PolicyInput): boolean {
  return clockedBy.every((field) => a[field] === b[field]);
}

function reviewDue(input: PolicyInput): Result<CaseClocks['review'], PolicyRefusal> {
  const { application } = input.returnCase;
  if (application === null) return accept(null);
  const last = dueOn({
    from: application.receivedOn,
    period: { days: input.policy.parameters.reviewWorkingDays, kind: 'workingDays' },
    receiptDayCounts: false,
    calendar: input.calendar,
  });
  return last.ok ? accept({ dueOn: last.value }) : last;
}

function dueByOrderLine(
  input: PolicyInput,
  period: ContractPeriod | null,
): Result<ReadonlyMap<OrderLineId, LastDay>, PolicyRefusal> {
  const due = new Map<OrderLineId, LastDay>();
  if (period === null) return accept(due);
  for (const line of orderLinesReturned(input)) {
    if (line.clientReceivedOn === null) continue;
    const last = dueOn({
      from: line.clientReceivedOn,
      period,
      receiptDayCounts: period.receiptDayCounts,
      calendar: input.periodCalendar ?? input.calendar,
    });
    if (!last.ok) return last;
    due.set(line.id, last.value);
  }
  return accept(due);
}

function orderLinesReturned(input: PolicyInput): readonly OrderLine[] {
  return input.orderLines.filter((orderLine) =>
    input.returnCase.lines.some((line) => line.orderLineId === orderLine.id),
  );
}

function dueOn(given: {
  readonly from: LocalDate;
  readonly period: DayPeriod;
  readonly receiptDayCounts: boolean;
  readonly calendar: SiteCalendar;
}): Result<LastDay, PolicyRefusal> {
  const counted = countAsItChanged({
    from: given.from,
    days: given.period.days,
    kind: given.period.kind,
    receiptDayCounts: given.receiptDayCounts,
    calendar: given.calendar,
    pauses: [],
  });
  return counted.ok ? accept(counted.value.dueOn) : lastDayOr(counted.refusal);
}

function lastDayOr(refusal: DeadlineRefusal): Result<null, PolicyRefusal> {
  switch (refusal.code) {
    case 'noCalendar':
    case 'calendarEnds':
    case 'calendarStartsLater':
    case 'badZone':
      return accept(null);
    default:
      return refuse({
        code: refusal.code,
        field: refusal.field,
        found: String(refusal.found),
      });
  }
}
