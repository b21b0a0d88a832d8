import { accept, type Result, refuse } from '../result.ts';
import type { BarcodeRefusal } from './barcodeRefusal.ts';

/**
 * Our RMA numbers: `RMA-26-0004711`, that is the year's last two digits, six digits counted within
 * the year, and a check character. The check is ISO/IEC 7064 MOD 11-2 over the eight digits (0 to 9
 * or X): it catches every wrong digit and every pair of neighbours exchanged.
 */
const form = /^RMA-(\d{2})-(\d{6})([0-9X])$/;

/**
 * The RMA number of the `sequence`th return of `year` (2000 to 2099; sequence 0 to 999 999). Throws
 * `RangeError` beyond those: whoever hands out numbers has run out of them.
 */
export function rmaNumberOf(year: number, sequence: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 2099)
    throw new RangeError(`No RMA number for the year ${year}`);
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999_999)
    throw new RangeError(`No RMA number for the sequence ${sequence}`);
  const digits = String(year % 100).padStart(2, '0') + String(sequence).padStart(6, '0');
  return `RMA-${digits.slice(0, 2)}-${digits.slice(2)}${checkCharacterOf(digits)}`;
}

/**
 * Reads an RMA number, typed or scanned, in either case. Refuses `badOwnCode` for another form and
 * `badRmaCheck` for a wrong digit.
 */
export function readRmaNumber(text: string): Result<string, BarcodeRefusal> {
  const written = text.trim().toUpperCase();
  const [, year, sequence, found] = form.exec(written) ?? [];
  if (year === undefined || sequence === undefined || found === undefined)
    return refuse({ code: 'badOwnCode', form: 'rma', text });
  const expected = checkCharacterOf(year + sequence);
  return found === expected ? accept(written) : refuse({ code: 'badRmaCheck', expected, found });
}

function checkCharacterOf(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  return '0123456789X'.charAt((12 - sum) % 11);
}
