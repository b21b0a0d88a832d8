import type { Contract, PolicyVersion, SiteCalendar } from '../facts/documents.ts';
import type { ArrivalFact } from '../facts/fact.ts';
import type { Instant, LocalDate } from '../facts/time.ts';
import { accept, type Result } from '../result.ts';
import { inspectionDeadline } from './clocks.ts';
import type { Deadline, DeadlineRefusal } from './deadline.ts';
import { localMomentOf } from './localDay.ts';
import { type ClockHold, pausesOf } from './pauses.ts';
import { type PlausibleTime, plausibleTime } from './plausibleTime.ts';

/** When central accepted each fact, as far as is known here. */
export type AcceptedAt = ReadonlyMap<string, Instant>;

export type InspectionClock = {
  /** The earliest plausible of the arrivals: it starts the clock. */
  readonly arrival: ArrivalFact;
  readonly arrivedAt: Instant;
  /** Site-local day of `arrivedAt`; behind the contract's cut-off hour it is still this one. */
  readonly arrivedOn: LocalDate;
  /** What was corrected: the recorded moment, why it is not believed, and what counts. null: nothing. */
  readonly corrected: {
    readonly recordedAt: Instant;
    readonly countedFrom: Instant;
    readonly why: NonNullable<PlausibleTime['doubt']>;
  } | null;
  readonly deadline: Deadline;
};

/** Goods are here and their days cannot be counted; why. */
export type UncountedClock = Omit<InspectionClock, 'deadline' | 'arrivedOn'> & {
  readonly arrivedOn: LocalDate | null;
  readonly why: DeadlineRefusal;
};

export type ClockedCase = {
  /** Of the case, those whose goods are promised still (`arrivalsOnClock`). */
  readonly arrivals: readonly ArrivalFact[];
  readonly acceptedAt: AcceptedAt;
  readonly clockHolds: readonly ClockHold[];
  readonly calendar: SiteCalendar;
  readonly contract: Contract | null;
  readonly policy: PolicyVersion;
};

/**
 * III-INSPECT, the one place where it is worked out: which arrival starts the seven working days,
 * on which day, what was wrong with the station's clock, and until when they run. `today` is the
 * site-local day of asking; only a hold that still lasts depends on it. null before any arrival.
 * Refused: the days cannot be counted (`badDate`, `badZone`, `badLength`, `noCalendar`,
 * `calendarStartsLater`, `calendarEnds`); such a case is flagged and decided all the same.
 */
export function inspectionClock(
  of: ClockedCase,
  today: LocalDate,
): Result<InspectionClock, UncountedClock> | null {
  const first = earliestArrival(of.arrivals, of.acceptedAt);
  if (first === null) return null;
  const { arrival, time } = first;
  const start = {
    arrival,
    arrivedAt: time.instant,
    corrected: time.doubt && {
      recordedAt: arrival.at.utc,
      countedFrom: time.instant,
      why: time.doubt,
    },
  };
  const moment = localMomentOf(time.instant, of.calendar.timeZone, 'arrivedAt');
  if (!moment.ok) return { ok: false, refusal: { ...start, arrivedOn: null, why: moment.refusal } };
  const arrivedOn = moment.value.date;
  const deadline = inspectionDeadline({
    arrivedAt: time.instant,
    calendar: of.calendar,
    contract: of.contract,
    policy: of.policy,
    pauses: pausesOf(of.clockHolds, today),
  });
  return deadline.ok
    ? accept({ ...start, arrivedOn, deadline: deadline.value })
    : { ok: false, refusal: { ...start, arrivedOn, why: deadline.refusal } };
}

/** Deadlines come from the earliest plausible arrival; null before any. */
export function earliestArrival(
  arrivals: readonly ArrivalFact[],
  acceptedAt: AcceptedAt,
): { readonly arrival: ArrivalFact; readonly time: PlausibleTime } | null {
  return arrivals
    .map((arrival) => ({ arrival, time: plausibleArrival(arrival, acceptedAt) }))
    .reduce<ReturnType<typeof earliestArrival>>(
      (first, one) => (first === null || isEarlier(one, first) ? one : first),
      null,
    );
}

export function plausibleArrival(arrival: ArrivalFact, acceptedAt: AcceptedAt): PlausibleTime {
  return plausibleTime(arrival.at, acceptedAt.get(arrival.id) ?? null);
}

type Timed = NonNullable<ReturnType<typeof earliestArrival>>;

function isEarlier(one: Timed, other: Timed): boolean {
  const between = Date.parse(one.time.instant) - Date.parse(other.time.instant);
  return between === 0 ? one.arrival.id < other.arrival.id : between < 0;
}
