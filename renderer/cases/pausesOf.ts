import type { Pause } from '../../shared/deadlines/deadline.ts';
import { epochDayOf, localDateOfEpochDay } from '../../shared/deadlines/epochDay.ts';
import type { CaseFile } from '../../shared/returns/caseFile.ts';
import type { FactOf, HeldFact } from '../../shared/returns/fact.ts';
import type { LocalDate } from '../../shared/returns/time.ts';

/**
 * The days on which the inspection clock stands still: those wholly on hold, between the day of
 * holding and the day of release (or `today`, while nobody released it).
 */
export function pausesOf(file: CaseFile, today: LocalDate): readonly Pause[] {
  const live = file.facts.filter((f) => !file.corrected.has(f.id));
  const releases = live.filter((f): f is FactOf<'released'> => f.kind === 'released');
  return live
    .filter((f): f is HeldFact => f.kind === 'held' && f.pausesClock)
    .map((held) => {
      const released = releases.find((r) => r.heldFactId === held.id);
      return {
        from: localDateOfEpochDay(epochDayOf(held.at.localDate) + 1),
        until: localDateOfEpochDay(epochDayOf(released?.at.localDate ?? today) - 1),
        reason: held.reason,
      };
    })
    .filter((pause) => pause.from <= pause.until);
}
