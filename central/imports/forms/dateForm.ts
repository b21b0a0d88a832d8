import { isLocalDate } from '../../../shared/deadlines/epochDay.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import type { dateForms } from '../../../shared/sync/tableForms.ts';

export type DateForm = (typeof dateForms)[number];

/** What one text says about it; `either`: 03/04/2026 is two days. null: no date. */
export type DateEvidence = DateForm | 'either' | null;

const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/;
const yearLast =
  /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)?$/;
const compact = /^(?:19|20)(\d{2})(\d{2})(\d{2})$/;

/** With a time and a zone behind it. */
const longest = 40;
/** Asked first, because most cells are no date. */
const mayBeDate = /^\s*(?:\d{8}\s*$|\d{1,4}[./-]\s?\d{1,2}[./-])/;

export function dateEvidence(text: string): DateEvidence {
  if (!mayBeDate.test(text)) return null;
  if (readDate(text, 'iso') !== null) return 'iso';
  if (readDate(text, 'compact') !== null) return 'compact';
  const dayFirst = readDate(text, 'dayFirst');
  const monthFirst = readDate(text, 'monthFirst');
  if (dayFirst === null) return monthFirst === null ? null : 'monthFirst';
  return monthFirst === null || monthFirst === dayFirst ? 'dayFirst' : 'either';
}

/** The day a text names in that form, without the time behind it; null where it names none. */
export function readDate(text: string, form: DateForm): LocalDate | null {
  if (text.length > longest) return null;
  const plain = text.trim();
  if (form === 'iso') {
    const [, year, month, day] = iso.exec(plain) ?? [];
    return dateOf(year, month, day);
  }
  if (form === 'compact') {
    const [, , month, day] = compact.exec(plain) ?? [];
    return dateOf(plain.slice(0, 4), month, day);
  }
  const [, one, sign, other, year] = yearLast.exec(plain) ?? [];
  // With points it is Europe's, and the day stands first whatever was asked.
  if (form === 'monthFirst' && sign === '.') return null;
  const [day, month] = form === 'dayFirst' ? [one, other] : [other, one];
  return dateOf(year?.length === 2 ? `20${year}` : year, month, day);
}

function dateOf(year?: string, month?: string, day?: string): LocalDate | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}
