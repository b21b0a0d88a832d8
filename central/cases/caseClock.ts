import { arrivalsOnClock } from '../../shared/cases/reading/arrivalsOnClock.ts';
import type { CaseState } from '../../shared/cases/reading/caseFile.ts';
import { clockHoldsOf } from '../../shared/cases/reading/clockHolds.ts';
import { inspectionClock } from '../../shared/deadlines/inspectionClock.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import { fileOf, referencesOf, type WorkingSet } from './workingSet.ts';

/** Nothing is to be decided any more. */
const over: readonly CaseState[] = [
  'denied',
  'declined',
  'refundDue',
  'refundStarted',
  'settled',
  'cancelled',
];

export type CaseClock = {
  readonly caseId: string;
  readonly siteId: string;
  readonly dueOn: LocalDate | null;
  readonly isHeld: boolean;
  readonly lookedOn: LocalDate;
};

/** Until when a case is to be decided, as the station shows it; null: no goods, or nothing left to decide. */
export function caseClockOf(workingSet: WorkingSet, caseId: string, now: Date): CaseClock | null {
  const file = fileOf(workingSet, caseId);
  if (!file || file.arrivals.length === 0 || over.includes(file.state)) return null;
  const { siteId } = file.returnCase;
  const zone = workingSet.referenceData.calendars.get(siteId)?.timeZone ?? 'UTC';
  const today = localDateOf(now.toISOString(), zone);
  const lookedOn = now.toISOString().slice(0, 10);
  const references = referencesOf(workingSet, file, today);
  if (!references) return { caseId, siteId, dueOn: null, isHeld: false, lookedOn };
  const clockHolds = clockHoldsOf(file, references.contract);
  const clock = inspectionClock(
    { ...file, ...references, arrivals: arrivalsOnClock(file), clockHolds },
    today,
  );
  if (clock === null) return null;
  return {
    caseId,
    siteId,
    dueOn: clock.ok ? clock.value.deadline.dueOn : null,
    isHeld: clockHolds.some(({ releasedOn }) => releasedOn === null),
    lookedOn,
  };
}
