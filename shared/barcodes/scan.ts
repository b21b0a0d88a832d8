import { accept } from '../result.ts';
import { type Barcode, type Reading, readBarcode } from './barcode.ts';
import { consignmentForms } from './lookup/australiaPost.ts';
import { checkCarrierNumber } from './lookup/checkCarrierNumber.ts';
import { lookupForms, printedForm } from './lookup/lookupForms.ts';
import { normalForm } from './lookup/normalForm.ts';
import { productRma, type RmaReader } from './rma/rmaForm.ts';
import { readRma, typoInRma, withoutPrefix } from './rma/rmaNumber.ts';

/** A scan or a number typed by hand, read once: handed on whole, never read again. */
export type Scan = {
  /** As it came. */
  readonly raw: string;
  readonly isTyped: boolean;
  /** What it says by itself; asked only after what it may be found by. */
  readonly reading: Reading;
  /** What it may be looked up by, the whole text first, then what is written in it. */
  readonly forms: readonly string[];
  /** What a return may be called: a number in the company's form, or any short text of nobody's. */
  readonly name: string | null;
};

/** Reads a scan. Pure; `referenceYear` and `rma` as in `readBarcode`. Never throws. */
export function readScan(
  raw: string,
  referenceYear: number,
  isTyped = false,
  rma = productRma,
): Scan {
  const read = readBarcode(raw, referenceYear, rma);
  const reading = read.ok ? weighed(read.value, isTyped, rma) : read;
  return {
    raw,
    isTyped,
    reading,
    forms: read.ok ? formsOf(read.value, rma) : lookupForms(raw),
    name: read.ok ? nameOf(read.value, rma) : null,
  };
}

/** Characters; the names of returns before their form was known to us. */
const longestName = 20;

function nameOf({ kind, text }: Barcode, rma: RmaReader): string | null {
  if (kind !== 'tracking') return null;
  const number = readRma(text, rma);
  if (number.ok) return number.value;
  return text.length <= longestName ? text : null;
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
export function formsOf(barcode: Barcode, rma = productRma): readonly string[] {
  if (['command', 'findingCard', 'badge', 'slip', 'location'].includes(barcode.kind)) return [];
  const { text } = barcode;
  // Whatever stands behind the company's prefix, papers may name it.
  const bare = withoutPrefix(text, rma);
  const forms = [
    ...lookupForms(text),
    ...writtenIn(barcode),
    ...(bare === null ? [] : lookupForms(bare)),
    ...consignmentForms(normalForm(text)),
  ];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** A scanner has proved its check digits itself; fingers have not. Bare digits claim nothing. */
function weighed(barcode: Barcode, isTyped: boolean, rma: RmaReader): Reading {
  if (barcode.kind !== 'tracking') return accept(barcode);
  if (!isTyped && /^\d+$/.test(barcode.text)) return accept({ ...barcode, doubt: null });
  if (!isTyped || barcode.doubt) return accept(barcode);
  const carrier = checkCarrierNumber(barcode.text);
  const doubt = carrier.ok ? typoInRma(barcode.text, rma) : carrier.refusal;
  return accept({ ...barcode, doubt });
}

/** Numbers inside a label that papers may name: units, articles, orders, shipments, a carrier's own. */
const telling = ['240', '241', '250', '400', '401', '402', '403'];

function writtenIn(barcode: Barcode): readonly string[] {
  switch (barcode.kind) {
    case 'sscc':
      return [barcode.sscc];
    case 'rma':
      return lookupForms(barcode.rmaNumber);
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
