import type { LocalDate } from '../returns/time.ts';
import type { Pause } from './deadline.ts';
import { epochDayOf, localDateOfEpochDay } from './epochDay.ts';

/** A hold that lets the clock stand still; `releasedOn` null while it lasts. Site-local days. */
export type ClockHold = {
  readonly heldOn: LocalDate;
  readonly releasedOn: LocalDate | null;
  readonly reason: string;
};

/**
 * The whole days on which the clock stood still. Working days are whole days, so the day of the
 * hold and the day of the release count: somebody could work on both. A hold that still lasts
 * stands still up to and including `today`, so the deadline moves on with it.
 */
export function pausesOf(holds: readonly ClockHold[], today: LocalDate): readonly Pause[] {
  return holds.flatMap(({ heldOn, releasedOn, reason }) => {
    const first = epochDayOf(heldOn) + 1;
    const last = releasedOn === null ? epochDayOf(today) : epochDayOf(releasedOn) - 1;
    return first > last
      ? []
      : [{ from: localDateOfEpochDay(first), until: localDateOfEpochDay(last), reason }];
  });
}
