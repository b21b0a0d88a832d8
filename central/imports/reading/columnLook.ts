import { hasCheckDigit } from '../../../shared/barcodes/gs1/checkDigit.ts';
import { type DateForm, dateEvidence } from '../forms/dateForm.ts';
import { type DecimalForm, decimalEvidence } from '../forms/decimalForm.ts';
import type { CellKind } from '../table/rawRow.ts';

/** What all cells of a column have in common. */
export type ColumnLook = {
  readonly heading: string;
  readonly letters: string;
  /** Cells with something in them, and how many of those look like what. */
  readonly filled: number;
  readonly numbers: number;
  readonly dates: number;
  readonly gtins: number;
  /** The first few different texts. */
  readonly samples: readonly string[];
  /** Every different text, where they are few: codes. */
  readonly values: readonly string[] | null;
  /** `ask`: what is written can be read both ways; `mixed`: some only one way, some only the other. */
  readonly decimal: DecimalForm | 'none' | 'ask' | 'mixed';
  readonly date: DateForm | 'none' | 'ask' | 'mixed';
};

const mostSamples = 3;
const mostValues = 100;
const longestValue = 80;
/** A column of numbers may have a “–” or “n/a” here and there. */
const nearlyAll = 0.9;

export type ColumnLooker = {
  see(text: string, kind: CellKind): void;
  look(heading: string, letters: string): ColumnLook;
};

export function columnLooker(): ColumnLooker {
  const decimals = { comma: 0, point: 0, either: 0, whole: 0 };
  const dates = { iso: 0, dayFirst: 0, monthFirst: 0, compact: 0, either: 0 };
  const known = { number: 0, date: 0 };
  const samples: string[] = [];
  let values: Set<string> | null = new Set();
  let filled = 0;
  let gtins = 0;

  function seeText(text: string): void {
    const decimal = decimalEvidence(text);
    if (decimal !== null) decimals[decimal] += 1;
    const date = dateEvidence(text);
    if (date !== null) dates[date] += 1;
  }

  function seeValue(text: string): void {
    if (samples.length < mostSamples && !samples.includes(text))
      samples.push(ownCopy(text.slice(0, longestValue)));
    if (values === null || values.has(text)) return;
    if (values.size >= mostValues || text.length > longestValue) values = null;
    else values.add(ownCopy(text));
  }

  return {
    see(said, kind) {
      const text = said.trim();
      if (text === '') return;
      filled += 1;
      if (kind === 'number' || kind === 'date') known[kind] += 1;
      else if (kind === 'text') seeText(text);
      if (isGtin(text)) gtins += 1;
      seeValue(text);
    },
    look(heading, letters) {
      const numbers =
        known.number + decimals.comma + decimals.point + decimals.either + decimals.whole;
      const days = dates.iso + dates.dayFirst + dates.monthFirst + dates.either;
      const written = days > 0 ? days : dates.compact;
      return {
        heading,
        letters,
        filled,
        numbers,
        dates: known.date + written,
        gtins,
        samples,
        values: values === null ? null : [...values],
        decimal: decimalOf(decimals),
        date: dateOf(dates),
      };
    },
  };
}

function decimalOf(seen: Readonly<Record<DecimalForm | 'either', number>>): ColumnLook['decimal'] {
  if (seen.comma > 0 && seen.point > 0) return 'mixed';
  if (seen.comma > 0) return 'comma';
  if (seen.point > 0) return 'point';
  return seen.either > 0 ? 'ask' : 'none';
}

function dateOf(seen: Readonly<Record<DateForm | 'either', number>>): ColumnLook['date'] {
  const { iso, dayFirst, monthFirst, compact, either } = seen;
  if (iso > 0) return dayFirst + monthFirst + either > 0 ? 'mixed' : 'iso';
  if (dayFirst > 0 && monthFirst > 0) return 'mixed';
  if (dayFirst > 0) return 'dayFirst';
  if (monthFirst > 0) return 'monthFirst';
  return either > 0 ? 'ask' : compact > 0 ? 'compact' : 'none';
}

function isGtin(text: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(text) && hasCheckDigit(text);
}

/** A text cut out of the file would keep all around it in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}

/** Whether a column is one of numbers, of days, of GTINs. */
export function isMostly(column: ColumnLook, of: 'numbers' | 'dates' | 'gtins'): boolean {
  return column.filled > 0 && column[of] >= column.filled * nearlyAll;
}
