/**
 * The public holidays a calendar begins with, by country and region. Holiday data: date-holidays
 * (assets/notices/date-holidays.txt), mended by `corrections`.
 */
import Holidays from 'date-holidays';
import type { LocalDate } from '../../shared/facts/time.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { chineseDaysOff, chineseMakeUpDays } from './chineseDays.ts';
import { correctedDays } from './correctedDays.ts';
import { corrections, publishedThrough } from './corrections.ts';
import { daysFrom, type NamedDay, oncePerDay, yearsBetween } from './namedDays.ts';
import type { Seed } from './seed.ts';
import { weekendOf } from './weekends.ts';

export type SeededDays = {
  readonly weekendDays: readonly number[];
  readonly holidays: readonly NamedDay[];
  readonly extraWorkingDays: readonly NamedDay[];
  /** Days, both included, whose holidays no government has published yet. */
  readonly unpublished: readonly { readonly from: LocalDate; readonly until: LocalDate }[];
};

export type SeedRefusal =
  /** Nobody collects this country's holidays: "none" would be a guess. */
  | { readonly code: 'noHolidayData'; readonly country: string }
  | {
      readonly code: 'unknownRegion';
      readonly country: string;
      readonly region: string;
      readonly known: readonly string[];
    };

/**
 * All public holidays of whole days, from the first to the last of these years, and the weekend days.
 * A part-day (Queensland's Christmas Eve from 18:00) is a working day.
 * Refusals: `noHolidayData`, `unknownRegion`.
 */
export function seedDays(
  seed: Seed,
  fromYear: number,
  toYear: number,
): Result<SeededDays, SeedRefusal> {
  const { country } = seed;
  const source = sourceOf(seed);
  if (!source.ok) return source;
  const years = yearsBetween(fromYear, toYear);
  // A day of the year before or after may be moved into these years.
  const around = yearsBetween(fromYear - 1, toYear + 1);
  const holidays =
    country === 'CN'
      ? years.flatMap(chineseDaysOff)
      : correctedDays(
          around.flatMap((year) => publicHolidays(source.value, year)),
          seed,
          corrections,
        );
  const within = ({ date }: NamedDay) => `${fromYear}-01-01` <= date && date <= `${toYear}-12-31`;
  return accept({
    weekendDays: weekendOf(country),
    holidays: oncePerDay(holidays.filter(within)).map(({ date, name }) => ({ date, name })),
    extraWorkingDays: country === 'CN' ? years.flatMap(chineseMakeUpDays) : [],
    unpublished: [...yearsUnpublished(seed, years), ...moonDays(holidays.filter(within))],
  });
}

/** Regions of a country as the data names them; empty: it knows none. */
function regionsOf(country: string): readonly string[] {
  const source = new Holidays();
  const states = Object.keys(known(() => source.getStates(country)) ?? {});
  return states.flatMap((state) => [
    state,
    ...Object.keys(known(() => source.getRegions(country, state)) ?? {}).map(
      (part) => `${state}-${part}`,
    ),
  ]);
}

function known<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

function sourceOf({ country, region }: Seed): Result<Holidays, SeedRefusal> {
  if (!(country in new Holidays().getCountries()))
    return refuse({ code: 'noHolidayData', country });
  if (region === null) return accept(new Holidays(country));
  const regions = regionsOf(country);
  const named = regions.find((one) => one.toLowerCase() === region.toLowerCase());
  if (named === undefined)
    return refuse({ code: 'unknownRegion', country, region, known: regions });
  const [state = '', part] = named.split('-');
  return accept(
    part === undefined ? new Holidays(country, state) : new Holidays(country, state, part),
  );
}

const hourMs = 3_600_000;

function publicHolidays(source: Holidays, year: number): readonly NamedDay[] {
  return source
    .getHolidays(year, 'en')
    .filter(({ type, date }) => type === 'public' && date.slice(11, 19) === '00:00:00')
    .flatMap(({ date, start, end, name, rule }) => {
      // Two hours for summer time; "90 hours" are three whole days and what is left of a fourth.
      const hours = (end.getTime() - start.getTime()) / hourMs + 2;
      const days = Math.max(1, Math.floor(hours / 24));
      const byMoon = isByMoon(rule);
      return daysFrom(date.slice(0, 10), days).map((day) => ({ date: day, name, byMoon }));
    });
}

const islamicMonths = /\b(Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Sha'ban|Ramadan|Shawwal|Dhu al)/i;

function isByMoon(rule: string): boolean {
  return islamicMonths.test(rule);
}

function yearsUnpublished({ country, region }: Seed, years: readonly number[]) {
  const last = publishedThrough[country];
  // Spain's national holidays are fixed by law; its communities choose theirs.
  if (last === undefined || (country === 'ES' && region === null)) return [];
  return years
    .filter((year) => year > last)
    .map((year) => ({ from: `${year}-01-01`, until: `${year}-12-31` }));
}

/** What the sighting of the moon decides may fall a day earlier or later than computed. */
function moonDays(days: readonly NamedDay[]) {
  return days
    .filter(({ byMoon }) => byMoon === true)
    .map(({ date }) => {
      const [from = date, , until = date] = daysFrom(date, 3, -1);
      return { from, until };
    });
}
