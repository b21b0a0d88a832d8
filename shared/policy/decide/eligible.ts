import type { OrderLine, PolicyVersion } from '../../facts/documents.ts';
import { fromThousandths, sumQuantities, toThousandths } from '../../facts/quantity.ts';
import type { GrantedOnLine } from '../decision.ts';
import type { PortionReading } from '../reading/portionReading.ts';
import { type Worth, worthNothing } from '../reading/worth.ts';
import { apportion, multiplyRounded } from '../rounding.ts';

type Rounding = PolicyVersion['parameters']['rounding'];

/**
 * Caps what the grounds entitle to: never more than the review approved for the return line (the
 * request, where it named no number), nor than the order line shipped and other cases left of it, over
 * all portions together; in money never more than was invoiced and is left. Portions paid in full are
 * served before those paid by half, then in their order, so the same facts in any order give the same
 * answer.
 */
export function worthOf(
  readings: readonly PortionReading[],
  grantedElsewhere: readonly GrantedOnLine[],
  rounding: Rounding,
): readonly Worth[] {
  const granted = addedUp(grantedElsewhere);
  const capped = capQuantities(readings, granted);
  const worths = [...capped];
  const lines = new Map(
    readings.flatMap(({ context: { facts } }) =>
      facts.orderLine ? [[facts.orderLine.id, facts.orderLine] as const] : [],
    ),
  );
  for (const orderLine of lines.values()) {
    const members = readings.flatMap((reading, index) =>
      reading.context.facts.orderLine?.id === orderLine.id ? [index] : [],
    );
    const left = Math.max(0, invoicedFor(orderLine) - (granted.get(orderLine.id)?.value ?? 0));
    const quantities = members.map((index) => capped[index]?.quantity ?? 0);
    // In half-thousandths: a shared unit is paid for by half.
    const paid = members.map((index) => {
      const { grounds, quantity } = capped[index] ?? worthNothing;
      return grounds[0]?.half ? quantity : quantity * 2;
    });
    const whole = quantities.map((q) => q * 2);
    const values = shareOut(orderLine, whole, left, rounding);
    const money = shareOut(orderLine, paid, left, rounding);
    const isCut = sum(values) < sum(shareOut(orderLine, whole, Number.POSITIVE_INFINITY, rounding));
    members.forEach((index, at) => {
      const worth = {
        ...(capped[index] ?? worthNothing),
        amount: money[at] ?? 0,
        value: values[at] ?? 0,
      };
      worths[index] = isCut && worth.quantity > 0 ? cutByWorth(worth) : worth;
    });
  }
  return worths;
}

/** Other cases were granted more of the line's worth than of its units; of nothing nothing is granted. */
function cutByWorth(worth: Worth): Worth {
  const cap = worth.cap?.by === 'granted' ? worth.cap : { by: 'worth' as const };
  return worth.value > 0 ? { ...worth, cap } : { ...worthNothing, cap };
}

/** The base of every amount: what was invoiced for the whole line, tax included and discounts taken off. */
export function invoicedFor(orderLine: OrderLine): number {
  return orderLine.invoiced
    ? orderLine.invoiced.net + orderLine.invoiced.tax
    : multiplyRounded(
        [orderLine.unitPrice, toThousandths(orderLine.shippedQuantity)],
        1000,
        'halfUp',
      );
}

/** Minor units for some units of a line, pro rata of what was invoiced. `thousandths` of a unit. */
export function priceOf(orderLine: OrderLine, thousandths: number, rounding: Rounding): number {
  return shareOut(orderLine, [thousandths * 2], Number.POSITIVE_INFINITY, rounding)[0] ?? 0;
}

/** `halves` in half-thousandths of a unit; together at most `most`, and summing exactly. */
function shareOut(
  orderLine: OrderLine,
  halves: readonly number[],
  most: number,
  rounding: Rounding,
): readonly number[] {
  const wanted = sum(halves);
  const shipped = toThousandths(orderLine.shippedQuantity);
  const whole =
    orderLine.invoiced && shipped > 0
      ? multiplyRounded([invoicedFor(orderLine), wanted], shipped * 2, rounding)
      : multiplyRounded([orderLine.unitPrice, wanted], 2000, rounding);
  return apportion(Math.min(whole, most), halves);
}

/** Per order line, over all other cases. */
function addedUp(granted: readonly GrantedOnLine[]): ReadonlyMap<string, GrantedOnLine> {
  const sums = new Map<string, GrantedOnLine>();
  for (const one of granted) {
    const { quantity, value } = sums.get(one.orderLineId) ?? { quantity: 0, value: 0 };
    sums.set(one.orderLineId, {
      ...one,
      quantity: sumQuantities([quantity, one.quantity]),
      value: value + one.value,
    });
  }
  return sums;
}

type Capped = Omit<Worth, 'amount' | 'value'>;

function capQuantities(
  readings: readonly PortionReading[],
  granted: ReadonlyMap<string, GrantedOnLine>,
): readonly (Capped & Pick<Worth, 'amount' | 'value'>)[] {
  const approvedLeft = new Map<string, number>();
  const shippedLeft = new Map<string, number>();
  const capped = readings.map((): Capped => worthNothing);
  const byHalf = (index: number) => Number(readings[index]?.grounds[0]?.half ?? false);
  // Those paid in full first: which unit is the first is a convention, and costs nobody money.
  const served = [...readings.keys()].sort((a, b) => byHalf(a) - byHalf(b));
  for (const index of served) {
    const reading = readings[index];
    if (reading) capped[index] = capOne(reading);
  }
  return capped.map((worth) => ({ ...worth, amount: 0, value: 0 }));

  function capOne({ context, grounds, standing, refusedNotIntact }: PortionReading): Capped {
    const { line, orderLine, size } = context.facts;
    if (standing !== 'upheld' || refusedNotIntact || line === null || orderLine === null)
      return worthNothing;
    const mostApproved = toThousandths(line.approvedQuantity ?? line.requestedQuantity);
    const shipped = toThousandths(orderLine.shippedQuantity);
    const elsewhere = toThousandths(granted.get(orderLine.id)?.quantity ?? 0);
    const mostLeft = Math.max(0, shipped - elsewhere);
    const approved = approvedLeft.get(line.id) ?? mostApproved;
    const left = shippedLeft.get(orderLine.id) ?? mostLeft;
    const quantity = Math.min(size, approved, left);
    approvedLeft.set(line.id, approved - quantity);
    shippedLeft.set(orderLine.id, left - quantity);
    const cap =
      quantity === size
        ? null
        : approved <= left
          ? {
              by: line.approvedQuantity === null ? ('requested' as const) : ('approved' as const),
              most: fromThousandths(mostApproved),
            }
          : elsewhere > 0
            ? { by: 'granted' as const, most: fromThousandths(mostLeft) }
            : { by: 'shipped' as const, most: fromThousandths(shipped) };
    return { grounds: quantity > 0 ? grounds : [], quantity, cap };
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
