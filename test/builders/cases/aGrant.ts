import type { Grant } from '../../../shared/facts/documents.ts';
import { caseId, factId, orderLineId, personId, siteId, unitGroupId, verdictId } from './ids.ts';

/** Ten units of group-1 refunded by sara's decision, `value` minor units of them, all paid. */
export function aGrant({
  value = 125_000,
  ...overrides
}: Partial<Grant> & { readonly value?: number } = {}): Grant {
  const orderLine = orderLineId('order-line-1');
  return {
    id: factId('fact-decision-1'),
    caseId: caseId('case-1'),
    verdictId: verdictId('verdict-1'),
    siteId: siteId('site-1'),
    decision: 'approve',
    currency: 'USD',
    portions: [
      {
        unitGroupId: unitGroupId('group-1'),
        units: [{ from: 0, to: 10 }],
        orderLineId: orderLine,
        resolution: 'refund',
        disposition: 'scrap',
        quantity: 10,
        value,
        amount: value,
      },
    ],
    added: [{ orderLineId: orderLine, quantity: 10, value, paid: value }],
    orderLines: [orderLine],
    refundId: null,
    signedBy: [personId('sara')],
    acceptedAt: '2026-11-20T15:00:00Z',
    ...overrides,
  };
}
