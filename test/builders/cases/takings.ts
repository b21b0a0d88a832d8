/** Who has a case: taken, handed over. */
import type { FactOf } from '../../../shared/facts/fact.ts';
import { caseId, factId, personId, siteId, stationId } from './ids.ts';
import { recordedOn } from './recordedFacts.ts';

const recorded = {
  siteId: siteId('site-1'),
  stationId: stationId('station-1'),
  at: recordedOn('2026-11-19'),
  caseId: caseId('case-1'),
};

/** Ines takes the case at Bench 1. */
export function aTaking(overrides: Partial<FactOf<'caseTaken'>> = {}): FactOf<'caseTaken'> {
  return {
    ...recorded,
    id: factId('fact-taken-1'),
    personId: personId('ines'),
    kind: 'caseTaken',
    place: 'Bench 1',
    after: [],
    ...overrides,
  };
}

/** Ines gives it back to the list. */
export function aHandOver(
  overrides: Partial<FactOf<'caseHandedOver'>> = {},
): FactOf<'caseHandedOver'> {
  return {
    ...recorded,
    id: factId('fact-handed-1'),
    personId: personId('ines'),
    kind: 'caseHandedOver',
    from: personId('ines'),
    to: null,
    ends: [factId('fact-taken-1')],
    after: [],
    note: '',
    ...overrides,
  };
}
