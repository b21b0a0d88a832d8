import { accept, type Result, refuse } from '../result.ts';
import { type DigitsRead, readDigits } from './barcodeDigits.ts';
import { type OwnCode, readOwnCode } from './barcodeOwn.ts';
import type { BarcodeRefusal } from './barcodeRefusal.ts';
import { readBracketed } from './gs1/bracketed.ts';
import { readDigitalLink } from './gs1/digitalLink.ts';
import type { Gs1Element } from './gs1/element.ts';
import { type Elements, groupSeparator, readElementString } from './gs1/elementString.ts';
import { type Gs1Label, labelOf } from './gs1/label.ts';
import { withSeparators } from './gs1/separators.ts';
import { australiaPostGtin } from './lookup/australiaPost.ts';
import { maybeCarrierNumber } from './lookup/checkCarrierNumber.ts';
import { isEnvelope } from './lookup/envelopeForms.ts';
import { rawLimit } from './rawLimit.ts';
import { productRma, type RmaReader } from './rma/rmaForm.ts';

type Scanned = {
  /** What was scanned, without surrounding blanks and AIM identifier. */
  readonly text: string;
  /** AIM symbology identifier without its bracket ("C1"), where the scanner sends it. */
  readonly symbology: string | null;
};

export type Barcode = Scanned &
  (
    | OwnCode
    | DigitsRead
    | {
        readonly kind: 'gs1';
        readonly elements: readonly Gs1Element[];
        readonly label: Gs1Label;
        readonly isSure: boolean;
      }
    /**
     * Any other text: a carrier's number, an office's, or anything at all. `doubt`: it looked like
     * something else and is not.
     */
    | { readonly kind: 'tracking'; readonly doubt: BarcodeRefusal | null }
  );

export type Reading = Result<Barcode, BarcodeRefusal>;

/**
 * The only parse of a scan. Reads GS1 element strings, bracketed text and Digital Links, EAN, UPC
 * and ITF-14, our own codes, and keeps everything else as the text it is. The result is text to look
 * things up with: it is never markup and never opened.
 *
 * `referenceYear` (the year at the site, four digits) decides the century of two-digit years; `rma`
 * is the form in which the site writes its returns' numbers.
 *
 * Where a scanner sends no AIM identifier, nothing is refused for what it might have been: digits
 * are what their check digit says they are, or else a number of somebody's. With one, a symbology
 * that carries nothing but an article must do so.
 *
 * Refusals: see BarcodeRefusal. Never throws.
 */
export function readBarcode(raw: string, referenceYear: number, rma = productRma): Reading {
  if (raw.length > rawLimit) return refuse({ code: 'tooLong', bytes: raw.length, limit: rawLimit });
  const start = raw.length - raw.replace(/^[\r\n\t ]+/, '').length;
  const body = raw.slice(start).replace(/[\r\n\t ]+$/, '');
  const forbidden = Array.from(body).findIndex(isForbidden);
  if (forbidden >= 0)
    return refuse({
      code: 'forbiddenCharacter',
      position: start + forbidden,
      codePoint: Array.from(body)[forbidden]?.codePointAt(0) ?? 0,
    });
  const symbology = /^\]([A-Za-z][0-9A-Za-z])/.exec(body)?.[1] ?? null;
  const text = symbology === null ? body : body.slice(3);
  if (text.replaceAll(groupSeparator, '').trim() === '') return refuse({ code: 'empty' });
  return readText({ text, symbology }, start + body.length - text.length, referenceYear, rma);
}

/** EOT, FS, GS, RS and US, which part the fields of a label. */
const parting = '\u0004\u001c\u001d\u001e\u001f';

/** Other control characters, halves of characters, and what a scanner could not say (U+FFFD). */
function isForbidden(character: string): boolean {
  return /[\p{Cc}\p{Cs}\ufffd]/u.test(character) && !parting.includes(character);
}

/** GS1-128, DataBar and composite, GS1 DataMatrix, GS1 QR, GS1 DotCode. */
const elementStrings = ['C1', 'e0', 'e1', 'e2', 'd2', 'Q3', 'J1'];

function readText(
  scanned: Scanned,
  offset: number,
  referenceYear: number,
  rma: RmaReader,
): Reading {
  const { text, symbology } = scanned;
  const isGs1 = symbology !== null && elementStrings.includes(symbology);
  if (isEnvelope(text)) return kept(scanned, null);
  if (/^[(\uff08]\s*[\d\uff10-\uff19]/.test(text))
    return gs1Reading(scanned, readBracketed(text, offset, referenceYear));
  const said = withSeparators(text, isGs1);
  const parted = said === undefined ? null : readElementString(said, offset, referenceYear);
  if (parted?.ok) return gs1Reading(scanned, parted);
  if (isGs1) return gs1Reading(scanned, readElementString(text, offset, referenceYear));
  const own = readOwnCode(text, rma);
  if (own?.ok) return accept({ ...scanned, ...own.value });
  if (own) return isRma(own.refusal) ? kept(scanned, own.refusal) : own;
  if (/^https?:/i.test(text))
    return gs1Reading(scanned, readDigitalLink(text, offset, referenceYear));
  if (text.includes(groupSeparator) || /^(0[12]\d{14}|00\d{18})/.test(text))
    return gs1Reading(scanned, readElementString(text, offset, referenceYear));
  const digits = readDigits(asPrinted(text), symbology);
  if (digits) return digits.ok ? accept({ ...scanned, ...digits.value }) : digits;
  return readMeasure(scanned, offset, referenceYear) ?? kept(scanned, null);
}

/** Without the gaps an article's digits are printed with, an ISBN's hyphens, and an input method's width. */
function asPrinted(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/\p{Cf}|^\s+|\s+$|(?<=\d)\s+(?=\d)/gu, '');
  return /^97[89][\d\p{Pd}]+$/u.test(plain) ? plain.replaceAll(/\p{Pd}/gu, '') : plain;
}

/** A net weight and its like may stand alone beside the article's own label. */
function readMeasure(scanned: Scanned, offset: number, referenceYear: number): Reading | undefined {
  if (!/^3[1-6]\d[0-5]\d{6}$/.test(scanned.text) || maybeCarrierNumber(scanned.text))
    return undefined;
  const elements = readElementString(scanned.text, offset, referenceYear);
  return elements.ok ? gs1Reading(scanned, elements) : undefined;
}

/** The company's form of an RMA number is not everybody's. */
function isRma({ code }: BarcodeRefusal): boolean {
  return code === 'badRmaCheck' || code === 'badRmaForm';
}

function kept(scanned: Scanned, doubt: BarcodeRefusal | null): Reading {
  return accept({ ...scanned, kind: 'tracking', doubt });
}

function gs1Reading(scanned: Scanned, read: Elements): Reading {
  const { symbology } = scanned;
  const isSaid = symbology !== null && elementStrings.includes(symbology);
  if (!read.ok)
    // Carriers use GS1's symbologies with identifiers of their own.
    return isSaid && read.refusal.code !== 'unknownAi' ? read : kept(scanned, read.refusal);
  const elements = read.value;
  const [only, ...more] = elements;
  if (only === undefined) return refuse({ code: 'empty' });
  const label = labelOf(elements);
  if (label.gtin === australiaPostGtin) return kept(scanned, null);
  const isSure = isSaid || !/^\d{1,18}$/.test(scanned.text);
  if (more.length === 0 && only.kind === 'gtin')
    return accept({ ...scanned, kind: 'gtin', gtin: only.gtin, isSure, otherwise: null });
  if (more.length === 0 && only.kind === 'sscc')
    return accept({ ...scanned, kind: 'sscc', sscc: only.sscc });
  return accept({ ...scanned, kind: 'gs1', elements, label, isSure });
}
