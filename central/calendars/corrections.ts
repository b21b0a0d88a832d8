import type { LocalDate } from '../../shared/facts/time.ts';

/** Which holidays of a country a correction is about; `regions: null` is every one of them. */
type Where = { readonly country: string; readonly regions: readonly string[] | null };
/** "11-11" */
type MonthDay = string;

/**
 * What the holiday data gets wrong or cannot know, found by comparing it with other sources
 * (test/central/calendars/holidaySources.test.ts). Each says what holds, since when, and by which rule. A day
 * that is off only by custom or agreement stays a working day: a deadline may come too early, never
 * too late.
 */
export type Correction = Where &
  (
    | {
        /** Off on another day when it falls on a weekend; only where the data has the day itself. */
        readonly kind: 'substitute';
        readonly days: readonly MonthDay[];
        /** `nearest`: Saturday → Friday, Sunday → Monday. `next`: the next day that is not off. */
        readonly to: 'nearest' | 'next';
      }
    | {
        readonly kind: 'dayOff';
        readonly day: MonthDay;
        readonly name: string;
        readonly since: number;
      }
    | { readonly kind: 'workingDay'; readonly name: string }
    | { readonly kind: 'dates'; readonly name: string; readonly dates: readonly LocalDate[] }
  );

export const corrections: readonly Correction[] = [
  // 5 U.S.C. 6103(b): the data moves every other federal holiday, but not this one.
  { kind: 'substitute', country: 'US', regions: null, days: ['11-11'], to: 'nearest' },

  // Canada Labour Code s. 192 and the provinces' acts: a holiday on a day of rest is given on another
  // working day; by custom the next one.
  {
    kind: 'substitute',
    country: 'CA',
    regions: null,
    days: ['01-01', '06-24', '07-01', '12-25', '12-26'],
    to: 'next',
  },
  // Ontario's Employment Standards Act lists nine public holidays, and the territories' acts neither
  // list this one: it is a holiday of federal and provincial employees only.
  { kind: 'workingDay', country: 'CA', regions: ['ON', 'NT', 'YT'], name: 'Easter Monday' },
  {
    kind: 'dayOff',
    country: 'CA',
    regions: ['BC', 'YT'],
    day: '09-30',
    name: 'National Day for Truth and Reconciliation',
    since: 2023,
  },
  {
    kind: 'dayOff',
    country: 'CA',
    regions: ['PE', 'NT'],
    day: '09-30',
    name: 'National Day for Truth and Reconciliation',
    since: 2022,
  },
  {
    kind: 'dayOff',
    country: 'CA',
    regions: ['MB'],
    day: '09-30',
    name: 'Orange Shirt Day',
    since: 2024,
  },

  // Spain's communities choose each year, in the autumn before, whether the Monday after a holiday on
  // a Sunday is off (Real Decreto 2001/1983, art. 45). The data has the choices of 2026 only.
  {
    kind: 'dates',
    country: 'ES',
    regions: ['AN', 'AR', 'AS', 'CL', 'EX', 'MC', 'ML'],
    name: 'Immaculate Conception (Monday after)',
    dates: ['2024-12-09'],
  },
  {
    kind: 'dates',
    country: 'ES',
    regions: ['AN', 'AR', 'AS', 'CL', 'EX', 'ML'],
    name: 'Hispanic Day (Monday after)',
    dates: ['2025-10-13'],
  },
  {
    kind: 'dates',
    country: 'ES',
    regions: ['CB', 'MD', 'NC'],
    name: 'Santiago Apóstol',
    dates: ['2024-07-25'],
  },
];

/** The last year whose days off a government has published, where it decides them year by year. */
export const publishedThrough: Readonly<Record<string, number>> = { CN: 2026, ES: 2026 };
