import type { OrderLine } from '../../../shared/facts/documents.ts';
import { clientId, orderLineId } from './ids.ts';

/** Ten pumps at USD 125.00, shipped with our carrier, received by the client on Mon 2026-11-02. */
export function anOrderLine(overrides: Partial<OrderLine> = {}): OrderLine {
  return {
    id: orderLineId('order-line-1'),
    orderNumber: 'SO-1001',
    lineNumber: 1,
    clientId: clientId('client-1'),
    article: { number: 'PUMP-40', name: 'Centrifugal pump 40', gtin: '09521101530001' },
    lot: 'AB-123',
    serials: [],
    orderedQuantity: 10,
    shippedQuantity: 10,
    unit: 'EA',
    unitPrice: 12_500,
    currency: 'USD',
    customised: false,
    drawing: null,
    carrier: { name: 'Northline', selectedBy: 'us' },
    clientReceivedOn: '2026-11-02',
    ...overrides,
  };
}
