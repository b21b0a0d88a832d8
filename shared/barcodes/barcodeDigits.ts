import { accept, type Result, refuse } from '../result.ts';
import type { BarcodeRefusal } from './barcodeRefusal.ts';
import { checkDigitOf, hasCheckDigit } from './gs1/checkDigit.ts';
import { expandUpcE } from './gs1/upcE.ts';

/** EAN and UPC, ITF with its check digit proved: these carry nothing but a GTIN. */
const articles = ['E0', 'E3', 'E4', 'I1'];

export type DigitsRead =
  /**
   * An article alone, normalised to 14 digits. `isSure`: the symbology or the way it is written says
   * so; else the check digit merely fits, as it does for one carrier's number in ten. `otherwise`:
   * what the same digits mean to another reader (UPC-E and EAN-8).
   */
  | {
      readonly kind: 'gtin';
      readonly gtin: string;
      readonly isSure: boolean;
      readonly otherwise: string | null;
    }
  /** A logistic unit alone, 18 digits. */
  | { readonly kind: 'sscc'; readonly sscc: string };

/**
 * Bare digits that are an article's or a logistic unit's number; `undefined` when they are not.
 * Refuses `badCheckDigit` only where the scanner itself says that this is an article.
 */
export function readDigits(
  digits: string,
  symbology: string | null,
): Result<DigitsRead, BarcodeRefusal> | undefined {
  const isArticle = symbology !== null && articles.includes(symbology);
  const text = withoutAddOn(digits, symbology);
  if (!/^(\d{8}|\d{12,14}|\d{18})$/.test(text)) return undefined;
  const isCode128Or39 = symbology !== null && /^[CA]/.test(symbology);
  if (isCode128Or39 && text.length === 12) return undefined;
  if (text.length === 18)
    return hasCheckDigit(text) ? accept({ kind: 'sscc', sscc: text }) : undefined;
  const [gtin, otherwise = null] = gtinsOf(text, symbology);
  if (gtin !== undefined) return accept({ kind: 'gtin', gtin, isSure: isArticle, otherwise });
  return isArticle
    ? refuse({
        code: 'badCheckDigit',
        ai: '01',
        expected: checkDigitOf(text.slice(0, -1)),
        found: text.slice(-1),
      })
    : undefined;
}

/**
 * An add-on of 2 or 5 digits (issue, price) follows the digits of the article. Unsaid it is known by
 * the papers and books that have one.
 */
function withoutAddOn(digits: string, symbology: string | null): string {
  if (symbology === 'E0' || symbology === 'E3')
    return /^(\d{12,13})(?:\d{2}|\d{5})$/.exec(digits)?.[1] ?? digits;
  const [, article] = /^(97[789]\d{10})(?:\d{2}|\d{5})$/.exec(digits) ?? [];
  const isUnsaid = symbology === null && article !== undefined && hasCheckDigit(article);
  return isUnsaid && !(digits.length === 18 && hasCheckDigit(digits)) ? article : digits;
}

/** As 14 digits. Of eight, those beginning with 0 are a UPC-E first: GS1 gives out no such EAN-8. */
function gtinsOf(text: string, symbology: string | null): readonly string[] {
  const plain = hasCheckDigit(text) ? [text] : [];
  const upcA = text.length === 8 && symbology !== 'E4' ? expandUpcE(text) : undefined;
  const expanded = upcA === undefined ? [] : [upcA];
  const both = text.startsWith('0') ? [...expanded, ...plain] : [...plain, ...expanded];
  return both.map((digits) => digits.padStart(14, '0'));
}
