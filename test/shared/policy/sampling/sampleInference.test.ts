/** Lots inspected by sample, where the contract agreed it: level II, AQL 1.5 for major defects. */
import { describe, expect, test } from 'vitest';
import type { Severity } from '../../../../shared/facts/codes.ts';
import type { SamplingAgreement } from '../../../../shared/facts/documents.ts';
import type { FindingFact } from '../../../../shared/facts/fact.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { PortionDecision } from '../../../../shared/policy/decision.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import { factId, findingId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding } from '../../../builders/cases/recordedFacts.ts';

const agreed: SamplingAgreement = {
  standard: 'ISO 2859-1',
  level: 'II',
  aqlMajor: 1.5,
  aqlMinor: 4,
};

/** A lot of 1000 at USD 1.00; the plan looks at 80: majors 3/4, minors 7/8, criticals 0/1. */
function lot(found: Situation['found'] = [], more: Situation = {}): Situation {
  return {
    contract: { sampling: agreed },
    claim: { requestedQuantity: 1000, approvedQuantity: 1000 },
    sold: { orderedQuantity: 1000, shippedQuantity: 1000, unitPrice: 100 },
    counted: { quantity: 1000 },
    found,
    ...more,
  };
}

const sound = (quantity: number, units?: FindingFact['units']) =>
  aFinding({
    findingId: findingId('sound'),
    quantity,
    observation: { kind: 'noDefect' },
    ...(units ? { units } : {}),
  });
const bad = (
  quantity: number,
  severity: Severity = 'major',
  name = 'bad',
  units?: FindingFact['units'],
) =>
  aFinding({
    findingId: findingId(name),
    quantity,
    observation: aDefect({ severity }),
    ...(units ? { units } : {}),
  });
const from = (first: number, to: number): NonNullable<FindingFact['units']> => [
  { from: first, to },
];

function decided(situation: Situation): readonly PortionDecision[] {
  const decision = decideCase(aSituation(situation));
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value.portions;
}

/** Of every portion its units, its standing and what II-QUALITY says; a star where it is inferred. */
function said(situation: Situation): string {
  return decided(situation)
    .map(({ clauses, inferred, quantity, standing }) => {
      const quality = clauses.find((c) => c.clause === 'II-QUALITY')?.why.code;
      return `${quantity} ${standing} ${quality?.slice('quality.'.length)}${inferred ? '*' : ''}`;
    })
    .join(', ');
}

describe('a sample speaks for the units nobody looked at', () => {
  // biome-ignore format: one lot a line
  test.each<readonly [string, Situation, string]>([
    ['four majors in 80 fail the lot; the 76 seen to be sound stay sound', lot([bad(4), sound(76)]), '4 upheld manufacturingDefect, 76 notUpheld noDefect, 920 upheld inferredFromSample*'],
    ['three majors pass it, and are refunded themselves', lot([bad(3), sound(77)]), '3 upheld manufacturingDefect, 77 notUpheld noDefect, 920 notUpheld sampleSound*'],
    ['eight minors fail it', lot([bad(8, 'minor'), sound(72)]), '8 upheld manufacturingDefect, 72 notUpheld noDefect, 920 upheld inferredFromSample*'],
    ['seven minors pass it', lot([bad(7, 'minor'), sound(73)]), '7 upheld manufacturingDefect, 73 notUpheld noDefect, 920 notUpheld sampleSound*'],
    ['one critical fails it', lot([bad(1, 'critical'), sound(79)]), '1 upheld manufacturingDefect, 79 notUpheld noDefect, 920 upheld inferredFromSample*'],
    ['majors of several findings add up', lot([bad(2), bad(2, 'major', 'more'), sound(76)]), '2 upheld manufacturingDefect, 2 upheld manufacturingDefect, 76 notUpheld noDefect, 920 upheld inferredFromSample*'],
    ['two majors on the same unit are one unit', lot([bad(3, 'major', 'bad', from(0, 3)), bad(3, 'major', 'more', from(0, 3)), sound(77, from(3, 80))]), '3 upheld manufacturingDefect, 77 notUpheld noDefect, 920 notUpheld sampleSound*'],
    ['a critical and a minor on the same unit fail it', lot([bad(1, 'critical', 'bad', from(0, 1)), bad(1, 'minor', 'more', from(0, 1)), sound(79, from(1, 80))]), '1 upheld manufacturingDefect, 79 notUpheld noDefect, 920 upheld inferredFromSample*'],
    ['a lot of no whole number of units has no plan', lot([sound(80)], { counted: { quantity: 999.5 } }), '80 notUpheld noDefect, 919.5 needsFacts notInspected'],
    ['a sound sample ends the claim', lot([sound(80)]), '80 notUpheld noDefect, 920 notUpheld sampleSound*'],
    ['a sample too small says nothing about the rest', lot([bad(4), sound(75)]), '4 upheld manufacturingDefect, 75 notUpheld noDefect, 921 needsFacts notInspected'],
    ['no sample at all says nothing', lot(), '1000 needsFacts notInspected'],
    ['without an agreement every unit is looked at', lot([bad(4), sound(76)], { contract: { sampling: null } }), '4 upheld manufacturingDefect, 76 notUpheld noDefect, 920 needsFacts notInspected'],
    ['everything inspected infers nothing', lot([bad(4), sound(996)]), '4 upheld manufacturingDefect, 996 notUpheld noDefect'],
    ['misuse in the sample proves nothing of the others', lot([bad(4), sound(75), aFinding({ findingId: findingId('m'), quantity: 1, observation: aDefect({ cause: 'misuse' }) })]), '4 upheld manufacturingDefect, 1 needsFacts misuseNotProved, 75 notUpheld noDefect, 920 needsFacts notInspected'],
    ['an unknown cause in the sample proves nothing of the others', lot([sound(79), aFinding({ findingId: findingId('u'), quantity: 1, observation: aDefect({ cause: 'unknown' }) })]), '1 needsPerson causeUnclear, 79 notUpheld noDefect, 920 needsFacts notInspected'],
    ['an order error in the sample proves nothing of the others', lot([sound(76), aFinding({ findingId: findingId('o'), quantity: 4, observation: aDefect({ cause: 'orderError' }) })]), '4 upheld otherCause, 76 notUpheld noDefect, 920 needsFacts notInspected'],
    ['further damage in the sample proves nothing of the others', lot([bad(4), sound(76), aFinding({ findingId: findingId('r'), quantity: 1, observation: aDefect({ cause: 'returnTransport' }) })]), '1 upheld manufacturingDefect, 3 upheld manufacturingDefect, 76 notUpheld noDefect, 920 needsFacts notInspected'],
    ['contradicting findings in the sample prove nothing of the others', lot([bad(5, 'major', 'bad', from(0, 5)), sound(76, from(4, 80))]), '4 upheld manufacturingDefect, 1 needsFacts manufacturingDefect, 75 notUpheld noDefect, 920 needsFacts notInspected'],
  ])('%s', (_, situation, says) => {
    expect(said(situation)).toBe(says);
  });

  test('the explanation tells what the sample was, and the units are marked as inferred', () => {
    const inferred = decided(lot([bad(4), sound(76)]))[2];
    expect(inferred?.clauses[0]).toEqual({
      clause: 'II-QUALITY',
      fired: true,
      why: {
        code: 'quality.inferredFromSample',
        data: { inspected: 80, defective: 4, of: 1000 },
      },
      facts: ['fact-group-1', 'contract:contract-1@1'],
    });
    expect(inferred?.inferred).toEqual({
      upheld: true,
      inspected: 80,
      defective: 4,
      failed: { severity: 'major', sample: 80, found: 4, accept: 3 },
    });
    expect([inferred?.eligibleAmount, inferred?.dispositions]).toEqual([
      92_000,
      ['returnToVendor', 'rework', 'scrap', 'quarantine'],
    ]);
  });

  test('whether units nobody saw are intact nobody knows', () => {
    expect(decided(lot([bad(4), sound(76)])).map((p) => p.intact)).toEqual([true, true, null]);
  });

  test('a critical defect is one of the defective units', () => {
    expect(decided(lot([bad(1, 'critical'), sound(79)]))[2]?.inferred).toEqual({
      upheld: true,
      inspected: 80,
      defective: 1,
      failed: { severity: 'critical', sample: 80, found: 1, accept: 0 },
    });
  });

  test('of a passed lot nothing failed', () => {
    expect(decided(lot([bad(3), sound(77)]))[2]?.inferred).toEqual({
      upheld: false,
      inspected: 80,
      defective: 3,
      failed: null,
    });
  });
});

describe('each class is judged over its own sample', () => {
  /** Majors over 125 with none allowed, minors over 80 with three. */
  const strict: SamplingAgreement = { ...agreed, aqlMajor: 0.1, aqlMinor: 1.5 };
  const sample = (minorsLate: number) =>
    lot(
      [
        sound(77, from(0, 77)),
        bad(3, 'minor', 'early', from(77, 80)),
        bad(minorsLate, 'minor', 'late', from(80, 80 + minorsLate)),
        { ...sound(45 - minorsLate, from(80 + minorsLate, 125)), id: factId('fact-sound-2') },
      ],
      { contract: { sampling: strict } },
    );

  test('minors beyond their own 80 do not fail the lot, though 125 were looked at', () => {
    const unseen = decided(sample(5)).at(-1);
    expect([unseen?.quantity, unseen?.standing, unseen?.inferred]).toEqual([
      875,
      'notUpheld',
      { upheld: false, inspected: 125, defective: 8, failed: null },
    ]);
  });

  test('the class that failed says over which sample and with which limit', () => {
    const found = [
      sound(120, from(0, 120)),
      bad(1, 'major', 'late', from(120, 121)),
      { ...sound(4, from(121, 125)), id: factId('fact-sound-2') },
    ];
    const unseen = decided(lot(found, { contract: { sampling: strict } })).at(-1);
    expect(unseen?.inferred?.failed).toEqual({
      severity: 'major',
      sample: 125,
      found: 1,
      accept: 0,
    });
    const minors = [
      sound(76, from(0, 76)),
      bad(4, 'minor', 'early', from(76, 80)),
      { ...sound(45, from(80, 125)), id: factId('fact-sound-2') },
    ];
    const failed = decided(lot(minors, { contract: { sampling: strict } })).at(-1)?.inferred;
    expect(failed?.failed).toEqual({ severity: 'minor', sample: 80, found: 4, accept: 3 });
  });

  test('a critical defect fails the lot wherever it was seen', () => {
    const found = [sound(199, from(0, 199)), bad(1, 'critical', 'late', from(199, 200))];
    expect(decided(lot(found)).at(-1)?.inferred?.failed).toEqual({
      severity: 'critical',
      sample: 200,
      found: 1,
      accept: 0,
    });
  });
});

test('an AQL the standard does not have is refused, never read as no sampling', () => {
  for (const [field, sampling] of [
    ['contract.sampling.aqlMajor', { ...agreed, aqlMajor: 3 }],
    ['contract.sampling.aqlMinor', { ...agreed, aqlMinor: 0 }],
  ] as const)
    expect(decideCase(aSituation(lot([bad(4), sound(76)], { contract: { sampling } })))).toEqual({
      ok: false,
      refusal: {
        code: 'badSampling',
        field,
        found: String(field.endsWith('Major') ? sampling.aqlMajor : sampling.aqlMinor),
      },
    });
});
