import { z } from 'zod';
import { hasCheckDigit } from '../../barcodes/gs1/checkDigit.ts';

/** ISO 3166-1, two capital letters. */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1)');

/** A zone of the tz database, "Europe/Berlin". */
export const Zone = z
  .string()
  .min(1)
  .max(64)
  .refine(isZone, 'no time zone of the tz database, like Europe/Berlin');

/** To ask for one takes a third of a millisecond, and every order line of a client asks for the client's. */
const zones = new Set<string>();
const mostZones = 1000;

function isZone(zone: string): boolean {
  if (zones.has(zone)) return true;
  try {
    const isOne =
      new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    if (isOne && zones.size < mostZones) zones.add(zone);
    return isOne;
  } catch {
    return false;
  }
}

/** With or without its leading zeros (8, 12, 13 or 14 digits), its check digit right (GS1, 7.9). */
export const Gtin = z
  .string()
  .regex(/^(\d{8}|\d{12,14})$/, '8, 12, 13 or 14 digits')
  .transform((digits) => digits.padStart(14, '0'))
  .refine(hasCheckDigit, 'the check digit is wrong');
