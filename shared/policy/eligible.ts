import type { PolicyVersion } from '../returns/documents.ts';
import { toThousandths } from '../returns/quantity.ts';
import type { GroupReading } from './readGroup.ts';
import type { Ground } from './reading.ts';
import { apportion, multiplyRounded } from './rounding.ts';

/** What a group is worth: thousandths of a unit and minor units. */
export type Worth = {
  readonly grounds: readonly Ground[];
  readonly quantity: number;
  readonly amount: number;
};

/**
 * Caps what the grounds entitle to: never more than the review approved for the return line (the
 * request, where it named no number), nor than the order line shipped, over all groups together.
 * Groups are served by id, so the same facts in any order give the same answer.
 */
export function worthOf(
  readings: readonly GroupReading[],
  rounding: PolicyVersion['parameters']['rounding'],
): ReadonlyMap<string, Worth> {
  const capped = capQuantities(readings);
  const worth = new Map<string, Worth>();
  const priced = new Set<string>();
  for (const { context } of readings) {
    const { orderLine } = context.facts;
    if (orderLine === null || priced.has(orderLine.id)) continue;
    priced.add(orderLine.id);
    const members = readings.filter((r) => r.context.facts.orderLine?.id === orderLine.id);
    const groundsOf = members.map((r) => capped.get(r.context.facts.group.unitGroupId) ?? []);
    const weights = groundsOf.map(halvesPaid);
    const whole = multiplyRounded([orderLine.unitPrice, sum(weights)], 2000, rounding);
    const amounts = apportion(whole, weights);
    members.forEach((reading, index) => {
      const grounds = groundsOf[index] ?? [];
      worth.set(reading.context.facts.group.unitGroupId, {
        grounds,
        quantity: sum(grounds.map((ground) => ground.quantity)),
        amount: amounts[index] ?? 0,
      });
    });
  }
  return worth;
}

/** Half-thousandths of a unit that are paid for: a shared unit counts half. */
function halvesPaid(grounds: readonly Ground[]): number {
  return sum(grounds.map((ground) => (ground.half ? ground.quantity : ground.quantity * 2)));
}

function capQuantities(readings: readonly GroupReading[]): ReadonlyMap<string, readonly Ground[]> {
  const approvedLeft = new Map<string, number>();
  const shippedLeft = new Map<string, number>();
  const capped = new Map<string, readonly Ground[]>();
  for (const { context, grounds, standing, refusedNotIntact } of readings) {
    const { group, line, orderLine } = context.facts;
    if (standing !== 'upheld' || refusedNotIntact || line === null || orderLine === null) continue;
    const approved =
      approvedLeft.get(line.id) ?? toThousandths(line.approvedQuantity ?? line.requestedQuantity);
    const shipped = shippedLeft.get(orderLine.id) ?? toThousandths(orderLine.shippedQuantity);
    const granted = atMost(grounds, Math.min(approved, shipped));
    const used = sum(granted.map((ground) => ground.quantity));
    approvedLeft.set(line.id, approved - used);
    shippedLeft.set(orderLine.id, shipped - used);
    capped.set(group.unitGroupId, granted);
  }
  return capped;
}

/** The first grounds, up to a quantity. */
function atMost(grounds: readonly Ground[], most: number): readonly Ground[] {
  let left = most;
  return grounds.flatMap((ground) => {
    const quantity = Math.min(left, ground.quantity);
    left -= quantity;
    return quantity > 0 ? [{ ...ground, quantity }] : [];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
