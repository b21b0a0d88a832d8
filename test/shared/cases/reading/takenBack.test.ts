import { describe, expect, test } from 'vitest';
import { type TakingBack, whyNotTakenBack } from '../../../../shared/cases/decisions/takenBack.ts';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { Grant } from '../../../../shared/facts/documents.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import {
  aCorrection,
  aDecision,
  aFinishedInspection,
  aPerson,
  aSupervisor,
} from '../../../builders/cases/decidedFacts.ts';
import {
  factId,
  inspectionId,
  personId,
  unitGroupId,
  verdictId,
} from '../../../builders/cases/ids.ts';
import {
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  aUnitGroup,
} from '../../../builders/cases/recordedFacts.ts';

const counted = aUnitGroup();
const found: readonly Fact[] = [anArrival(), counted, aFinding(), aPhoto()];
const finished: readonly Fact[] = [...found, aFinishedInspection()];

/** What stands in Ivan's way, or a supervisor's, when this record is taken back. */
function whyNot(
  target: Fact,
  facts: readonly Fact[],
  more: Partial<TakingBack> & { readonly actor?: ReturnType<typeof aPerson> } = {},
  grants: readonly Grant[] = [],
): string | null {
  const file = readCaseFile(aCase(), facts, [], grants);
  const fact = aCorrection({ corrects: target.id });
  const { actor = aPerson(), ...view } = more;
  const own = { ...target, personId: personId('ivan') };
  const against = { target: own, file, owner: null, goods: [], ...view };
  return whyNotTakenBack(fact, actor, against)?.code ?? null;
}

describe('Below a verdict nothing is taken back', () => {
  test('no count once it is proposed; the bench may still take back what it found', () => {
    expect(whyNot(counted, finished)).toBe('underVerdict');
    expect(whyNot(anArrival(), finished)).toBe('underVerdict');
    expect(whyNot(counted, finished, { actor: aSupervisor() })).toBe('underVerdict');
    expect(whyNot(aFinding(), finished)).toBeNull();
    expect(whyNot(aPhoto(), finished)).toBeNull();
  });

  test('nothing at all once somebody has decided, until it is sent back', () => {
    const decided = [...finished, aDecision()];
    expect(whyNot(aFinding(), decided)).toBe('underVerdict');
    expect(whyNot(aFinishedInspection(), decided)).toBe('notCorrectable');
    const sentBack = [...finished, aDecision({ decision: 'sendBack', reason: 'Count again' })];
    expect(whyNot(aFinding(), sentBack)).toBeNull();
  });

  test('nor below one that was paid for and passed over since', () => {
    const dispute = {
      ...aHold(),
      kind: 'inspectionStarted',
      id: factId('fact-dispute'),
      inspectionId: inspectionId('dispute'),
      inspection: 'dispute',
      reason: 'The client disagrees',
    } as unknown as Fact;
    const inDispute = aFinding({
      id: factId('fact-finding-2'),
      inspectionId: inspectionId('dispute'),
    });
    const again = aFinishedInspection({
      verdictId: verdictId('verdict-2'),
      inspectionId: inspectionId('dispute'),
      inspection: 'dispute',
      basis: [anArrival().id, counted.id, inDispute.id],
    });
    const chosen = {
      ...aDecision(),
      kind: 'inspectionChosen',
      id: factId('fact-chosen'),
      verdictId: verdictId('verdict-2'),
      over: [verdictId('verdict-1')],
      reason: 'The lab agrees',
    } as unknown as Fact;
    const facts = [...finished, aDecision(), dispute, inDispute, again, chosen];
    expect(whyNot(aFinding(), facts)).toBeNull();
    expect(whyNot(aFinding(), facts, {}, [aGrant({ value: 80_000 })])).toBe('underVerdict');
  });

  test('also of what was counted before anybody knew whose it is', () => {
    const blind = { ...counted, caseId: null };
    const owner = readCaseFile(aCase(), finished);
    expect(whyNot(blind, [], { file: null, owner })).toBe('underVerdict');
    expect(whyNot(blind, [], { file: null })).toBeNull();
  });
});

describe('What others rest on is not taken back', () => {
  test('no parcel below what was counted, held or linked in it', () => {
    for (const inIt of [counted, aHold()])
      expect(whyNot(anArrival(), [anArrival()], { goods: [inIt] })).toBe('goodsInIt');
    expect(whyNot(anArrival(), [anArrival()], { goods: [anArrival(), aPhoto()] })).toBeNull();
  });

  test('no count below a finding about its units', () => {
    expect(whyNot(counted, found)).toBe('foundOnIt');
    expect(whyNot(counted, found, { actor: aSupervisor() })).toBe('foundOnIt');
    const more = aUnitGroup({ id: factId('one-more'), quantity: 1 });
    expect(whyNot(more, [...found, more])).toBeNull();
    const other = aUnitGroup({ unitGroupId: unitGroupId('group-2') });
    expect(whyNot(other, [...found, other])).toBeNull();
  });

  test('no second inspection that something was found in: it would add to the first', () => {
    const started = {
      ...aHold(),
      kind: 'inspectionStarted',
      id: factId('fact-second'),
      inspectionId: inspectionId('second'),
      inspection: 'blindSecond',
      reason: 'By the plan',
    } as unknown as Fact;
    const second = aFinding({
      id: factId('fact-finding-2'),
      inspectionId: inspectionId('second'),
    });
    expect(whyNot(started, [...found, started])).toBeNull();
    expect(whyNot(started, [...found, started, second])).toBe('foundOnIt');
  });
});

test('A correction recorded before that was a rule is read as it always was', () => {
  const back = aCorrection({ corrects: counted.id });
  const file = readCaseFile(aCase(), [...finished, aDecision(), back], [], [aGrant()]);
  expect(file.corrected).toEqual(new Set([counted.id]));
  expect(file.unitGroups).toEqual([]);
  expect(file.grants).toHaveLength(1);
});
