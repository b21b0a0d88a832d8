import { isCurrencyInUse } from '../../../shared/facts/currencies.ts';
import type { decimalForms } from '../../../shared/sync/tableForms.ts';

/** Which sign stands before decimals. */
export type DecimalForm = (typeof decimalForms)[number];

/**
 * What one text says about it. `either`: "1.234" is a thousand to one and a little over one to
 * another. `whole`: no sign. null: no number.
 */
export type DecimalEvidence = DecimalForm | 'either' | 'whole' | null;

/** No number is; and what looks for one takes its time with a text. */
const longest = 60;
const onlyDigits = /^\d+$/;
/** Asked first, because most cells are no number. */
const mayBeNumber =
  /^[\s+-]*(?:[A-Z]{3}|[€$£¥])?[\s+-]*[\d.,]*\d[\d.,\s'’-]*(?:[A-Z]{3}|[€$£¥])?\s*$/;

function withoutCurrency(all: string, before?: string, behind?: string): string {
  const named = before ?? behind ?? '';
  return named.length === 1 || isCurrencyInUse(named) ? '' : all;
}

/** A number as people write it: a sign in front (or behind, as SAP has it), a currency, groups. */
function bare(text: string): string | null {
  if (text.length > longest) return null;
  if (onlyDigits.test(text)) return text;
  if (!mayBeNumber.test(text)) return null;
  const plain = text
    .trim()
    .replace(/^([A-Z]{3}|[€$£¥])\s*|\s*([A-Z]{3}|[€$£¥])$/g, withoutCurrency)
    .replace(/^\+\s*/, '')
    .replace(/^-\s+/, '-')
    .replace(/^([^-].*?)\s*-$/, '-$1')
    .replaceAll(/(?<=\d)[\u00a0\u202f '’](?=\d{3}(?!\d))/g, '');
  return /^-?[\d.,]*\d[\d.,]*$/.test(plain) ? plain : null;
}

const withComma = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+)?,\d+$/;
const withPoint = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)?\.\d+$/;
const groupedByComma = /^-?[1-9]\d{0,2}(?:,\d{3})+$/;
const groupedByPoint = /^-?[1-9]\d{0,2}(?:\.\d{3})+$/;

export function decimalEvidence(text: string): DecimalEvidence {
  const number = bare(text);
  if (number === null) return null;
  if (/^-?\d+$/.test(number)) return 'whole';
  const comma = withComma.test(number) || groupedByPoint.test(number);
  const point = withPoint.test(number) || groupedByComma.test(number);
  if (comma && point) return 'either';
  return comma ? 'comma' : point ? 'point' : null;
}

/** An exact decimal with a point ("1234.50"), or null where it is no number of that form. */
export function readDecimal(text: string, form: DecimalForm): string | null {
  const number = bare(text);
  if (number === null) return null;
  if (/^-?\d+$/.test(number)) return number;
  const [decimals, groups] =
    form === 'comma' ? [withComma, groupedByPoint] : [withPoint, groupedByComma];
  if (!decimals.test(number) && !groups.test(number)) return null;
  const [group, sign] = form === 'comma' ? ['.', ','] : [',', '.'];
  return number
    .replaceAll(group ?? '', '')
    .replace(sign ?? '', '.')
    .replace(/^(-?)\./, '$10.');
}
