import { checkDigitOf, checkPairOf } from './checkDigit.ts';
import type { Gs1Check, Gs1Part } from './dictionary.ts';
import { labelDate, longLabelDate } from './labelDate.ts';

export type PartFault =
  | { readonly kind: 'characters' }
  | { readonly kind: 'checkDigit'; readonly expected: string; readonly found: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'check'; readonly check: Gs1Check };

const alphabets = {
  N: /^\d+$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/,
  Y: /^[#\-/0-9A-Z]+$/,
  Z: /^[-0-9A-Z_a-z]+={0,2}$/,
};

/** What is wrong with one part of a value of the right length, or `undefined`. */
export function faultOf(part: Gs1Part, text: string, referenceYear: number): PartFault | undefined {
  if (!alphabets[part.set].test(text)) return { kind: 'characters' };
  for (const check of part.checks) {
    const fault = faultByCheck(check, text, referenceYear);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultByCheck(check: Gs1Check, text: string, year: number): PartFault | undefined {
  switch (check) {
    case 'csum':
      return faultOfCheckDigits(text, 1, checkDigitOf);
    case 'csumalpha':
      return text.length < 3 ? { kind: 'check', check } : faultOfCheckDigits(text, 2, checkPairOf);
    case 'yymmd0':
      return labelDate(text, year, true) === undefined ? { kind: 'date' } : undefined;
    case 'yymmdd':
      return labelDate(text, year, false) === undefined ? { kind: 'date' } : undefined;
    case 'yyyymmdd':
      return longLabelDate(text) === undefined ? { kind: 'date' } : undefined;
    default:
      return holds(check, text) ? undefined : { kind: 'check', check };
  }
}

function faultOfCheckDigits(
  text: string,
  length: number,
  expectedOf: (body: string) => string,
): PartFault | undefined {
  const found = text.slice(-length);
  const expected = expectedOf(text.slice(0, -length));
  return found === expected ? undefined : { kind: 'checkDigit', expected, found };
}

type PlainCheck = Exclude<Gs1Check, 'csum' | 'csumalpha' | 'yymmd0' | 'yymmdd' | 'yyyymmdd'>;

/**
 * Lists that grow (countries, currencies, media and package types, company prefixes, coupons) are
 * held to their form only: a label must not become unreadable because our list is old.
 */
const forms: Record<Exclude<PlainCheck, 'iban' | 'pieceoftotal' | 'posinseqslash'>, RegExp> = {
  couponcode: /^\d+$/,
  couponposoffer: /^\d+$/,
  hasnondigit: /\D/,
  hh: /^([01]\d|2[0-3])$/,
  hhmi: /^([01]\d|2[0-3])[0-5]\d$/,
  hyphen: /^-$/,
  importeridx: /^[-0-9A-Z_a-z]$/,
  iso3166: /^(?!000)\d{3}$/,
  iso3166999: /^(?!000)\d{3}$/,
  iso3166alpha2: /^[A-Z]{2}$/,
  iso4217: /^(?!000)\d{3}$/,
  iso5218: /^[0129]$/,
  key: /^\d{4}/,
  keyoff1: /^.\d{4}/,
  latitude: /^(0\d{9}|1[0-7]\d{8}|1800000000)$/,
  longitude: /^([0-2]\d{9}|3[0-5]\d{8}|3600000000)$/,
  mediatype: /^\d{2}$/,
  mi: /^[0-5]\d$/,
  nonzero: /[^0]/,
  nozeroprefix: /^(0|[1-9]\d*)$/,
  packagetype: /^[0-9A-Z]{1,4}$/,
  pcenc: /^([^%]|%[0-9A-Fa-f]{2})*$/,
  ss: /^[0-5]\d$/,
  winding: /^[019]$/,
  yesno: /^[01]$/,
  zero: /^0+$/,
};

function holds(check: PlainCheck, text: string): boolean {
  switch (check) {
    case 'iban':
      return isIban(text);
    case 'pieceoftotal':
      return isPieceOf(text.slice(0, 2), text.slice(2));
    case 'posinseqslash': {
      const [position, total, ...more] = text.split('/');
      return more.length === 0 && isPieceOf(position ?? '', total ?? '');
    }
    default:
      return forms[check].test(text);
  }
}

function isPieceOf(piece: string, total: string): boolean {
  return [piece, total].every((n) => /^\d+$/.test(n) && Number(n) > 0) && +piece <= +total;
}

/** ISO 13616: country and check digits moved to the end, letters as 10 to 35, modulo 97 is 1. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{4,30}$/.test(text)) return false;
  let rest = 0;
  for (const char of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
