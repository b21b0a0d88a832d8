/** Older links and people write shorter GTINs with their own length. */
export function padded(gtin: string): string {
  return /^(\d{8}|\d{12,13})$/.test(gtin) ? gtin.padStart(14, '0') : gtin;
}
