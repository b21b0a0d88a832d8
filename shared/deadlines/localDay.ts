import { Temporal } from 'temporal-polyfill';
import { accept, type Result, refuse } from '../result.ts';
import type { Instant, LocalDate } from '../returns/time.ts';
import type { DeadlineRefusal } from './deadline.ts';

/** A moment as the clock on a wall shows it; `time` is "HH:MM:SS.mmm", 24 hours. */
export type LocalMoment = { readonly date: LocalDate; readonly time: string };

/**
 * The calendar day of a moment in a zone: 01:30 UTC on Friday is Thursday in Los Angeles.
 * `zone` is an IANA name. Throws RangeError for what is no moment or no zone: both were parsed at
 * the edge. `localMomentOf` refuses instead.
 */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/**
 * Day and wall-clock time of a moment in an IANA zone.
 * Refusals: `badZone`, `badDate` naming `field`.
 */
export function localMomentOf(
  instant: Instant,
  zone: string,
  field: string,
): Result<LocalMoment, DeadlineRefusal> {
  const moment = momentOf(instant);
  if (moment === null) return refuse({ code: 'badDate', field, found: instant });
  if (!isZone(zone)) return refuse({ code: 'badZone', field: 'calendar.timeZone', found: zone });
  const local = moment.toZonedDateTimeISO(zone);
  return accept({
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'millisecond' }),
  });
}

/**
 * The first moment after a calendar day in an IANA zone, which is not always midnight: some zones
 * skip it when summer time begins. Refusal: `badZone`.
 */
export function endOfDay(date: LocalDate, zone: string): Result<Instant, DeadlineRefusal> {
  if (!isZone(zone)) return refuse({ code: 'badZone', field: 'calendar.timeZone', found: zone });
  const next = Temporal.PlainDate.from(date).add({ days: 1 });
  return accept(next.toZonedDateTime(zone).toInstant().toString());
}

function momentOf(instant: Instant): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(instant);
  } catch {
    return null;
  }
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
