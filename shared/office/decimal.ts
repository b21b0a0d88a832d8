import { z } from 'zod';
import { isCurrencyInUse, minorDigitsOf } from '../facts/currencies.ts';
import { Currency } from '../facts/money.ts';

/** A decimal as text, exact: "0.1234". A point before the decimals, no grouping, never negative. */
export const Decimal = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})(\.\d{1,6})?$/, 'digits, and up to six decimals after a point');

export const CurrencyInUse = Currency.refine(isCurrencyInUse, 'no currency in use (ISO 4217)');

type Exact = { readonly digits: bigint; readonly scale: number };

function exactly(decimal: string): Exact {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/** Minor units of the currency; null where it has more decimals than money of that currency. */
export function minorUnitsOf(decimal: string, currency: string): number | null {
  const { digits, scale } = exactly(decimal.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));
  const wanted = minorDigitsOf(currency) ?? 0;
  if (scale > wanted) return null;
  return within(digits * 10n ** BigInt(wanted - scale));
}

/**
 * What `quantity` costs at `price` for `per` of them, less a discount in percent: minor units, rounded
 * once, half to even. Null: more money than is believed.
 */
export function worthOf(
  goods: {
    readonly price: string;
    readonly per: number;
    readonly quantity: number;
    readonly discountPercent: string;
  },
  currency: string,
): number | null {
  const price = exactly(goods.price);
  const discount = exactly(goods.discountPercent);
  const hundred = 100n * 10n ** BigInt(discount.scale);
  const above =
    price.digits *
    BigInt(Math.round(goods.quantity * 1000)) *
    (hundred - discount.digits) *
    10n ** BigInt(minorDigitsOf(currency) ?? 0);
  const below = 10n ** BigInt(price.scale) * 1000n * hundred * BigInt(goods.per);
  return within(halfToEven(above, below));
}

function halfToEven(above: bigint, below: bigint): bigint {
  const [whole, rest] = [above / below, (above % below) * 2n];
  if (rest < below) return whole;
  return rest > below || whole % 2n === 1n ? whole + 1n : whole;
}

function within(minor: bigint): number | null {
  return minor > 1_000_000_000_000n ? null : Number(minor);
}
