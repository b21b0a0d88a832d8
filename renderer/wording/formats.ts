import { minorDigitsOf } from '../../shared/facts/currencies.ts';
import type { Money } from '../../shared/facts/money.ts';
import { type AmountRefusal, type DecimalSign, readAmount } from '../../shared/facts/readAmount.ts';
import {
  type MoneyParts,
  moneyParts,
  priceParts,
  type SaySmallest,
  showMoney,
} from '../../shared/facts/showMoney.ts';
import type { Instant } from '../../shared/facts/time.ts';
import type { Result } from '../../shared/result.ts';
import { isolated } from './isolated.ts';

/** `day` Tue 14 May · `dayWithYear` Tue 14 May 2026 · `shortDay` 14 May · `weekday` Tue · `time` 14:02 · `moment` Tue 14 May, 14:02 */
type DateStyle = 'day' | 'dayWithYear' | 'shortDay' | 'weekday' | 'time' | 'moment';

export type Formats = {
  /** A `LocalDate` as it is, or an `Instant` as the site's clock shows it. */
  readonly formatDate: (when: string, style: DateStyle) => string;
  readonly formatMoney: (money: Money) => string;
  /** The amount alone, as a person would type it in this language: no currency, no grouping. */
  readonly formatAmount: (money: Money) => string;
  readonly moneyParts: (money: Money) => MoneyParts;
  /** An agreed price, a decimal of major units, with all its decimals. */
  readonly priceParts: (amount: string, currency: string) => MoneyParts;
  /** What a person typed as minor units of the currency, by the signs of this language. */
  readonly readAmount: (typed: string, currency: string) => Result<number, AmountRefusal>;
  readonly formatNumber: (n: number, most?: number) => string;
  readonly formatPercent: (share: number) => string;
  readonly formatBytes: (bytes: number) => string;
  /** "3 h", "12 min", "2 days": the largest unit that fits, rounded down. */
  readonly formatDuration: (ms: number) => string;
  /** "3 hours ago", "in 2 days". */
  readonly formatRelative: (when: Instant, now: Instant) => string;
  /** "A, B and C"; "A, B or C" where one of them is chosen. */
  readonly formatList: (items: readonly string[], join?: 'and' | 'or') => string;
};

const dateStyles: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  dayWithYear: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  moment: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
};

const durations = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** Everything that is written differently in another language. `zone` is an IANA name. */
export function createFormats(tag: string, zone: string, saySmallest: SaySmallest): Formats {
  const decimal = decimalSignOf(tag);
  const kept = new Map<string, Intl.DateTimeFormat>();
  const dateFormat = (style: DateStyle, timeZone: string) => {
    const key = `${style} ${timeZone}`;
    const format =
      kept.get(key) ?? new Intl.DateTimeFormat(tag, { ...dateStyles[style], timeZone });
    kept.set(key, format);
    return format;
  };
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const choice = new Intl.ListFormat(tag, { type: 'disjunction' });
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  /** To make one takes a hundred times what it takes to use it. */
  const keptNumbers = new Map<string, Intl.NumberFormat>();
  const number = (most: number, name: string | null = null) => {
    const key = `${most} ${name}`;
    const unitOf = name && ({ style: 'unit', unit: name, unitDisplay: 'short' } as const);
    const format =
      keptNumbers.get(key) ??
      new Intl.NumberFormat(tag, { maximumFractionDigits: most, ...unitOf });
    keptNumbers.set(key, format);
    return format;
  };
  const unit = (name: string, n: number, most = 0) => number(most, name).format(n);

  return {
    formatDate: (when, style) => {
      const isDay = when.length === 10;
      const written = dateFormat(style, isDay ? 'UTC' : zone).format(
        new Date(isDay ? `${when}T00:00Z` : when),
      );
      // Older engines write "Tue, 14 May".
      return tag.startsWith('en') ? written.replace(/^(\p{L}+), /u, '$1 ') : written;
    },
    formatAmount: (money) => typedAmount(money, decimal),
    moneyParts: (money) => moneyParts(money, tag, saySmallest),
    priceParts: (amount, currency) => priceParts(amount, currency, tag),
    formatMoney: (money) => showMoney(money, tag, saySmallest),
    readAmount: (typed, currency) => readAmount(typed, currency, decimal),
    formatNumber: (n, most = 3) => number(most).format(n),
    formatPercent: (share) => percent.format(share),
    formatBytes: (bytes) => {
      if (bytes < 1_000_000) return unit('kilobyte', bytes / 1000);
      if (bytes < 1_000_000_000) return unit('megabyte', bytes / 1_000_000, 1);
      return unit('gigabyte', bytes / 1_000_000_000, 1);
    },
    formatDuration: (ms) => {
      const [name, length] = durations.find(([, each]) => ms >= each) ?? durations[3];
      return unit(name, Math.floor(Math.max(0, ms) / length));
    },
    formatRelative: (when, now) => {
      const difference = Date.parse(when) - Date.parse(now);
      const [name, length] =
        durations.find(([, each]) => Math.abs(difference) >= each) ?? durations[3];
      return relative.format(Math.trunc(difference / length), name);
    },
    formatList: (items, join = 'and') =>
      (join === 'and' ? list : choice).format(items.map(isolated)),
  };
}

function decimalSignOf(tag: string): DecimalSign {
  const parts = new Intl.NumberFormat(tag).formatToParts(1.5);
  return parts.some((part) => part.type === 'decimal' && part.value === ',') ? ',' : '.';
}

function typedAmount({ minor, currency }: Money, decimal: DecimalSign): string {
  const digits = minorDigitsOf(currency) ?? 0;
  return (minor / 10 ** digits).toFixed(digits).replace('.', decimal);
}
