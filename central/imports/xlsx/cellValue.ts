import type { CellKind } from '../table/rawRow.ts';
import { exactNumber } from './exactNumber.ts';
import { serialDate } from './serialDate.ts';
import { unescaped } from './sharedTexts.ts';
import type { Workbook } from './workbook.ts';
import { brokenPart } from './xmlPart.ts';

type Written = {
  /** `t` of 18.18.11. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly isFormula: boolean;
};

/** What a cell says; of a formula what it came to when the file was saved. */
export function cellValue(
  workbook: Workbook,
  part: string,
  { type, style, value, isFormula }: Written,
): { readonly text: string; readonly kind: CellKind } {
  if (value === '') return { text: '', kind: isFormula ? 'uncomputed' : 'text' };
  switch (type) {
    case 's':
      return { text: sharedText(workbook, part, value), kind: 'text' };
    case 'b':
      return { text: value === '1' ? 'true' : 'false', kind: 'yesNo' };
    case 'e':
      return { text: value, kind: 'error' };
    case 'd':
      return { text: value.replace(/T00:00:00(\.0+)?Z?$/, ''), kind: 'date' };
    case 'n':
      return numberValue(workbook, value, style);
    default:
      return { text: unescaped(value), kind: 'text' };
  }
}

function sharedText({ sharedTexts }: Workbook, part: string, index: string): string {
  return sharedTexts[Number(index)] ?? brokenPart(part, `text ${index.slice(0, 20)} is missing`);
}

function numberValue({ formats, from1904 }: Workbook, value: string, style: number) {
  const number = exactNumber(value);
  if (number === null) return { text: value.slice(0, 100), kind: 'error' as const };
  const format = formats[style];
  if (format?.kind === 'padded' && /^\d+$/.test(number))
    return { text: number.padStart(format.digits, '0'), kind: 'number' as const };
  const day = format?.kind === 'date' ? serialDate(number, from1904) : null;
  return day === null
    ? { text: number, kind: 'number' as const }
    : { text: day, kind: 'date' as const };
}
