import { minorDigitsOf } from '../../../../../shared/facts/currencies.ts';
import type { OrderLine } from '../../../../../shared/facts/documents.ts';
import { toThousandths } from '../../../../../shared/facts/quantity.ts';

/**
 * What was taken off the agreed price of a whole line when it was invoiced, in minor units of its
 * currency and before tax. null where the papers do not say it to the last minor unit, or nothing was
 * taken off.
 */
export function discountOn(line: OrderLine): number | null {
  const { price, invoiced, currency, shippedQuantity } = line;
  const digits = minorDigitsOf(currency);
  if (!price || !invoiced || digits === null) return null;
  const [whole = '', decimals = ''] = price.amount.split('.');
  const kept = decimals.padEnd(digits, '0');
  // In thousandths of a unit and in as many decimals as the price has.
  const worth = BigInt(whole + kept) * BigInt(toThousandths(shippedQuantity));
  const parts = BigInt(price.per) * BigInt(`1000${'0'.repeat(kept.length - digits)}`);
  if (worth % parts !== 0n) return null;
  const discount = Number(worth / parts) - invoiced.net;
  return discount > 0 ? discount : null;
}
