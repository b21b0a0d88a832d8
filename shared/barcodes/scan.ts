import { type Barcode, type Reading, readBarcode } from './barcode.ts';
import { consignmentForms } from './lookup/australiaPost.ts';
import { checkCarrierNumber } from './lookup/checkCarrierNumber.ts';
import { lookupForms, printedForm } from './lookup/lookupForms.ts';
import { normalForm } from './lookup/normalForm.ts';

/** A scan or a number typed by hand, read once: handed on whole, never read again. */
export type Scan = {
  /** As it came. */
  readonly raw: string;
  readonly isTyped: boolean;
  /** What it says by itself; asked only after what it may be found by. */
  readonly reading: Reading;
  /** What it may be looked up by, the whole text first, then what is written in it. */
  readonly forms: readonly string[];
};

/** Reads a scan. Pure; `referenceYear` as in `readBarcode`. Never throws. */
export function readScan(raw: string, referenceYear: number, isTyped = false): Scan {
  const read = readBarcode(raw, referenceYear);
  const reading = read.ok ? weighed(read.value, isTyped, read) : read;
  return { raw, isTyped, reading, forms: read.ok ? formsOf(read.value) : lookupForms(raw) };
}

/** What a scan says, or the text it is where a symbology claims more than is there. */
export function barcodeOf({ raw, reading }: Scan): Barcode {
  if (reading.ok) return reading.value;
  const text = raw.trim().replace(/^\][A-Za-z][0-9A-Za-z]/, '');
  return { kind: 'tracking', text, symbology: null, doubt: reading.refusal };
}

/** A label as a line of words names it: what is printed of it, where it carries several hundred characters. */
export function nameOfLabel({ text }: Barcode): string {
  if (text.length <= shownWhole) return text;
  const printed = printedForm(text);
  const shown = printed === normalForm(text) ? text : printed;
  return shown.length <= shownWhole ? shown : `${shown.slice(0, shownWhole - 1)}…`;
}

/** Characters; more nobody reads. */
const shownWhole = 100;

/** What a code may be looked up by, the whole text first; commands, badges, slips and places by nothing. */
export function formsOf(barcode: Barcode): readonly string[] {
  if (['command', 'badge', 'slip', 'location'].includes(barcode.kind)) return [];
  const { text } = barcode;
  const forms = [
    ...lookupForms(text),
    ...writtenIn(barcode),
    ...consignmentForms(normalForm(text)),
  ];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** A scanner has proved its check digits itself; fingers have not. Bare digits claim nothing. */
function weighed(barcode: Barcode, isTyped: boolean, reading: Reading): Reading {
  if (barcode.kind !== 'tracking') return reading;
  if (!isTyped && /^\d+$/.test(barcode.text))
    return { ok: true, value: { ...barcode, doubt: null } };
  const carrier = checkCarrierNumber(barcode.text);
  return !isTyped || barcode.doubt || carrier.ok
    ? reading
    : { ok: true, value: { ...barcode, doubt: carrier.refusal } };
}

/** Numbers inside a label that papers may name: units, articles, orders, shipments, a carrier's own. */
const telling = ['240', '241', '250', '400', '401', '402', '403'];

function writtenIn(barcode: Barcode): readonly string[] {
  switch (barcode.kind) {
    case 'sscc':
      return [barcode.sscc];
    case 'gtin':
      return [barcode.gtin, ...(barcode.otherwise === null ? [] : [barcode.otherwise])];
    case 'gs1': {
      const { sscc, serial, gtin, contentGtin } = barcode.label;
      const own = barcode.elements
        .filter(({ ai }) => telling.includes(ai) || /^9\d$/.test(ai))
        .flatMap(({ value }) => lookupForms(value));
      const said = [sscc, serial && normalForm(serial), gtin ?? contentGtin];
      return [...said.flatMap((text) => text ?? []), ...own];
    }
    default:
      return [];
  }
}
