import { createHash } from 'node:crypto';

/**
 * GS1 prefix 952 is reserved for demonstrations and examples, so no number made here can belong to
 * anybody. Company 9521187, with five digits for its articles and nine for its logistic units.
 */
const company = '9521187';

/** GTIN-13 of an article's reference, written as 14 digits (the form the scanner reads). */
export function gtinOf(reference: number): string {
  return `0${withCheckDigit(company + digits(reference, 5))}`;
}

/** SSCC of a logistic unit; clients pack, so the extension digit tells their own series apart. */
export function ssccOf(serial: number, extension: number): string {
  return withCheckDigit(`${extension}${company}${digits(serial, 9)}`);
}

/** GS1 General Specifications 7.9: weights 3 and 1 alternate from the right. */
function withCheckDigit(body: string): string {
  const sum = Array.from(body)
    .toReversed()
    .reduce((s, d, i) => s + Number(d) * (i % 2 === 0 ? 3 : 1), 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** A UUIDv7 whose random part is drawn from a name: the same story always gets the same id. */
export function idFrom(name: string, utcMs: number): string {
  const time = utcMs.toString(16).padStart(12, '0');
  const noise = createHash('sha256').update(name).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(noise.charAt(3), 16) % 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(4, 7)}-${noise.slice(7, 19)}`;
}

/** A whole number from 0 to `below` − 1, drawn from a name. */
export function drawn(name: string, below: number): number {
  return Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 12), 16) % below;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
