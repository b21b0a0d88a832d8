import { epochDayOf, localDateOfEpochDay } from '../../shared/deadlines/epochDay.ts';
import { isWorkingDay } from '../../shared/deadlines/siteCalendar.ts';
import { SiteCalendar } from '../../shared/facts/documents.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { GiveCalendar, LeftOut } from '../../shared/sync/calendarApi.ts';
import { type NamedDay, oncePerDay, yearsBetween } from './namedDays.ts';
import { type IcsRefusal, readIcs } from './readIcs.ts';
import type { Seed } from './seed.ts';
import { type SeedRefusal, seedDays } from './seedDays.ts';

export type Revised = {
  readonly calendar: SiteCalendar;
  readonly changed: readonly { readonly date: LocalDate; readonly was: 'working' | 'off' }[];
  readonly leftOut: readonly LeftOut[];
  /** Nothing of it is new. */
  readonly isSame: boolean;
};

export type ReviseRefusal =
  | SeedRefusal
  | IcsRefusal
  /** A first calendar names a country, or its weekend and its holidays. */
  | { readonly code: 'nothingToBeginWith' }
  | { readonly code: 'holidaysComeFromCountry' }
  | { readonly code: 'weekendStays'; readonly weekendDays: readonly number[] }
  | { readonly code: 'yearsBackwards'; readonly fromYear: number; readonly untilYear: number }
  | { readonly code: 'yearWithoutHolidays'; readonly year: number };

/** How far back a first calendar reaches: goods are decided about that came long ago. */
const yearsBack = 2;
const yearsAhead = 2;

/**
 * The next version of a calendar; the first one where `old` is null. Days that are over keep what
 * they were, with one exception: a day off may be entered later, and is noted in `changes` with
 * `today` (site-local), so that it moves no deadline that was over by then.
 */
export function reviseCalendar(given: {
  readonly key: string;
  readonly old: SiteCalendar | null;
  readonly timeZone: string;
  readonly today: LocalDate;
  readonly wish: GiveCalendar;
}): Result<Revised, ReviseRefusal> {
  const { key, old, timeZone, today, wish } = given;
  const years = yearsOf(old, today, wish);
  if (years.from > years.until)
    return refuse({ code: 'yearsBackwards', fromYear: years.from, untilYear: years.until });
  const base = baseOf(old, wish, years);
  if (!base.ok) return base;
  const { seed, seeded, weekendDays } = base.value;
  const validFrom = `${years.from}-01-01`;
  const validUntil = `${years.until}-12-31`;
  const reach = { from: validFrom, until: validUntil, zone: timeZone };
  const imported = wish.ics === undefined ? null : readIcs(wish.ics, reach);
  if (imported && !imported.ok) return imported;
  const ics = imported?.value ?? { days: [], leftOut: [] };

  const isOver = (date: LocalDate) =>
    old !== null && old.validFrom <= date && date <= today && date <= old.validUntil;
  const within = ({ date }: NamedDay) => validFrom <= date && date <= validUntil;
  const kept = (days: readonly NamedDay[] | undefined) =>
    (days ?? []).filter(({ date }) => isOver(date));
  const fresh = (days: readonly NamedDay[]) => days.filter(({ date }) => !isOver(date));
  const remove = new Set((wish.remove ?? []).filter((date) => date >= today));
  const stays = ({ date }: NamedDay) => !remove.has(date);
  const wishedExtra = wish.extraWorkingDays ?? [];
  const holidays =
    seeded === null
      ? [...(old?.holidays ?? []), ...(wish.holidays ?? []), ...ics.days]
      : [...kept(old?.holidays), ...fresh(seeded.holidays)];
  const closures = [
    ...(old?.closures ?? []),
    ...(wish.closures ?? []),
    ...(seeded === null ? [] : ics.days),
  ].filter(stays);
  const extraWorkingDays = [
    ...(old?.extraWorkingDays ?? []),
    ...fresh(seeded?.extraWorkingDays ?? []),
    ...wishedExtra.filter(({ date }) => date >= today || !isOver(date)),
  ].filter(stays);

  const calendar = SiteCalendar.parse({
    siteId: key,
    version: (old?.version ?? 0) + 1,
    timeZone,
    weekendDays,
    holidays: oncePerDay(holidays.filter(within)).map(named),
    closures: oncePerDay(closures.filter(within)).map(named),
    extraWorkingDays: oncePerDay(extraWorkingDays.filter(within)).map(named),
    validFrom,
    validUntil,
    unpublished: seeded?.unpublished ?? old?.unpublished ?? [],
    ...(seed === null ? {} : { seed }),
  });
  const empty = seeded === null ? yearWithoutHolidays(calendar) : null;
  if (empty !== null) return refuse({ code: 'yearWithoutHolidays', year: empty });
  const changed = old === null ? [] : changedDays(old, calendar);
  const changes = [
    ...(old?.changes ?? []),
    ...changed.map(({ date, was, name }) => ({ on: today, date, was, name })),
  ];
  const next = changes.length === 0 ? calendar : { ...calendar, changes };
  return accept({
    calendar: next,
    changed: changed.map(({ date, was }) => ({ date, was })),
    leftOut: [
      ...ics.leftOut,
      ...[...(wish.closures ?? []), ...wishedExtra, ...(wish.holidays ?? [])]
        .filter((day) => !within(day))
        .map((day) => left(day, 'outsideTheYears')),
      ...wishedExtra
        .filter(({ date }) => closures.some((closed) => closed.date === date))
        .map((day) => left(day, 'closedThatDay')),
      ...wishedExtra
        .filter(({ date }) => isOver(date) && date < today)
        .map((day) => left(day, 'dayIsOver')),
      ...(wish.remove ?? [])
        .filter((date) => !remove.has(date))
        .map((date) => left({ date, name: '' }, 'dayIsOver')),
      ...[...remove]
        .filter((date) => !hasByHand(old, date))
        .map((date) => left({ date, name: '' }, 'notThere')),
    ],
    isSame: old !== null && isSameBut(old, next),
  });
}

function yearsOf(old: SiteCalendar | null, today: LocalDate, wish: GiveCalendar) {
  const thisYear = yearOf(today);
  return old === null
    ? {
        from: wish.fromYear ?? thisYear - yearsBack,
        until: wish.untilYear ?? thisYear + yearsAhead,
      }
    : {
        from: Math.min(wish.fromYear ?? Number.POSITIVE_INFINITY, yearOf(old.validFrom)),
        // What was entered by hand cannot be made longer by itself.
        until: Math.max(
          wish.untilYear ?? (seedOf(old, wish) === null ? 0 : thisYear + yearsAhead),
          yearOf(old.validUntil),
        ),
      };
}

/** What the calendar rests on: the public holidays of a country, or those entered by hand. */
function baseOf(
  old: SiteCalendar | null,
  wish: GiveCalendar,
  years: { readonly from: number; readonly until: number },
) {
  const seed = seedOf(old, wish);
  const weekend = old?.weekendDays ?? wish.weekendDays;
  if (wish.weekendDays && old && wish.weekendDays.join() !== old.weekendDays.join())
    return refuse({ code: 'weekendStays' as const, weekendDays: old.weekendDays });
  if (seed === null) {
    if (weekend === undefined || (!old && !wish.holidays && wish.ics === undefined))
      return refuse({ code: 'nothingToBeginWith' as const });
    return accept({ seed, seeded: null, weekendDays: weekend });
  }
  if (wish.holidays) return refuse({ code: 'holidaysComeFromCountry' as const });
  const seeded = seedDays(seed, years.from, years.until);
  if (!seeded.ok) return seeded;
  return accept({
    seed,
    seeded: seeded.value,
    weekendDays: weekend ?? seeded.value.weekendDays,
  });
}

function seedOf(old: SiteCalendar | null, { country, region }: GiveCalendar): Seed | null {
  if (country !== undefined) return { country, region: region ?? null };
  const before = old?.seed ?? null;
  return before && region !== undefined ? { ...before, region } : before;
}

function changedDays(old: SiteCalendar, calendar: SiteCalendar) {
  const first = Math.max(epochDayOf(old.validFrom), epochDayOf(calendar.validFrom));
  const last = epochDayOf(old.validUntil);
  const names = new Map(
    [...old.holidays, ...old.closures].map(({ date, name }) => [date, name] as const),
  );
  return Array.from({ length: last - first + 1 }, (_, day) => localDateOfEpochDay(first + day))
    .map((date) => ({ date, was: works(date, old), is: works(date, calendar) }))
    .filter(({ was, is }) => was !== is)
    .map(({ date, was }) => ({
      date,
      was: was ? ('working' as const) : ('off' as const),
      name: names.get(date) ?? '–',
    }));
}

function works(date: LocalDate, calendar: SiteCalendar): boolean {
  const day = isWorkingDay(date, calendar);
  return day.ok && day.value;
}

function yearWithoutHolidays({ holidays, validFrom, validUntil }: SiteCalendar): number | null {
  const covered = new Set(holidays.map(({ date }) => yearOf(date)));
  const years = yearsBetween(yearOf(validFrom), yearOf(validUntil));
  return years.find((year) => !covered.has(year)) ?? null;
}

function hasByHand(old: SiteCalendar | null, date: LocalDate): boolean {
  return [...(old?.closures ?? []), ...(old?.extraWorkingDays ?? [])].some(
    (day) => day.date === date,
  );
}

function isSameBut(old: SiteCalendar, next: SiteCalendar): boolean {
  const bare = (calendar: SiteCalendar) =>
    JSON.stringify(SiteCalendar.parse({ ...calendar, version: 1 }));
  return bare(old) === bare(next);
}

function left({ date, name }: NamedDay, why: LeftOut['why']): LeftOut {
  return { date, name, why };
}

function named({ date, name }: NamedDay): NamedDay {
  return { date, name };
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
