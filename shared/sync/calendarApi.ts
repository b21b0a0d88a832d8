/** How an administrator gives a site its calendar, and looks at it. */
import { z } from 'zod';
import { SiteCalendar } from '../facts/documents.ts';
import { Instant, LocalDate } from '../facts/time.ts';
import { By } from './adminApi.ts';

const Year = z.coerce.number().int().min(2000).max(2100);
const Day = z.strictObject({ date: LocalDate, name: z.string().trim().min(1).max(200) });
const Days = z.array(Day).max(400);

/** A site's id, or `country:DE` / `country:DE-BY` for a calendar without a site. */
const CalendarKey = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9._:-]+$/);

/**
 * What is left out stays as it is; a first calendar needs `country`, or `weekendDays` and
 * `holidays` where nobody collects the country's holidays.
 */
export const GiveCalendar = z.strictObject({
  /** Who decided it, and why: kept for ever. */
  by: By,
  why: z.string().trim().min(1).max(500),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  region: z.string().min(1).max(20).nullable().optional(),
  fromYear: Year.optional(),
  untilYear: Year.optional(),
  weekendDays: z.array(z.number().int().min(1).max(7)).max(6).optional(),
  /** Only where the calendar has no country. */
  holidays: Days.optional(),
  closures: Days.optional(),
  extraWorkingDays: Days.optional(),
  /** Closures and extra working days to take back; days that are over stay. */
  remove: z.array(LocalDate).max(400).optional(),
  /** The text of an iCalendar file; its whole days are closures, or holidays without a country. */
  ics: z.string().max(200_000).optional(),
  /** Shows what would become of it and changes nothing. */
  dryRun: z.boolean().optional(),
});
export type GiveCalendar = z.infer<typeof GiveCalendar>;

/** Why a wished day was not taken. */
export const LeftOut = z.strictObject({
  date: LocalDate,
  name: z.string(),
  why: z.enum(['dayIsOver', 'partOfADay', 'notThere', 'outsideTheYears', 'closedThatDay']),
});
export type LeftOut = z.infer<typeof LeftOut>;

export const GivenCalendar = z.strictObject({
  calendar: SiteCalendar,
  /** Days that are something else than before. */
  changed: z.array(z.strictObject({ date: LocalDate, was: z.enum(['working', 'off']) })),
  leftOut: z.array(LeftOut),
  /** False: it was only asked, or is as it was. */
  saved: z.boolean(),
});
export type GivenCalendar = z.infer<typeof GivenCalendar>;

export const CalendarList = z.strictObject({
  calendars: z.array(
    z.strictObject({
      key: z.string(),
      siteName: z.string().nullable(),
      /** null: this site has none. */
      version: z.number().int().nullable(),
      validFrom: LocalDate.nullable(),
      validUntil: LocalDate.nullable(),
      daysLeft: z.number().int().nullable(),
      seed: z.string().nullable(),
    }),
  ),
  time: Instant,
});

/** A year as the calendar has it: every day that is not an ordinary working day or weekend. */
export const CalendarYear = z.strictObject({
  version: z.number().int(),
  days: z.array(
    z.strictObject({
      date: LocalDate,
      kind: z.enum(['holiday', 'closure', 'extraWorkingDay']),
      name: z.string(),
    }),
  ),
  /** Working days of each month, January first; null beyond the calendar. */
  workingDays: z.array(z.number().int().nullable()).length(12),
  /** Parts of the year whose public holidays are not published yet. */
  unpublished: z.array(z.strictObject({ from: LocalDate, until: LocalDate })),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

export const CalendarYearParams = z.strictObject({ key: CalendarKey, year: Year });
export const CalendarParams = z.strictObject({ key: CalendarKey });
