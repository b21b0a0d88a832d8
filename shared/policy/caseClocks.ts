import { inspectionStart } from '../deadlines/clocks.ts';
import type { DeadlineRefusal, Pause } from '../deadlines/deadline.ts';
import { pausesOf } from '../deadlines/pauses.ts';
import { layOutCalendar, type WorkingCalendar } from '../deadlines/siteCalendar.ts';
import { lastDayOf } from '../deadlines/workingDays.ts';
import type { OrderLineId } from '../ids.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Contract, DayPeriod, OrderLine } from '../returns/documents.ts';
import type { ArrivalFact } from '../returns/fact.ts';
import type { LocalDate } from '../returns/time.ts';
import type { PolicyInput, PolicyRefusal } from './decision.ts';

type ContractPeriod = NonNullable<Contract['returnPeriod']>;

/**
 * The last days of everything this case is timed by, site-local; the client's own periods on the
 * calendar the contract names, or else the site's. Absent where nothing runs.
 */
export type CaseClocks = {
  readonly reviewDueOn: LocalDate | null;
  /** The arrival whose seven days end first. */
  readonly inspection: { readonly arrival: ArrivalFact; readonly dueOn: LocalDate } | null;
  /** Last day to apply and to object, per order line the case returns from. */
  readonly applyBy: ReadonlyMap<OrderLineId, LocalDate>;
  readonly objectBy: ReadonlyMap<OrderLineId, LocalDate>;
};

/**
 * Counts every clock of a case once.
 * Refusals: `calendarEnds`, `calendarStartsLater`, `badZone`, `badDate`, `badLength`.
 */
export function readClocks(input: PolicyInput): Result<CaseClocks, PolicyRefusal> {
  const calendar = layOutCalendar(input.calendar);
  const review = reviewDue(input, calendar);
  if (!review.ok) return review;
  const inspection = firstInspectionDue(input, calendar);
  if (!inspection.ok) return inspection;
  const ofClient = input.periodCalendar ? layOutCalendar(input.periodCalendar) : calendar;
  const applyBy = dueByOrderLine(input, ofClient, input.contract?.returnPeriod ?? null);
  if (!applyBy.ok) return applyBy;
  const objectBy = dueByOrderLine(input, ofClient, input.contract?.objectionPeriod ?? null);
  if (!objectBy.ok) return objectBy;
  return accept({
    reviewDueOn: review.value,
    inspection: inspection.value,
    applyBy: applyBy.value,
    objectBy: objectBy.value,
  });
}

function reviewDue(
  input: PolicyInput,
  calendar: WorkingCalendar,
): Result<LocalDate | null, PolicyRefusal> {
  const { application } = input.returnCase;
  return application === null
    ? accept(null)
    : dueOn({
        from: application.receivedOn,
        period: { days: input.policy.parameters.reviewWorkingDays, kind: 'workingDays' },
        receiptDayCounts: false,
        calendar,
        pauses: [],
      });
}

function firstInspectionDue(
  input: PolicyInput,
  calendar: WorkingCalendar,
): Result<CaseClocks['inspection'], PolicyRefusal> {
  const pauses = pausesOf(input.clockHolds, input.asOf);
  let first: CaseClocks['inspection'] = null;
  for (const arrival of input.arrivals) {
    const start = inspectionStart(
      { instant: arrival.at.utc, localDate: arrival.at.localDate },
      input.calendar.timeZone,
      input.contract?.inspection.cutOff ?? null,
    );
    if (!start.ok) return refuse(asPolicyRefusal(start.refusal));
    const due = dueOn({
      from: start.value,
      period: { days: input.policy.parameters.inspectionWorkingDays, kind: 'workingDays' },
      receiptDayCounts: input.contract?.inspection.receiptDayCounts ?? false,
      calendar,
      pauses,
    });
    if (!due.ok) return due;
    if (first === null || isEarlier({ arrival, dueOn: due.value }, first))
      first = { arrival, dueOn: due.value };
  }
  return accept(first);
}

type InspectionClock = NonNullable<CaseClocks['inspection']>;

function isEarlier(one: InspectionClock, other: InspectionClock): boolean {
  return one.dueOn === other.dueOn ? one.arrival.id < other.arrival.id : one.dueOn < other.dueOn;
}

function dueByOrderLine(
  input: PolicyInput,
  calendar: WorkingCalendar,
  period: ContractPeriod | null,
): Result<ReadonlyMap<OrderLineId, LocalDate>, PolicyRefusal> {
  const due = new Map<OrderLineId, LocalDate>();
  if (period === null) return accept(due);
  for (const line of orderLinesReturned(input)) {
    if (line.clientReceivedOn === null) continue;
    const last = dueOn({
      from: line.clientReceivedOn,
      period,
      receiptDayCounts: period.receiptDayCounts,
      calendar,
      pauses: [],
    });
    if (!last.ok) return refuse(ofPeriod(last.refusal, input));
    due.set(line.id, last.value);
  }
  return accept(due);
}

/** A calendar that ends too early is named as what it is: the site's, or the client's. */
function ofPeriod(refusal: PolicyRefusal, { periodCalendar }: PolicyInput): PolicyRefusal {
  return periodCalendar
    ? { ...refusal, field: refusal.field.replace(/^calendar\./, 'periodCalendar.') }
    : refusal;
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
  readonly calendar: WorkingCalendar;
  readonly pauses: readonly Pause[];
}): Result<LocalDate, PolicyRefusal> {
  const counted = lastDayOf({
    from: given.from,
    days: given.period.days,
    kind: given.period.kind,
    receiptDayCounts: given.receiptDayCounts,
    calendar: given.calendar,
    pauses: given.pauses,
  });
  return counted.ok ? counted : refuse(asPolicyRefusal(counted.refusal));
}

function asPolicyRefusal(refusal: DeadlineRefusal): PolicyRefusal {
  const { field } = refusal;
  switch (refusal.code) {
    case 'calendarEnds':
      return { code: 'calendarEnds', field, found: refusal.validUntil };
    case 'calendarStartsLater':
      return { code: 'calendarStartsLater', field, found: refusal.validFrom };
    default:
      return { code: refusal.code, field, found: String(refusal.found) };
  }
}
