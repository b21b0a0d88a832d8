import type { LocalDate } from '../facts/time.ts';
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
 * hold and the day of the release count: somebody could work on both. A hold that still lasts may be
 * released `today`: the deadline moves on with it, and never back when it ends.
 */
export function pausesOf(holds: readonly ClockHold[], today: LocalDate): readonly Pause[] {
  return holds.flatMap(({ heldOn, releasedOn, reason }) => {
    const first = epochDayOf(heldOn) + 1;
    const last = epochDayOf(releasedOn ?? today) - 1;
    return first > last
      ? []
      : [{ from: localDateOfEpochDay(first), until: localDateOfEpochDay(last), reason }];
  });
}
