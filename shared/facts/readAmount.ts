import { accept, type Result, refuse } from '../result.ts';
import { isCurrencyInUse, minorDigitsOf } from './currencies.ts';

export type DecimalSign = '.' | ',';

/** What is wrong with a typed amount. Amounts inside are minor units of `currency`. */
export type AmountRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'unknownCurrency'; readonly currency: string }
  | { readonly code: 'otherCurrency'; readonly currency: string; readonly typed: string }
  | { readonly code: 'notAnAmount'; readonly currency: string }
  | { readonly code: 'negative'; readonly currency: string }
  | { readonly code: 'tooManyDecimals'; readonly currency: string; readonly digits: number }
  | { readonly code: 'tooLarge'; readonly currency: string; readonly most: number }
  | {
      readonly code: 'ambiguous';
      readonly currency: string;
      readonly whole: number;
      readonly fraction: number;
    };

/** The largest amount a fact may carry, minor units. */
const most = 1e12;

type Reading = { readonly whole: string; readonly fraction: string };

/**
 * What a person typed, as integer minor units of `currency` (ISO 4217). `decimal` is the sign their
 * language writes before decimals; it always means decimals. The other sign groups thousands where
 * it can, and means decimals where that is the only reading: "12,50" is read in English too, while
 * "1,250" dinars in English could be either and is refused. Never guesses, never rounds.
 */
export function readAmount(
  typed: string,
  currency: string,
  decimal: DecimalSign,
): Result<number, AmountRefusal> {
  const digits = minorDigitsOf(currency);
  if (digits === null || !isCurrencyInUse(currency))
    return refuse({ code: 'unknownCurrency', currency });
  const plain = asOnAnyKeyboard(typed);
  if (plain === '') return refuse({ code: 'empty' });
  const [, before, text = '', after] =
    /^(?:([A-Za-z]{3})\s*(?=[-−\d]))?(.*?)(?:(?<=\d)\s*([A-Za-z]{3}))?$/.exec(plain) ?? [];
  const named = (before ?? after ?? currency).toUpperCase();
  if (named !== currency) return refuse({ code: 'otherCurrency', currency, typed: named });
  if (/^[-−]/.test(text)) return refuse({ code: 'negative', currency });

  const own = readWith(text, decimal);
  const foreign = readWith(text, decimal === '.' ? ',' : '.');
  if (own && own.fraction !== '') return minorOf(own, currency, digits);
  const fits = foreign !== null && foreign.fraction.length <= digits;
  if (own && foreign && fits && foreign.fraction !== '') {
    const [whole, fraction] = [minorOf(own, currency, digits), minorOf(foreign, currency, digits)];
    if (!whole.ok) return fraction;
    if (!fraction.ok) return whole;
    return refuse({ code: 'ambiguous', currency, whole: whole.value, fraction: fraction.value });
  }
  const reading = own ?? foreign;
  return reading ? minorOf(reading, currency, digits) : refuse({ code: 'notAnAmount', currency });
}

/**
 * Wide signs of an Asian keyboard and every kind of blank as plain ones. Nothing else is made a digit:
 * the mark of a footnote behind a pasted sum would make it ten times as much.
 */
function asOnAnyKeyboard(typed: string): string {
  return typed
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'))
    .replaceAll(/\s/g, ' ')
    .replaceAll('。', '.')
    .replaceAll('’', "'")
    .trim();
}

/** Digits, grouped by threes or not at all, and decimals after the one sign. */
function readWith(text: string, decimal: DecimalSign): Reading | null {
  const [whole = '', fraction = '', ...more] = text.split(decimal);
  if (more.length > 0 || (fraction === '' && text.includes(decimal))) return null;
  if (fraction !== '' && !/^\d+$/.test(fraction)) return null;
  if (/^\d+$/.test(whole)) return { whole, fraction };
  const grouped =
    decimal === '.'
      ? /^[1-9]\d{0,2}([, '])\d{3}(?:\1\d{3})*$/
      : /^[1-9]\d{0,2}([. '])\d{3}(?:\1\d{3})*$/;
  return grouped.test(whole) ? { whole: whole.replaceAll(/\D/g, ''), fraction } : null;
}

function minorOf(
  { whole, fraction }: Reading,
  currency: string,
  digits: number,
): Result<number, AmountRefusal> {
  if (fraction.length > digits) return refuse({ code: 'tooManyDecimals', currency, digits });
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  return minor > most ? refuse({ code: 'tooLarge', currency, most }) : accept(minor);
}
