import { arrivalsOnClock } from '../../shared/cases/reading/arrivalsOnClock.ts';
import { clockHoldsOf } from '../../shared/cases/reading/clockHolds.ts';
import type {
  Deadline,
  DeadlineRefusal,
  DeadlineStanding,
} from '../../shared/deadlines/deadline.ts';
import {
  type InspectionClock,
  inspectionClock,
  type UncountedClock,
} from '../../shared/deadlines/inspectionClock.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import { plausibleTime } from '../../shared/deadlines/plausibleTime.ts';
import { standingOf } from '../../shared/deadlines/standing.ts';
import type { Instant, LocalDate } from '../../shared/facts/time.ts';
import type { Result } from '../../shared/result.ts';
import type { FactRow } from '../storage/rows.ts';
import type { LoadedCase } from './loadedCase.ts';

/** The inspection clock of a case; null before any arrival, or while no policy is here. */
export function clockOfCase(
  { file, references }: Pick<LoadedCase, 'file' | 'references'>,
  today: LocalDate,
): Result<InspectionClock, UncountedClock> | null {
  return (
    references &&
    inspectionClock(
      {
        ...file,
        ...references,
        arrivals: arrivalsOnClock(file),
        clockHolds: clockHoldsOf(file, references.contract),
      },
      today,
    )
  );
}

export function deadlineOfCase(
  loaded: Pick<LoadedCase, 'file' | 'references'>,
  today: LocalDate,
): Deadline | null {
  const clock = clockOfCase(loaded, today);
  return clock?.ok ? clock.value.deadline : null;
}

/** Whether the clock of its case stands as it did although central has accepted this fact meanwhile. */
export function leavesClockAlone(before: FactRow, after: FactRow): boolean {
  const { fact } = after;
  if (fact.kind === 'verdictDecided') return before.acceptedAt === after.acceptedAt;
  if (fact.kind !== 'arrival') return true;
  const [was, is] = [before, after].map((row) => plausibleTime(fact.at, row.acceptedAt));
  return was?.instant === is?.instant;
}

/** The site-local day the clock stopped: the last refund was started, or central accepted the last decision. */
export function clockEndedOn({ file, references, refunds, rows }: LoadedCase): LocalDate | null {
  if (!references) return null;
  const zone = references.calendar.timeZone;
  if (file.state === 'refundStarted') {
    const started = refunds.flatMap((r) => (r.startedAt === null ? [] : [r.startedAt])).sort();
    const last = started.at(-1);
    return last === undefined ? null : localDateOf(last, zone);
  }
  if (file.state !== 'declined' && file.state !== 'settled') return null;
  const accepted = rows
    .filter((r) => r.kind === 'verdictDecided' && r.acceptedAt !== null)
    .map((r) => r.acceptedAt ?? '')
    .sort();
  const last = accepted.at(-1);
  return last === undefined ? null : localDateOf(last, zone);
}

/** A running or stopped clock as it stands now, or why its days cannot be counted. */
export type ClockStanding = {
  readonly standing: DeadlineStanding | null;
  readonly uncounted: DeadlineRefusal | null;
  readonly corrected: InspectionClock['corrected'];
};

export function standingOfCase(loaded: LoadedCase, now: Instant): ClockStanding {
  const { references } = loaded;
  const clock = references && clockOfCase(loaded, localDateOf(now, references.calendar.timeZone));
  if (!references || !clock) return { standing: null, uncounted: null, corrected: null };
  if (!clock.ok) {
    const { why, corrected } = clock.refusal;
    return { standing: null, uncounted: why, corrected };
  }
  const { deadline, corrected } = clock.value;
  const { targets } = references.policy.parameters;
  const standing = standingOf(deadline, now, clockEndedOn(loaded), targets);
  return standing.ok
    ? { standing: standing.value, uncounted: null, corrected }
    : { standing: null, uncounted: standing.refusal, corrected };
}
