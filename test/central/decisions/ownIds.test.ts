import { describe, expect, test } from 'vitest';
import { addToIndex } from '../../../central/cases/factsOfCase.ts';
import { whyNotItsOwn } from '../../../central/commands/whyNotItsOwn.ts';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { aCorrection, aDecision } from '../../builders/cases/decidedFacts.ts';
import { arrivalId, caseId, factId, personId, siteId } from '../../builders/cases/ids.ts';
import {
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  aRelease,
  aUnitGroup,
} from '../../builders/cases/recordedFacts.ts';
import { aHandOver } from '../../builders/cases/takings.ts';
import { aBatch, acceptedAt } from './aBatch.ts';

/** What stands against a fact where these are known. */
function against(fact: Fact, known: readonly Fact[] = [], target: Fact | null = null) {
  const { workingSet } = aBatch();
  for (const one of known) addToIndex(workingSet.facts, one, acceptedAt);
  return whyNotItsOwn(fact, target, workingSet)?.code ?? null;
}

const elsewhere = { siteId: siteId('site-2') };
const blind = { caseId: null };
const otherCase = { caseId: caseId('case-2') };

describe('An id', () => {
  test('of an arrival names no other box, taken back or not', () => {
    const another = anArrival({ id: factId('another') });
    expect(against(anArrival())).toBe(null);
    expect(against(anArrival(), [anArrival()])).toBe(null);
    expect(against(anArrival(), [another])).toBe('idReused');
    const back = aCorrection({ corrects: another.id });
    expect(against(anArrival(), [another, back])).toBe('idReused');
  });

  test('of a decision is no verdict’s, for a refund may bear either', () => {
    const { workingSet } = aBatch({ workingSet: { takenIds: new Set(['fact-decision-1']) } });
    expect(whyNotItsOwn(aDecision(), null, workingSet)).toEqual({ code: 'idReused' });
    expect(whyNotItsOwn(aFinding({ id: factId('fact-decision-1') }), null, workingSet)).toBe(null);
    expect(against(aDecision())).toBe(null);
  });
});

describe('What is taken back or released', () => {
  const release = (changes: Partial<FactOf<'released'>> = {}) => aRelease({ ...blind, ...changes });
  test.each<[string, Fact, Fact | null, string | null]>([
    ['is of the same case', aCorrection(), aFinding(), null],
    ['is of no other case', aCorrection(), aFinding(otherCase), 'unknownFact'],
    ['is of no case where its record is of one', aCorrection(), anArrival(blind), 'unknownFact'],
    ['is of its case, whichever site that is of', aCorrection(), aFinding(elsewhere), null],
    ['without a case is of the same site', aCorrection(blind), anArrival(blind), null],
    [
      'without a case is of no other site',
      aCorrection(blind),
      anArrival({ ...blind, ...elsewhere }),
      'otherSite',
    ],
    ['of goods without a case is of the same site', release(), aHold(blind), null],
    [
      'of goods without a case is of no other site',
      release(),
      aHold({ ...blind, ...elsewhere }),
      'otherSite',
    ],
    ['of goods without a case is of no case', release(), aHold(), 'unknownFact'],
    ['of a case is asked of the case alone', aRelease(), aHold(otherCase), null],
    ['is nothing, where nobody knows it', aCorrection(), null, null],
  ])('%s', (_, fact, target, code) => {
    expect(against(fact, [], target)).toBe(code);
  });
});

describe('A case is handed over', () => {
  const handOver = (to: string | null) => aHandOver({ to: to === null ? null : personId(to) });
  test('to somebody central knows, or to nobody', () => {
    expect(against(handOver('ivan'))).toBe(null);
    expect(against(handOver(null))).toBe(null);
    expect(against(handOver('made-up'))).toBe('inactivePerson');
  });
});

describe('Goods of another site', () => {
  const countOfNobody: Fact = { ...aUnitGroup(), caseId: null };
  const { siteId: site, stationId, personId: person, at } = aHold();
  const link: FactOf<'arrivalLinked'> = {
    id: factId('link'),
    kind: 'arrivalLinked',
    siteId: site,
    stationId,
    personId: person,
    at,
    caseId: caseId('case-1'),
    arrivalId: arrivalId('arrival-1'),
    reason: '',
  };
  const box = anArrival({ ...blind, ...elsewhere });
  test('are reached by nothing that names them', () => {
    expect(against(countOfNobody, [box])).toBe('otherSite');
    expect(
      against(
        aPhoto({ ...blind, subject: { kind: 'arrival', arrivalId: arrivalId('arrival-1') } }),
        [box],
      ),
    ).toBe('otherSite');
    expect(against(aUnitGroup(), [box])).toBe('otherSite');
    expect(against(link, [box])).toBe('otherSite');
  });
  test('are reached where they are of the case the fact names: the office has moved it', () => {
    expect(against(aUnitGroup(), [anArrival(elsewhere)])).toBe(null);
    expect(against(aUnitGroup(otherCase), [anArrival(elsewhere)])).toBe('otherSite');
  });
  test('are reached where a link that stands says so', () => {
    expect(against(aUnitGroup(), [box, link])).toBe(null);
    expect(against(aUnitGroup(otherCase), [box, link])).toBe('otherSite');
    const back = aCorrection({ corrects: factId('link') });
    expect(against(aUnitGroup(), [box, link, back])).toBe('otherSite');
  });
  test('are nobody’s where the arrival was taken back, or is at this site', () => {
    const back = aCorrection({ ...blind, ...elsewhere, corrects: box.id });
    expect(against(aUnitGroup(), [box, back])).toBe(null);
    expect(against(countOfNobody, [anArrival(blind)])).toBe(null);
    expect(against(aFinding(), [box])).toBe(null);
  });
});
