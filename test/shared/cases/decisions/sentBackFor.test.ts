import { expect, test } from 'vitest';
import { StillWanted, VerdictDecidedFact } from '../../../../shared/facts/decisionFacts.ts';
import { admit, allLeak, told } from '../../../builders/cases/aVerdictToDecide.ts';
import { aDecision } from '../../../builders/cases/decidedFacts.ts';
import { personId, unitGroupId } from '../../../builders/cases/ids.ts';

const plate = { kind: 'photo', shot: 'serialPlate', unitGroupId: unitGroupId('group-1') } as const;
const back = { decision: 'sendBack', choices: [], reason: '' } as const;

test('a case is sent back for what is named, or with a sentence, and not for nothing', () => {
  const view = told({ facts: allLeak });
  expect(admit(aDecision({ ...back, choices: [], wanted: [plate] }), view)).toMatchObject({
    grant: null,
  });
  expect(admit(aDecision({ ...back, choices: [], reason: 'The plate' }), view)).toMatchObject({
    grant: null,
  });
  expect(admit(aDecision({ ...back, choices: [] }), view)).toMatchObject({
    code: 'reasonRequired',
  });
  expect(admit(aDecision({ ...back, choices: [], wanted: [] }), view)).toMatchObject({
    code: 'reasonRequired',
  });
});

test('what is wanted of the bench is no reason to decline or to override', () => {
  const view = told({ facts: allLeak });
  for (const decision of ['decline', 'override'] as const)
    expect(admit(aDecision({ decision, reason: '', wanted: [plate] }), view)).toMatchObject({
      code: 'reasonRequired',
    });
});

test('whom a signer asks gives nobody a right, and takes it from nobody', () => {
  const view = told({ facts: allLeak });
  const asking = aDecision({ asks: personId('nobody-there') });
  expect(admit(asking, view)).toEqual(admit(aDecision(), view));
});

test('a list without end, an unknown shot and a field besides are refused by their form', () => {
  const many = Array.from({ length: 101 }, () => plate);
  expect(VerdictDecidedFact.safeParse(aDecision({ wanted: many })).success).toBe(false);
  expect(VerdictDecidedFact.safeParse(aDecision({ wanted: many.slice(1) })).success).toBe(true);
  expect(StillWanted.safeParse({ ...plate, shot: 'moon' }).success).toBe(false);
  expect(StillWanted.safeParse({ ...plate, note: 'x'.repeat(10_000) }).success).toBe(false);
});
