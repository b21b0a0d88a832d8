import { accept, type Result, refuse } from '../result.ts';
import { type OwnCode, readOwnCode } from './barcodeOwn.ts';
import type { BarcodeRefusal } from './barcodeRefusal.ts';
import { readBracketed } from './gs1/bracketed.ts';
import { checkDigitOf, hasCheckDigit } from './gs1/checkDigit.ts';
import { readDigitalLink } from './gs1/digitalLink.ts';
import type { Gs1Element } from './gs1/element.ts';
import { type Elements, groupSeparator, readElementString } from './gs1/elementString.ts';
import { type Gs1Label, labelOf } from './gs1/label.ts';

/** 128 bytes; every allowed character is one byte long. */
export const barcodeLimit = 128;

type Scanned = {
  /** What was scanned, without surrounding blanks and AIM identifier. */
  readonly text: string;
  /** AIM symbology identifier without its bracket ("C1"), where the scanner sends it. */
  readonly symbology: string | null;
};

export type Barcode = Scanned &
  (
    | OwnCode
    /** An article alone, normalised to 14 digits. */
    | { readonly kind: 'gtin'; readonly gtin: string }
    /** A logistic unit alone, 18 digits. */
    | { readonly kind: 'sscc'; readonly sscc: string }
    | { readonly kind: 'gs1'; readonly elements: readonly Gs1Element[]; readonly label: Gs1Label }
    /** Any other plausible text: mostly a carrier's number, else an office's. */
    | { readonly kind: 'tracking' }
  );

/** GS1's 82 characters, its separator, and what Code 39, web addresses and AIM identifiers need. */
const allowed = `${groupSeparator} !"#$%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ]_abcdefghijklmnopqrstuvwxyz`;

type Reading = Result<Barcode, BarcodeRefusal>;

/**
 * The first and only parse of a scan. Reads GS1 element strings, bracketed text and Digital Links,
 * EAN, UPC and ITF-14, our own codes, and plain text of 6 to 40 characters. The result is text to
 * look things up with: it is never markup and never opened.
 *
 * `referenceYear` (the year at the site, four digits) decides the century of two-digit years.
 *
 * Where a scanner sends no AIM identifier, digits are what their check digit says they are; 12 and
 * 14 digits without a valid one are taken for a carrier's number, as is common, while 8 and 13 are
 * refused. `text` always allows to look for a tracking number as well.
 *
 * Refusals: see BarcodeRefusal. Never throws.
 */
export function readBarcode(raw: string, referenceYear: number): Reading {
  if (raw.length > barcodeLimit)
    return refuse({ code: 'tooLong', bytes: raw.length, limit: barcodeLimit });
  const start = raw.length - raw.replace(/^[\r\n\t ]+/, '').length;
  const body = raw.slice(start).replace(/[\r\n\t ]+$/, '');
  const forbidden = Array.from(body).findIndex((char) => !allowed.includes(char));
  if (forbidden >= 0)
    return refuse({
      code: 'forbiddenCharacter',
      position: start + forbidden,
      codePoint: body.codePointAt(forbidden) ?? 0,
    });
  const symbology = /^\]([A-Za-z][0-9A-Za-z])/.exec(body)?.[1] ?? null;
  const text = symbology === null ? body : body.slice(3);
  if (text === '') return refuse({ code: 'empty' });
  return readText({ text, symbology }, start + body.length - text.length, referenceYear);
}

/** GS1-128, DataBar and composite, GS1 DataMatrix, GS1 QR, GS1 DotCode. */
const elementStrings = ['C1', 'e0', 'e1', 'e2', 'd2', 'Q3', 'J1'];
/** EAN and UPC, ITF with its check digit proved: these carry nothing but a GTIN. */
const articles = ['E0', 'E3', 'E4', 'I1'];

function readText(scanned: Scanned, offset: number, referenceYear: number): Reading {
  const { text, symbology } = scanned;
  const gs1 = (elements: Elements) => gs1Reading(scanned, elements);
  if (/^\(\d/.test(text)) return gs1(readBracketed(text, offset, referenceYear));
  if (symbology !== null && elementStrings.includes(symbology))
    return gs1(readElementString(text, offset, referenceYear));
  const own = readOwnCode(text);
  if (own !== undefined) return own.ok ? accept({ ...scanned, ...own.value }) : own;
  if (/^https?:/i.test(text)) return gs1(readDigitalLink(text, offset, referenceYear));
  if (text.includes(groupSeparator) || /^(0[12]\d{14}|00\d{18})/.test(text))
    return gs1(readElementString(text, offset, referenceYear));
  const digits = readDigits(scanned);
  if (digits !== undefined) return digits;
  // A net weight and its like may stand alone beside the article's own label.
  if (/^3[1-6]\d[0-5]\d{6}/.test(text)) {
    const measure = readElementString(text, offset, referenceYear);
    if (measure.ok) return gs1(measure);
  }
  return /^[-A-Za-z0-9 ./+_:#$%]{6,40}$/.test(text)
    ? accept({ ...scanned, kind: 'tracking' })
    : refuse({ code: 'unrecognised', length: text.length });
}

function gs1Reading(scanned: Scanned, read: Elements): Reading {
  if (!read.ok) return read;
  const elements = read.value;
  const [only, ...more] = elements;
  if (only === undefined) return refuse({ code: 'empty' });
  if (more.length === 0 && only.kind === 'gtin')
    return accept({ ...scanned, kind: 'gtin', gtin: only.gtin });
  if (more.length === 0 && only.kind === 'sscc')
    return accept({ ...scanned, kind: 'sscc', sscc: only.sscc });
  return accept({ ...scanned, kind: 'gs1', elements, label: labelOf(elements) });
}

/** Bare digits that are an article's or a logistic unit's number; `undefined` when they are not. */
function readDigits(scanned: Scanned): Reading | undefined {
  const { symbology } = scanned;
  const isArticle = symbology !== null && articles.includes(symbology);
  // An add-on of 2 or 5 digits (price, issue) follows the 13 of the article.
  const text = symbology === 'E3' ? scanned.text.slice(0, 13) : scanned.text;
  if (!/^(\d{8}|\d{12,14}|\d{18})$/.test(text)) return undefined;
  const isCode128Or39 = symbology !== null && /^[CA]/.test(symbology);
  if (isCode128Or39 && text.length === 12) return undefined;
  const ai = text.length === 18 ? '00' : '01';
  if (!hasCheckDigit(text)) {
    const mustBeArticle = isArticle || (symbology === null && [8, 13].includes(text.length));
    return mustBeArticle
      ? refuse({
          code: 'badCheckDigit',
          ai,
          expected: checkDigitOf(text.slice(0, -1)),
          found: text.slice(-1),
        })
      : undefined;
  }
  return ai === '00'
    ? accept({ ...scanned, kind: 'sscc', sscc: text })
    : accept({ ...scanned, kind: 'gtin', gtin: text.padStart(14, '0') });
}
