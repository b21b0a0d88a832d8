import { type Barcode, readBarcode } from '../../../shared/barcodes/barcode.ts';

/** A code as the scanner would hand it on. */
export function scanned(raw: string): Barcode {
  const barcode = readBarcode(raw, 2026);
  if (!barcode.ok) throw new Error(`unreadable: ${barcode.refusal.code}`);
  return barcode.value;
}
