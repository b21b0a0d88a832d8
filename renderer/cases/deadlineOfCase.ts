import { inspectionDeadline } from '../../shared/deadlines/clocks.ts';
import type { Deadline, DeadlineStanding } from '../../shared/deadlines/deadline.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import { pausesOf } from '../../shared/deadlines/pauses.ts';
import { earliestPlausible, plausibleTime } from '../../shared/deadlines/plausibleTime.ts';
import { standingOf } from '../../shared/deadlines/standing.ts';
import { clockHoldsOf } from '../../shared/returns/clockHolds.ts';
import type { Instant, LocalDate } from '../../shared/returns/time.ts';
import type { FactRow } from '../storage/rows.ts';
import type { LoadedCase } from './loadCases.ts';

/** Central has not seen it: only the offset tells whether the station's clock was right. */
const notYet = '9999-12-31T00:00:00.000Z';

/** The inspection clock of a case: that of its earliest plausible arrival. null before one, or without a calendar. */
export function deadlineOfCase(
  { file, references, rows }: Pick<LoadedCase, 'file' | 'references' | 'rows'>,
  today: LocalDate,
): Deadline | null {
  const acceptedAt = new Map(rows.map((row) => [row.id, row.acceptedAt]));
  const first = earliestPlausible(
    file.arrivals.map(({ id, at }) => plausibleTime(at, acceptedAt.get(id) ?? notYet)),
  );
  if (!first || !references) return null;
  const { calendar, contract, policy } = references;
  const deadline = inspectionDeadline({
    arrivedAt: first.instant,
    calendar,
    contract,
    policy,
    pauses: pausesOf(clockHoldsOf(file, contract), today),
  });
  return deadline.ok ? deadline.value : null;
}

/** Whether the clock of its case stands as it did although central has accepted this fact meanwhile. */
export function leavesClockAlone(before: FactRow, after: FactRow): boolean {
  const { fact } = after;
  if (fact.kind === 'verdictDecided') return before.acceptedAt === after.acceptedAt;
  if (fact.kind !== 'arrival') return true;
  const [was, is] = [before, after].map((row) => plausibleTime(fact.at, row.acceptedAt ?? notYet));
  return was?.instant === is?.instant;
}

/** The site-local day the clock stopped: the refund was started, or central accepted the decline. */
export function clockEndedOn({ file, references, refunds, rows }: LoadedCase): LocalDate | null {
  if (!references) return null;
  const zone = references.calendar.timeZone;
  if (file.state === 'refundStarted') {
    const started = refunds.flatMap((r) => (r.startedAt === null ? [] : [r.startedAt])).sort();
    return started[0] === undefined ? null : localDateOf(started[0], zone);
  }
  if (file.state !== 'declined' && file.state !== 'settled') return null;
  const accepted = rows
    .filter((r) => r.kind === 'verdictDecided' && r.acceptedAt !== null)
    .map((r) => r.acceptedAt ?? '')
    .sort();
  const last = accepted.at(-1);
  return last === undefined ? null : localDateOf(last, zone);
}

export function standingOfCase(loaded: LoadedCase, now: Instant): DeadlineStanding | null {
  const { references } = loaded;
  if (!references) return null;
  const deadline = deadlineOfCase(loaded, localDateOf(now, references.calendar.timeZone));
  if (!deadline) return null;
  const { targets } = references.policy.parameters;
  const standing = standingOf(deadline, now, clockEndedOn(loaded), targets);
  return standing.ok ? standing.value : null;
}
