import { checkDigitOf } from '../../shared/barcodes/gs1/checkDigit.ts';

/** A GTIN or SSCC as it is printed, from the digits before its last. */
export function withCheckDigit(body: string): string {
  return body + checkDigitOf(body);
}
