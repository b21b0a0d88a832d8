import { toThousandths } from '../returns/quantity.ts';
import type { GroupFacts } from './groupFacts.ts';

/**
 * Units per group, in thousandths, that the documents alone show wrong under II-ORDER: another
 * article than ordered where the client claims wrong goods, and what was shipped beyond the order
 * where the client claims a wrong quantity. A surplus is given to the groups by id, once.
 */
export function recordsShowWrong(groups: readonly GroupFacts[]): ReadonlyMap<string, number> {
  const surplusLeft = new Map<string, number>();
  const wrong = new Map<string, number>();
  for (const { group, line, orderLine } of groups) {
    const size = toThousandths(group.quantity);
    let quantity = 0;
    if (orderLine && line?.claimedReason === 'wrongGoods' && group.identity === 'mismatch_class')
      quantity = size;
    if (orderLine && line?.claimedReason === 'wrongQuantity') {
      const surplus =
        toThousandths(orderLine.shippedQuantity) - toThousandths(orderLine.orderedQuantity);
      const left = surplusLeft.get(orderLine.id) ?? Math.max(0, surplus);
      quantity = Math.min(size, left);
      surplusLeft.set(orderLine.id, left - quantity);
    }
    wrong.set(group.unitGroupId, quantity);
  }
  return wrong;
}
