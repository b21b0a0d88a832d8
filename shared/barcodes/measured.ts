/** What people and instruments type of a measured value. */
import { accept, type Result, refuse } from '../result.ts';

const mostMeasured = 1e9;
export const longestMeasured = 60;
const longestUnit = 12;

/** `01A+00020.31`: the head that instruments with a Digimatic output send before their value. */
const instrumentHead = /^\d\d[A-Z](?=[+-])/;
/** A unit has no digits, so that `1e9` and `0x10` are no values: mm², not mm2. */
const unitForm = String.raw`\s*(?:[\p{L}°%"'′″][\p{L}°%"'′″/·²³ ]*)?`;
const form = new RegExp(
  String.raw`^([+-])?(\d{1,3}(?:[., ]\d{3})+[.,]\d+|\d*[.,]\d+|\d+[.,]?)(${unitForm})$`,
  'u',
);

/**
 * A value with or without its unit, as a person or an instrument types it: `20,31 mm`, `20.31mm`,
 * `+00020.31`, `-3`. One comma or point is always the decimal sign, since nobody groups a measured value;
 * where both stand, the last is. Refused: anything else, and what is beyond a thousand millions.
 */
export function readMeasured(
  typed: string,
): Result<{ readonly value: number; readonly unit: string }, 'notAValue'> {
  const written = typed.normalize('NFC').replaceAll('−', '-').trim().replace(instrumentHead, '');
  const [, sign = '', digits = '', unit = ''] = form.exec(written) ?? [];
  const at = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  const whole = (at < 0 ? digits : digits.slice(0, at)).replaceAll(/[., ]/g, '');
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  const read = Number(`${sign}${whole === '' ? '0' : whole}.${fraction}`);
  if (digits === '' || !(Math.abs(read) <= mostMeasured)) return refuse('notAValue');
  const named = unit.trim();
  return named.length > longestUnit
    ? refuse('notAValue')
    : accept({ value: read === 0 ? 0 : read, unit: named });
}

/** On which side it is outside its limits; null: it keeps them, or has none. */
export function outsideOf({
  value: measured,
  least,
  most,
}: {
  readonly value: number;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}): 'below' | 'above' | null {
  if (least !== undefined && measured < least) return 'below';
  return most !== undefined && measured > most ? 'above' : null;
}
