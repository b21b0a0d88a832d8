import { z } from 'zod';

/** A calendar day in a named zone, "2026-11-18". */
export const LocalDate = z.iso.date();
/** A moment in UTC, "2026-11-18T15:04:05.123Z". */
export const Instant = z.iso.datetime({ offset: false });
export const TimeZone = z.string().min(1).max(64);
export type LocalDate = z.infer<typeof LocalDate>;
export type Instant = z.infer<typeof Instant>;

/**
 * When a station recorded something. Stored once, never rewritten; clocks never order anything.
 * `monotonicMs` counts since the boot named by `bootId`; `offsetMs` is central minus station wall
 * clock at the last contact, or null before the first one. `knownAfter` is central's time at that
 * contact: nothing recorded since can be older, whatever the wall clock says.
 */
export const RecordedTime = z.strictObject({
  utc: Instant,
  zone: TimeZone,
  localDate: LocalDate,
  monotonicMs: z.number().nonnegative(),
  bootId: z.string().min(1).max(64),
  offsetMs: z.number().int().nullable(),
  knownAfter: Instant.optional(),
});
export type RecordedTime = z.infer<typeof RecordedTime>;

/**
 * Which of two moments one person recorded at came first: of one boot by the clock nobody can set, else by
 * the wall clock. Below zero: `a`. For what one did last, never for what follows from what.
 */
export function byRecorded(a: RecordedTime, b: RecordedTime): number {
  if (a.bootId === b.bootId && a.monotonicMs !== b.monotonicMs)
    return a.monotonicMs - b.monotonicMs;
  return a.utc < b.utc ? -1 : a.utc > b.utc ? 1 : 0;
}
