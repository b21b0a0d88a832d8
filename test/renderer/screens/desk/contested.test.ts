import { describe, expect, test } from 'vitest';
import { whatDiffers } from '../../../../renderer/screens/refused/whatDiffers.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import type { VerdictDecidedFact } from '../../../../shared/facts/fact.ts';
import { aDecision } from '../../../builders/cases/decidedFacts.ts';
import { unitGroupId } from '../../../builders/cases/ids.ts';
import { aUnitGroup } from '../../../builders/cases/recordedFacts.ts';

const wording = createWording({ language: 'en', zone: 'America/New_York' });
const file = { unitGroups: [aUnitGroup()] };
const said = (...rivals: readonly VerdictDecidedFact[]) => whatDiffers(wording, file, rivals);
const freight = (answer: string): VerdictDecidedFact['answers'] => [
  { question: 'mixedFreight', unitGroupId: null, answer, reason: 'because' },
];
const choice = (more: Partial<VerdictDecidedFact['choices'][number]>) => ({
  choices: [
    {
      unitGroupId: unitGroupId('group-1'),
      resolution: 'refund' as const,
      disposition: 'scrap' as const,
      overrideAmount: null,
      ...more,
    },
  ],
});

describe('Two signatures that disagree are told apart', () => {
  test('by the answer they do not share, with its question', () => {
    expect(
      said(aDecision({ answers: freight('us') }), aDecision({ answers: freight('sharedHalf') })),
    ).toEqual([
      'Approve · Refund · Who pays the return freight? We pay it',
      'Approve · Refund · Who pays the return freight? Both, half each',
    ]);
  });

  test('by an answer only one of them gave', () => {
    expect(said(aDecision({ answers: freight('us') }), aDecision())[1]).toBe('Approve · Refund');
  });

  test('by where the goods go', () => {
    expect(said(aDecision(), aDecision(choice({ disposition: 'rework' })))).toEqual([
      'Approve · Refund · Scrap',
      'Approve · Refund · Rework',
    ]);
  });

  test('by the units they are about', () => {
    expect(
      said(
        aDecision(choice({ units: [{ from: 0, to: 5 }] })),
        aDecision(choice({ units: [{ from: 0, to: 10 }] })),
      ),
    ).toEqual([
      'Approve · Refund · 5 of 10 × Centrifugal pump 40',
      'Approve · Refund · 10 of 10 × Centrifugal pump 40',
    ]);
  });

  test('by what was decided, where one says no', () => {
    expect(said(aDecision(), aDecision({ decision: 'decline', choices: [] }))).toEqual([
      'Approve · Refund · 10 of 10 × Centrifugal pump 40 · Scrap',
      'Decline',
    ]);
  });
});
