import { minorDigitsOf } from './currencies.ts';
import type { Money } from './money.ts';

export type MoneyParts = { readonly currency: string; readonly amount: string };

/** Says a number of smallest units, where nobody knows how many make one of the currency. */
export type SaySmallest = (amount: string) => string;

/**
 * An amount as people write it in the language of `tag` (BCP 47), with all decimals ISO 4217 gives
 * its currency; the runtime only chooses the signs. A currency outside of the standard, which older
 * papers may hold, is shown in smallest units and said so.
 */
export function moneyParts(
  { minor, currency }: Money,
  tag: string,
  saySmallest: SaySmallest,
): MoneyParts {
  const digits = minorDigitsOf(currency);
  const amount = formatOf(tag, digits ?? 0).format(minor / 10 ** (digits ?? 0));
  return { currency, amount: digits === null ? saySmallest(amount) : amount };
}

const formats = new Map<string, Intl.NumberFormat>();

/** To make one takes as long as to draw a row: of each language and number of decimals one. */
function formatOf(tag: string, fewest: number, most = fewest): Intl.NumberFormat {
  const key = `${tag} ${fewest} ${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(tag, { minimumFractionDigits: fewest, maximumFractionDigits: most });
  formats.set(key, format);
  return format;
}

/** How many of the currency an amount is, to weigh it by and never to reckon with; of a currency outside of the standard, in smallest units. */
export function wholeUnits({ minor, currency }: Money): number {
  return minor / 10 ** (minorDigitsOf(currency) ?? 0);
}

/**
 * A price as it was agreed, a decimal of major units: with all its own decimals, and no fewer than its
 * currency has.
 */
export function priceParts(amount: string, currency: string, tag: string): MoneyParts {
  const [, decimals = ''] = amount.split('.');
  const fewest = minorDigitsOf(currency) ?? 0;
  const format = formatOf(tag, fewest, Math.max(fewest, decimals.length));
  return { currency, amount: isDecimal(amount) ? format.format(amount) : amount };
}

/** The runtime formats it as it is written: no number could hold all of it. */
function isDecimal(amount: string): amount is `${number}` {
  return /^\d+(\.\d+)?$/.test(amount);
}

/** "USD 12,840.50": currency by its code, so that nobody guesses whose dollar it is. */
export function showMoney(money: Money, tag: string, saySmallest: SaySmallest): string {
  const { currency, amount } = moneyParts(money, tag, saySmallest);
  return `${currency}\u00a0${amount}`;
}

/** Money on pages and lines that exist in English only: the register and central's commands. */
export function showMoneyInEnglish(money: Money): string {
  return showMoney(money, 'en-GB', (amount) => `${amount} of the smallest unit`);
}
