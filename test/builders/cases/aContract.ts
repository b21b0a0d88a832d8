import type { Contract } from '../../../shared/facts/documents.ts';
import { clientId, contractId } from './ids.ts';

/** 14 working days to apply, 3 calendar days to object, bank transfer in USD, no cut-off. */
export function aContract(overrides: Partial<Contract> = {}): Contract {
  return {
    id: contractId('contract-1'),
    clientId: clientId('client-1'),
    version: 1,
    effectiveFrom: '2025-01-01',
    returnPeriod: { days: 14, kind: 'workingDays', receiptDayCounts: false },
    objectionPeriod: { days: 3, kind: 'calendarDays', receiptDayCounts: false },
    inspection: { receiptDayCounts: false, cutOff: null },
    refundMethod: 'bankTransfer',
    currency: 'USD',
    sampling: null,
    secondApprovalAbove: null,
    ...overrides,
  };
}
