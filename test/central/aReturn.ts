/** The facts of one return from door to approval, under ids of its own. */
import type { Fact, FactOf, VerdictDecidedFact } from '../../shared/facts/fact.ts';
import { aDecision, aFinishedInspection } from '../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  factId,
  findingId,
  inspectionId,
  personId,
  unitGroupId,
  verdictId,
} from '../builders/cases/ids.ts';
import { aFinding, anArrival, aUnitGroup } from '../builders/cases/recordedFacts.ts';

export type AReturn = {
  readonly arrival: Fact;
  readonly count: Fact;
  readonly finding: Fact;
  readonly inspection: Fact;
  readonly approval: VerdictDecidedFact;
  /** All before the approval. */
  readonly inspected: readonly Fact[];
};

export function aReturn(number = 1): AReturn {
  const named = (what: string) => `${what}-${number}`;
  const theCase = caseId(named('case'));
  const arrival = anArrival({
    id: factId(named('fact-arrival')),
    caseId: theCase,
    arrivalId: arrivalId(named('arrival')),
    trackingNumber: named('track'),
  });
  const count = aUnitGroup({
    id: factId(named('fact-group')),
    caseId: theCase,
    arrivalId: arrivalId(named('arrival')),
    unitGroupId: unitGroupId(named('group')),
  });
  const finding = aFinding({
    id: factId(named('fact-finding')),
    caseId: theCase,
    findingId: findingId(named('finding')),
    unitGroupId: unitGroupId(named('group')),
  });
  const inspection = aFinishedInspection({
    id: factId(named('fact-inspection')),
    caseId: theCase,
    inspectionId: inspectionId(named('inspection')),
    verdictId: verdictId(named('verdict')),
    basis: [arrival.id, count.id, finding.id].toSorted(),
  });
  const approval = aDecision({
    id: factId(named('fact-approval')),
    caseId: theCase,
    personId: personId('sara'),
    verdictId: verdictId(named('verdict')),
    choices: [
      {
        unitGroupId: unitGroupId(named('group')),
        resolution: 'refund',
        disposition: 'scrap',
        overrideAmount: null,
      },
    ],
  });
  return {
    arrival,
    count,
    finding,
    inspection,
    approval,
    inspected: [arrival, count, finding, inspection],
  };
}

/** Goods nobody announced: received blind, counted, a case opened for them, linked to it, inspected. */
export function aBlindReturn(number: number) {
  const blind = anArrival({
    id: factId(`fact-blind-${number}`),
    caseId: null,
    arrivalId: arrivalId(`blind-${number}`),
    trackingNumber: `blind-${number}`,
  });
  const { siteId, stationId, at } = blind;
  const recorded = { siteId, stationId, at, personId: personId('ivan') };
  const opened: FactOf<'caseOpened'> = {
    ...recorded,
    id: factId(`fact-opened-${number}`),
    kind: 'caseOpened',
    caseId: caseId(`opened-${number}`),
    clientId: null,
    note: '',
  };
  const link: FactOf<'arrivalLinked'> = {
    ...recorded,
    id: factId(`fact-link-${number}`),
    kind: 'arrivalLinked',
    caseId: opened.caseId,
    arrivalId: blind.arrivalId,
    reason: 'The only one this week',
    units: [
      {
        countId: factId(`fact-blind-count-${number}`),
        unitGroupId: unitGroupId(`linked-group-${number}`),
        returnLineId: null,
        identity: 'mismatch_class',
      },
    ],
  };
  const counted = {
    ...aUnitGroup({
      id: factId(`fact-blind-count-${number}`),
      arrivalId: blind.arrivalId,
      unitGroupId: unitGroupId(`blind-group-${number}`),
      returnLineId: null,
      identity: 'mismatch_class',
    }),
    caseId: null,
  };
  const finding = aFinding({
    id: factId(`fact-blind-finding-${number}`),
    caseId: opened.caseId,
    findingId: findingId(`blind-finding-${number}`),
    unitGroupId: unitGroupId(`linked-group-${number}`),
  });
  return { blind, counted, opened, link, finding };
}
