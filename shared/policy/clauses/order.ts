import { fromThousandths } from '../../returns/quantity.ts';
import type { ClauseOutcome } from '../decision.ts';
import { type BasisReading, fired, type GroupContext, notFired } from '../reading.ts';
import { citeFacts, citeLine, citeOrderLine } from '../references.ts';
import { why } from '../whyCodes.ts';

/** II-ORDER: we shipped the wrong model, specification or quantity; return or exchange at our cost. */
export function order(context: GroupContext): BasisReading {
  const { byRecords, orderError } = context.weighing;
  const quantity = byRecords + orderError.quantity;
  return {
    outcome: outcomeOf(context),
    grounds: quantity > 0 ? [{ clause: 'II-ORDER', quantity, liability: 'us', half: false }] : [],
    questions: [],
    missing: [],
  };
}

function outcomeOf({ facts, weighing }: GroupContext): ClauseOutcome {
  const { group, orderLine } = facts;
  const documents = [group.id, ...citeLine(facts), ...citeOrderLine(facts)];
  if (orderLine === null) return notFired('II-ORDER', why('order.orderUnknown', {}), [group.id]);
  if (weighing.byRecords > 0)
    return group.identity === 'mismatch_class'
      ? fired(
          'II-ORDER',
          why('order.wrongArticle', {
            ordered: orderLine.article.number,
            found: group.article.number ?? group.article.name,
          }),
          documents,
        )
      : fired(
          'II-ORDER',
          why('order.moreShippedThanOrdered', {
            ordered: orderLine.orderedQuantity,
            shipped: orderLine.shippedQuantity,
          }),
          documents,
        );
  if (weighing.orderError.quantity > 0)
    return fired(
      'II-ORDER',
      why('order.errorFound', {
        quantity: fromThousandths(weighing.orderError.quantity),
        of: group.quantity,
      }),
      [...documents, ...citeFacts(weighing.orderError.findings)],
    );
  return weighing.uninspected > 0
    ? notFired(
        'II-ORDER',
        why('order.notInspected', { remaining: fromThousandths(weighing.uninspected) }),
        [group.id],
      )
    : notFired('II-ORDER', why('order.noErrorFound', {}), [
        ...documents,
        ...citeFacts(weighing.noDefect.findings),
      ]);
}
