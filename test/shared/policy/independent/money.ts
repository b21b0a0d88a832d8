/** How much of what is upheld is granted: never more than was approved, shipped or invoiced. */

import type { OrderLine } from '../../../../shared/facts/documents.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import type { Judged } from './judged.ts';

export type Granted = {
  /** Thousandths. */
  readonly quantity: number;
  readonly amount: number;
  /** Its worth when nothing is shared: what an exchange grants. */
  readonly whole: number;
  readonly atStake: number;
};

type Rounding = PolicyInput['policy']['parameters']['rounding'];

/** Exact `a × b ÷ c`, rounded as the policy says. */
export function portionOf(a: number, b: number, c: number, rounding: Rounding): number {
  if (c === 0) return 0;
  const top = BigInt(a) * BigInt(b);
  const under = BigInt(c);
  const whole = top / under;
  const twice = (top % under) * 2n;
  const up = twice > under || (twice === under && (rounding === 'halfUp' || whole % 2n === 1n));
  return Number(up ? whole + 1n : whole);
}

const milli = (quantity: number) => Math.round(quantity * 1000);

/** What the client was billed for the line, as an exact fraction. */
function billed(line: OrderLine): { readonly top: number; readonly under: number } {
  return line.invoiced === undefined
    ? { top: line.unitPrice * milli(line.shippedQuantity), under: 1000 }
    : { top: line.invoiced.net + line.invoiced.tax, under: 1 };
}

export function worthOf(line: OrderLine, rounding: Rounding): number {
  const { top, under } = billed(line);
  return portionOf(top, 1, under, rounding);
}

export function grant(input: PolicyInput, judged: readonly Judged[]): Granted[] {
  const rounding = input.policy.parameters.rounding;
  const approved = new Map<string, number>();
  const shipped = new Map<string, number>();
  const worth = new Map<string, number>();
  for (const line of input.returnCase.lines)
    approved.set(line.id, milli(line.approvedQuantity ?? line.requestedQuantity));
  for (const line of input.orderLines) {
    const before = input.grantedElsewhere.filter(({ orderLineId }) => orderLineId === line.id);
    const quantity = before.reduce((sum, earlier) => sum + milli(earlier.quantity), 0);
    const value = before.reduce((sum, earlier) => sum + earlier.value, 0);
    shipped.set(line.id, Math.max(0, milli(line.shippedQuantity) - quantity));
    worth.set(line.id, Math.max(0, worthOf(line, rounding) - value));
  }
  const quantities = judged.map(() => 0);
  // What is left of a cap goes to the units that are paid in full first.
  for (const half of [false, true])
    judged.forEach(({ units, standing, broken, shared }, at) => {
      const { returnLine, orderLine } = units;
      if (shared !== half || standing !== 'upheld' || broken) return;
      if (returnLine === null || orderLine === null) return;
      const most = Math.min(
        units.quantity,
        approved.get(returnLine.id) ?? 0,
        shipped.get(orderLine.id) ?? 0,
      );
      approved.set(returnLine.id, (approved.get(returnLine.id) ?? 0) - most);
      shipped.set(orderLine.id, (shipped.get(orderLine.id) ?? 0) - most);
      quantities[at] = most;
    });
  const share = (halves: (at: number) => number, most?: number) => {
    const amounts = judged.map(() => 0);
    for (const line of input.orderLines) {
      const own = judged.flatMap(({ units }, at) => (units.orderLine?.id === line.id ? [at] : []));
      const weights = own.map((at) => (quantities[at] ?? 0) * halves(at));
      const weight = weights.reduce((sum, w) => sum + w, 0);
      const { top, under } = billed(line);
      const total = Math.min(
        most ?? worth.get(line.id) ?? 0,
        portionOf(top, weight, under * 2 * milli(line.shippedQuantity), rounding),
      );
      apportion(total, weights).forEach((amount, index) => {
        amounts[own[index] ?? -1] = amount;
      });
    }
    return amounts;
  };
  const uncut = share(() => 2, Number.POSITIVE_INFINITY);
  const whole = share(() => 2);
  const paid = share((at) => (judged[at]?.shared ? 1 : 2));
  const ofLine = (amounts: readonly number[], line: OrderLine | null) =>
    judged.reduce(
      (sum, { units }, at) => sum + (units.orderLine === line ? (amounts[at] ?? 0) : 0),
      0,
    );
  return judged.map(({ units }, at): Granted => {
    const { orderLine } = units;
    const isCut = ofLine(whole, orderLine) < ofLine(uncut, orderLine);
    const stake = atStake(orderLine, units.quantity, rounding);
    // Of nothing that is left of the invoice, nothing is granted.
    return isCut && whole[at] === 0
      ? { quantity: 0, amount: 0, whole: 0, atStake: stake }
      : {
          quantity: quantities[at] ?? 0,
          amount: paid[at] ?? 0,
          whole: whole[at] ?? 0,
          atStake: stake,
        };
  });
}

export function atStake(line: OrderLine | null, quantity: number, rounding: Rounding): number {
  if (line === null) return 0;
  const shipped = milli(line.shippedQuantity);
  return shipped === 0
    ? portionOf(line.unitPrice, quantity, 1000, rounding)
    : portionOf(billed(line).top, quantity, billed(line).under * shipped, rounding);
}

/** Whole minor units that sum to the total: the largest remainders, the first of equals, get one more. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = BigInt(weights.reduce((all, weight) => all + weight, 0));
  if (sum === 0n) return weights.map(() => 0);
  const parts = weights.map((weight) => BigInt(total) * BigInt(weight));
  const shares = parts.map((part) => Number(part / sum));
  let left = total - shares.reduce((all, share) => all + share, 0);
  const order = parts
    .map((part, at) => ({ at, rest: part % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  for (const { at } of order) {
    if (left === 0) break;
    shares[at] = (shares[at] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
