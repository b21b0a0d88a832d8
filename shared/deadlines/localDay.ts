import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from '../facts/time.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { DeadlineRefusal } from './deadline.ts';
import { lastAnswers } from './lastAnswers.ts';

/** A moment as the clock on a wall shows it; `time` is "HH:MM:SS.mmm", 24 hours. */
export type LocalMoment = { readonly date: LocalDate; readonly time: string };

// Zones are slow to ask, and the same few days come up for every case.
const most = 500;
const knownDates = lastAnswers<LocalDate>(most);
const knownEnds = lastAnswers<Instant>(most);
const knownMoments = lastAnswers<LocalMoment>(most);
const knownZones = lastAnswers<boolean>(most);

/**
 * The calendar day of a moment in a zone: 01:30 UTC on Friday is Thursday in Los Angeles.
 * `zone` is an IANA name. Throws RangeError for what is no moment or no zone: both were parsed at
 * the edge. `localMomentOf` refuses instead.
 */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  return knownDates(`${instant} ${zone}`, () =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );
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
  return accept(
    knownMoments(`${instant} ${zone}`, () => {
      const local = moment.toZonedDateTimeISO(zone);
      return {
        date: local.toPlainDate().toString(),
        time: local.toPlainTime().toString({ smallestUnit: 'millisecond' }),
      };
    }),
  );
}

/**
 * The first moment after a calendar day in an IANA zone, which is not always midnight: some zones
 * skip it when summer time begins. Refusal: `badZone`.
 */
export function endOfDay(date: LocalDate, zone: string): Result<Instant, DeadlineRefusal> {
  if (!isZone(zone)) return refuse({ code: 'badZone', field: 'calendar.timeZone', found: zone });
  return accept(
    knownEnds(`${date} ${zone}`, () => {
      const next = Temporal.PlainDate.from(date).add({ days: 1 });
      return next.toZonedDateTime(zone).toInstant().toString();
    }),
  );
}

function momentOf(instant: Instant): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(instant);
  } catch {
    return null;
  }
}

function isZone(zone: string): boolean {
  return knownZones(zone, () => {
    try {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
      return true;
    } catch {
      return false;
    }
  });
}
