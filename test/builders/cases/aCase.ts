import type { ReturnCase, ReturnLine } from '../../../shared/facts/documents.ts';
import { caseId, clientId, contractId, orderLineId, returnLineId, siteId } from './ids.ts';

type Application = NonNullable<ReturnCase['application']>;

/** Applied for in time, authorised, one line of ten defective pumps. */
export function aCase(overrides: Partial<ReturnCase> = {}): ReturnCase {
  return {
    id: caseId('case-1'),
    rma: 'RMA-1001',
    siteId: siteId('site-1'),
    clientId: clientId('client-1'),
    contractId: contractId('contract-1'),
    contractVersion: 1,
    application: anApplication(),
    objectedOn: null,
    review: { outcome: 'authorised', sentOn: '2026-11-10' },
    lines: [aReturnLine()],
    expectedOn: '2026-11-17',
    trackingNumbers: ['1Z999'],
    ssccs: [],
    freight: 4_800,
    cancelled: null,
    ...overrides,
  };
}

export function aReturnLine(overrides: Partial<ReturnLine> = {}): ReturnLine {
  return {
    id: returnLineId('line-1'),
    orderLineId: orderLineId('order-line-1'),
    claimedReason: 'defective',
    requestedQuantity: 10,
    approvedQuantity: 10,
    wanted: 'refund',
    ...overrides,
  };
}

/** Received on Mon 2026-11-09, with a photo and a description. */
export function anApplication(overrides: Partial<Application> = {}): Application {
  return {
    receivedAt: '2026-11-09T15:00:00Z',
    receivedOn: '2026-11-09',
    description: 'Pumps leak at the shaft seal.',
    evidence: [{ photoId: null, sha256: 'b'.repeat(64), kind: 'photo', caption: 'Leak' }],
    ...overrides,
  };
}
