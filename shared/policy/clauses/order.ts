import { fromThousandths } from '../../facts/quantity.ts';
import type { ClauseOutcome } from '../decision.ts';
import { articleByRecords } from '../reading/articleOfRecords.ts';
import { type BasisReading, fired, notFired, type PortionContext } from '../reading/reading.ts';
import { citeFacts, citeLine, citeOrderLine } from '../reading/references.ts';
import { why } from '../whyCodes.ts';

/**
 * II-ORDER: we shipped the wrong model, specification or quantity; return or exchange at our cost.
 * Proved by records (ordered, shipped and returned article; shipped beyond ordered), or by a finding
 * on goods of the ordered article that do not match what was specified.
 */
export function order(context: PortionContext): BasisReading {
  const { facts, weighing } = context;
  const isOurs = facts.byRecords !== null || weighing.orderError.length > 0;
  return {
    outcome: outcomeOf(context),
    ground: isOurs ? { clause: 'II-ORDER', liability: 'us', rechargeTo: null, half: false } : null,
    questions: [],
    missing: [],
  };
}

function outcomeOf({ facts, weighing }: PortionContext): ClauseOutcome {
  const { group, orderLine } = facts;
  const quantity = fromThousandths(facts.size);
  const documents = [group.id, ...citeLine(facts), ...citeOrderLine(facts)];
  if (orderLine === null) return notFired('II-ORDER', why('order.orderUnknown', {}), [group.id]);
  if (facts.byRecords === 'wrongArticle')
    return fired(
      'II-ORDER',
      why('order.wrongArticle', {
        ordered: orderLine.article.number,
        found: group.article.number ?? group.article.name,
      }),
      documents,
    );
  if (facts.byRecords === 'surplus')
    return fired(
      'II-ORDER',
      why('order.moreShippedThanOrdered', {
        ordered: orderLine.orderedQuantity,
        shipped: orderLine.shippedQuantity,
      }),
      documents,
    );
  if (weighing.orderError.length > 0)
    return fired('II-ORDER', why('order.errorFound', { quantity, of: group.quantity }), [
      ...documents,
      ...citeFacts(weighing.orderError),
    ]);
  if (!weighing.inspected && weighing.inferred === null)
    return notFired('II-ORDER', why('order.notInspected', { remaining: quantity }), [group.id]);
  return articleByRecords(group, orderLine) === 'neither'
    ? notFired(
        'II-ORDER',
        why('order.neverShipped', {
          ordered: orderLine.article.number,
          shipped: (orderLine.shippedArticle ?? orderLine.article).number,
          found: group.article.number ?? group.article.name,
        }),
        documents,
      )
    : notFired('II-ORDER', why('order.noErrorFound', {}), [
        ...documents,
        ...citeFacts(weighing.noDefect),
      ]);
}
