/** What follows the counting: finished inspections, decisions, corrections, and who does them. */

import type { Person, Refund } from '../../../shared/facts/documents.ts';
import type {
  FactOf,
  InspectionFinishedFact,
  VerdictDecidedFact,
} from '../../../shared/facts/fact.ts';
import { RefundId } from '../../../shared/ids.ts';
import {
  caseId,
  factId,
  inspectionId,
  personId,
  siteId,
  stationId,
  unitGroupId,
  verdictId,
} from './ids.ts';
import { recordedOn } from './recordedFacts.ts';

const recorded = {
  caseId: caseId('case-1'),
  siteId: siteId('site-1'),
  stationId: stationId('station-1'),
  at: recordedOn('2026-11-20'),
};

/** Ivan's first inspection over the usual count and finding, proposing verdict-1. */
export function aFinishedInspection(
  overrides: Partial<InspectionFinishedFact> = {},
): InspectionFinishedFact {
  return {
    ...recorded,
    id: factId(`fact-${overrides.verdictId ?? 'verdict-1'}`),
    personId: personId('ivan'),
    kind: 'inspectionFinished',
    inspectionId: inspectionId('inspection-1'),
    verdictId: verdictId('verdict-1'),
    inspection: 'first',
    checklistVersion: 1,
    startedAt: recordedOn('2026-11-20'),
    basis: [
      factId('fact-arrival-1'),
      factId('fact-group-1'),
      factId('fact-finding-1'),
      factId('fact-photo-1'),
    ],
    note: '',
    ...overrides,
  };
}

/** Sara approves verdict-1: refund the ten pumps, scrap them. */
export function aDecision(overrides: Partial<VerdictDecidedFact> = {}): VerdictDecidedFact {
  return {
    ...recorded,
    id: factId('fact-decision-1'),
    personId: personId('sara'),
    kind: 'verdictDecided',
    verdictId: verdictId('verdict-1'),
    decision: 'approve',
    choices: [
      {
        unitGroupId: unitGroupId('group-1'),
        resolution: 'refund',
        disposition: 'scrap',
        overrideAmount: null,
      },
    ],
    answers: [],
    reason: '',
    ...overrides,
  };
}

export function aCorrection(overrides: Partial<FactOf<'correction'>> = {}): FactOf<'correction'> {
  return {
    ...recorded,
    id: factId('fact-correction-1'),
    personId: personId('ivan'),
    kind: 'correction',
    corrects: factId('fact-finding-1'),
    reason: 'Mistyped',
    ...overrides,
  };
}

/** An active inspector of site-1 called Ivan. */
export function aPerson(overrides: Partial<Person> = {}): Person {
  return {
    id: personId('ivan'),
    name: 'Ivan Petrov',
    badge: 'IVAN01',
    roles: ['inspector'],
    siteIds: [siteId('site-1')],
    active: true,
    ...overrides,
  };
}

export const aSupervisor = (overrides: Partial<Person> = {}): Person =>
  aPerson({
    id: personId('sara'),
    name: 'Sara Lind',
    badge: 'SARA01',
    roles: ['supervisor'],
    ...overrides,
  });

/** The refund of verdict-1, USD 1,250.00, started. */
export function aRefund(overrides: Partial<Refund> = {}): Refund {
  return {
    id: RefundId.parse('refund-1'),
    caseId: caseId('case-1'),
    verdictId: verdictId('verdict-1'),
    siteId: siteId('site-1'),
    amount: 125_000,
    currency: 'USD',
    method: 'bankTransfer',
    creditNote: 'CN-1',
    lines: [{ unitGroupId: unitGroupId('group-1'), amount: 125_000 }],
    clauses: ['II-QUALITY'],
    state: 'instructed',
    arrivedAt: '2026-11-18T15:00:00.000Z',
    dueOn: '2026-11-30',
    approvedAt: '2026-11-20T15:00:00.000Z',
    startedAt: '2026-11-20T15:00:01.000Z',
    ...overrides,
  };
}
