import { epochDayOf, isoWeekdayOf, localDateOfEpochDay } from '../../shared/deadlines/epochDay.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import { assertNever } from '../../shared/result.ts';
import { type Correction, publishedThrough } from './corrections.ts';
import type { NamedDay } from './namedDays.ts';
import type { Seed } from './seed.ts';

/** The holidays of a country and region with what is known to be wrong with them mended. */
export function correctedDays(
  days: readonly NamedDay[],
  seed: Seed,
  corrections: readonly Correction[],
): readonly NamedDay[] {
  const own = corrections.filter(
    ({ country, regions }) =>
      country === seed.country && (regions === null || regions.includes(stateOf(seed) ?? '')),
  );
  return own.reduce(correctedBy, withoutGuessedTransfers(days, seed));
}

function stateOf({ region }: Seed): string | null {
  return region?.split('-')[0]?.toUpperCase() ?? null;
}

function correctedBy(days: readonly NamedDay[], correction: Correction): readonly NamedDay[] {
  switch (correction.kind) {
    case 'substitute':
      return [...days, ...substitutes(days, correction)];
    case 'dayOff':
      return [
        ...days,
        ...yearsOf(days)
          .filter((year) => year >= correction.since)
          .map((year) => ({ date: `${year}-${correction.day}`, name: correction.name })),
      ];
    case 'workingDay':
      return days.filter(({ name }) => name !== correction.name);
    case 'dates':
      return [...days, ...correction.dates.map((date) => ({ date, name: correction.name }))];
    default:
      return assertNever(correction);
  }
}

function substitutes(
  days: readonly NamedDay[],
  { days: monthDays, to }: Extract<Correction, { kind: 'substitute' }>,
): readonly NamedDay[] {
  const off = new Set(days.map(({ date }) => date));
  const given: NamedDay[] = [];
  for (const { date, name } of days.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    if (!monthDays.includes(date.slice(5)) || weekday(date) < 6) continue;
    const day = to === 'nearest' ? nearest(date) : nextFree(date, off);
    off.add(day);
    given.push({ date: day, name: `${name} (substitute day)` });
  }
  return given;
}

function nearest(date: LocalDate): LocalDate {
  return localDateOfEpochDay(epochDayOf(date) + (weekday(date) === 6 ? -1 : 1));
}

function nextFree(date: LocalDate, off: ReadonlySet<LocalDate>): LocalDate {
  let day = epochDayOf(date) + 1;
  while (isoWeekdayOf(day) >= 6 || off.has(localDateOfEpochDay(day))) day += 1;
  return localDateOfEpochDay(day);
}

function weekday(date: LocalDate): number {
  return isoWeekdayOf(epochDayOf(date));
}

function yearsOf(days: readonly NamedDay[]): readonly number[] {
  return [...new Set(days.map(({ date }) => Number(date.slice(0, 4))))];
}

/** Which Mondays Spain's communities will choose is not to be known before they have chosen. */
function withoutGuessedTransfers(days: readonly NamedDay[], { country }: Seed) {
  const last = publishedThrough[country];
  return country === 'ES' && last !== undefined
    ? days.filter(
        ({ date, name }) => Number(date.slice(0, 4)) <= last || !name.endsWith('(substitute day)'),
      )
    : days;
}
