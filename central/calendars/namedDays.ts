import { epochDayOf, localDateOfEpochDay } from '../../shared/deadlines/epochDay.ts';
import type { LocalDate } from '../../shared/facts/time.ts';

export type NamedDay = {
  readonly date: LocalDate;
  readonly name: string;
  /** Computed from the moon: its sighting may move it. */
  readonly byMoon?: boolean;
};

export function yearsBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** So many days on end; `offset` moves the first. */
export function daysFrom(first: LocalDate, count: number, offset = 0): readonly LocalDate[] {
  const start = epochDayOf(first) + offset;
  return Array.from({ length: count }, (_, day) => localDateOfEpochDay(start + day));
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** The first name of each day, in order of days. */
export function oncePerDay<D extends NamedDay>(days: readonly D[]): readonly D[] {
  const byDate = new Map(days.toReversed().map((day) => [day.date, day]));
  return [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
