/** The freight of a parcel of which some units are ours and some not. */
import { describe, expect, test } from 'vitest';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import { findingId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding } from '../../../builders/cases/recordedFacts.ts';

const on = (from: number, to: number, observation = aDefect()) =>
  aFinding({
    findingId: findingId(`of-${from}`),
    quantity: to - from,
    units: [{ from, to }],
    observation,
  });
const sound = (from: number) => on(from, 10, { kind: 'noDefect' });
const proRata: Situation = {
  policy: { readings: { ...aPolicy().parameters.readings, mixedFreight: 'proRata' } },
};

function parts(situation: Situation): readonly string[] {
  const decided = decideCase(aSituation(situation));
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value.shippingCost.parts.map(({ amount, bearer }) => `${bearer} ${amount}`);
}

describe('the freight of a mixed parcel', () => {
  test('pro rata: several portions of ours are added up', () => {
    const cracked = aDefect({ code: 'material.crack' });
    const found = [on(0, 2), on(2, 4, cracked), sound(4)];
    expect(parts({ ...proRata, found })).toEqual(['us 1920', 'client 2880']);
  });

  test('pro rata of goods worth nothing: half each', () => {
    const found = [on(0, 3), sound(3)];
    expect(parts({ ...proRata, sold: { unitPrice: 0 }, found })).toEqual([
      'us 2400',
      'client 2400',
    ]);
  });

  test('half each by a person’s word is half each, whatever is ours', () => {
    const half = {
      question: 'mixedFreight',
      answer: 'sharedHalf',
      unitGroupId: null,
      reason: 'agreed',
    };
    expect(parts({ found: [on(0, 3), sound(3)], answers: [half] })).toEqual([
      'us 2400',
      'client 2400',
    ]);
  });
});
