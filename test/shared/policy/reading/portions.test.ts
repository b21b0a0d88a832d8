/** Units, not findings, are weighed: what was once paid twice, or held back whole, portion by portion. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import type { FindingFact } from '../../../../shared/facts/fact.ts';
import type { UnitSpan } from '../../../../shared/facts/recorded.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { CaseDecision, PolicyInput } from '../../../../shared/policy/decision.ts';
import { nameUnits } from '../../../../shared/policy/reading/portions.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import {
  caseId,
  factId,
  findingId,
  orderLineId,
  unitGroupId,
} from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';

const group = unitGroupId('group-1');
const span = (from: number, to: number): UnitSpan => ({ from, to });

function on(
  from: number,
  to: number,
  name: string,
  observation: FindingFact['observation'],
): FindingFact {
  return aFinding({
    findingId: findingId(name),
    quantity: to - from,
    units: [span(from, to)],
    observation,
  });
}

const crack = aDefect({ code: 'material.crack' });
const weld = aDefect({ code: 'workmanship.weld' });
const unknown = aDefect({ cause: 'unknown' });
const noDefect = { kind: 'noDefect' } as const;

describe('two findings of five units each, of ten pumps', () => {
  test('a crack and a weld on the same five pay five', () => {
    const decision = decided({ found: [on(0, 5, 'a', crack), on(0, 5, 'b', weld), rest(5)] });
    expect([paid(decision), decision.refundAmount]).toEqual([5, 62_500]);
  });

  test('a crack and a weld on others pay ten', () => {
    const decision = decided({ found: [on(0, 5, 'a', crack), on(5, 10, 'b', weld)] });
    expect([paid(decision), decision.refundAmount]).toEqual([10, 125_000]);
  });

  test('overlapping by two they pay eight', () => {
    const found = [on(0, 5, 'a', crack), on(3, 8, 'b', weld), on(8, 10, 'c', noDefect)];
    expect(paid(decided({ found }))).toBe(8);
  });

  test('three findings on the same unit pay it once', () => {
    const found = [on(0, 1, 'a', crack), on(0, 1, 'b', weld), on(0, 1, 'c', crack), rest(1)];
    expect(decided({ found }).refundAmount).toBe(12_500);
  });
});

describe('one portion in doubt holds no other', () => {
  const found = [on(0, 4, 'a', crack), on(4, 5, 'b', unknown), on(5, 10, 'c', noDefect)];

  test('one unit that waits never holds four that are due', () => {
    const decision = decided({ found });
    expect(decision.portions.map((p) => [p.standing, p.quantity, p.eligibleAmount])).toEqual([
      ['upheld', 4, 50_000],
      ['needsPerson', 1, 0],
      ['notUpheld', 5, 0],
    ]);
    expect([decision.standing, decision.refundAmount]).toEqual(['needsPerson', 50_000]);
  });

  test('what is asked names the unit it is about, and is answered for it alone', () => {
    const [question] = decided({ found }).questions;
    expect([question?.question, question?.unitGroupId, question?.units]).toEqual([
      'responsibleUnknown',
      'group-1',
      [span(4, 5)],
    ]);
    const twoDoubts = [on(0, 4, 'a', unknown), on(4, 5, 'b', unknown), on(5, 10, 'c', noDefect)];
    const answers = [answered('responsibleUnknown', 'us', [span(4, 5)])];
    expect(decided({ found: twoDoubts, answers }).portions.map((p) => p.standing)).toEqual([
      'needsPerson',
      'upheld',
      'notUpheld',
    ]);
  });

  test('an answer that names no units, from before there were portions, is about all of its group', () => {
    const twoDoubts = [on(0, 4, 'a', unknown), on(4, 10, 'b', unknown)];
    const answers = [answered('responsibleUnknown', 'us')];
    expect(decided({ found: twoDoubts, answers }).portions.map((p) => p.standing)).toEqual([
      'upheld',
      'upheld',
    ]);
  });

  test('an answer about other units, or about some of a portion only, answers nothing', () => {
    const one = [on(0, 10, 'a', unknown)];
    for (const units of [[span(0, 9)], [span(10, 20)]])
      expect(
        decided({ found: one, answers: [answered('responsibleUnknown', 'us', units)] }).standing,
      ).toBe('needsPerson');
  });

  test('units nobody looked at hold nothing back but themselves', () => {
    const decision = decided({ found: [on(0, 9, 'a', crack)] });
    expect(decision.portions.map((p) => [p.standing, p.quantity, p.missing])).toEqual([
      ['upheld', 9, []],
      ['needsFacts', 1, ['finding']],
    ]);
  });

  test('each portion has its own dispositions', () => {
    expect(decided({ found }).portions.map((p) => p.dispositions[0])).toEqual([
      'returnToVendor',
      'quarantine',
      'returnToClient',
    ]);
  });

  test('a group of no units asks nothing', () => {
    const decision = decided({
      counted: { quantity: 0 },
      contract: null,
      office: { review: null },
    });
    expect([decision.portions, decision.questions, decision.missingEvidence]).toEqual([[], [], []]);
  });
});

describe('every ground that holds fires', () => {
  const wrong = aDefect({ cause: 'orderError', code: 'specification.wrongModel' });
  const crushed = aDefect({ cause: 'outboundTransport', code: 'transport.crushed' });
  const all = decided({
    office: { objectedOn: '2026-11-04' },
    found: [on(0, 10, 'a', crack), on(0, 10, 'b', wrong), on(0, 10, 'c', crushed)],
  });

  test('all three clauses of part II speak of the same units', () => {
    const [portion] = all.portions;
    expect(
      portion?.clauses.filter((c) => c.clause.startsWith('II-')).map((c) => [c.clause, c.fired]),
    ).toEqual([
      ['II-QUALITY', true],
      ['II-ORDER', true],
      ['II-TRANSPORT', true],
    ]);
  });

  test('the strongest decides the money, the others keep exchange, compensation and recharge', () => {
    const [portion] = all.portions;
    expect([portion?.eligibleAmount, portion?.liability, portion?.rechargeTo]).toEqual([
      125_000,
      'us',
      'ourCarrier',
    ]);
    expect(portion?.resolutions.map((o) => o.kind)).toEqual(['refund', 'exchange', 'compensation']);
  });

  test('a person’s half is not weaker than nothing, but weaker than a whole', () => {
    const half = [answered('responsibleUnknown', 'sharedHalf')];
    const [alone] = decided({ found: [on(0, 10, 'a', unknown)], answers: half }).portions;
    expect([alone?.eligibleAmount, alone?.liability]).toEqual([62_500, 'shared']);
    const found = [on(0, 10, 'a', unknown), on(0, 10, 'b', wrong)];
    const answers = [...half, answered('intactMeaning', 'payInFull')];
    const [beside] = decided({ found, answers }).portions;
    expect([beside?.eligibleAmount, beside?.liability]).toEqual([125_000, 'us']);
  });
});

describe('serials are goods', () => {
  const scanned = (id: string, serials: readonly string[], quantity = 1) =>
    aUnitGroup({ id: factId(id), serials: [...serials], quantity });
  const of = (unitGroups: PolicyInput['unitGroups'], more: Partial<PolicyInput> = {}) =>
    decidedFrom({ ...aSituation({ found: [aFinding()] }), unitGroups, ...more });

  test('one serial scanned three times is one unit', () => {
    const { portions } = of([scanned('s1', ['A']), scanned('s2', ['A']), scanned('s3', ['A'])]);
    expect(portions.reduce((sum, p) => sum + p.quantity, 0)).toBe(1);
  });

  test('one serial with quantity five is one unit', () => {
    const { portions, refundAmount } = of([scanned('s1', ['A'], 5)], {
      findings: [aFinding({ quantity: 1 })],
    });
    expect([portions.map((p) => p.quantity), refundAmount]).toEqual([[1], 12_500]);
  });

  test('the same serial in two groups of the case is one unit', () => {
    const { portions } = of(
      [scanned('s1', ['A']), { ...scanned('s2', [' a ']), unitGroupId: unitGroupId('group-2') }],
      { findings: [] },
    );
    expect(portions.map((p) => [p.unitGroupId, p.quantity])).toEqual([['group-1', 1]]);
  });

  test('a serial another case returned is asked about, for that unit only', () => {
    const serialsElsewhere = [{ unitGroupId: group, serial: 'B', caseId: caseId('case-9') }];
    const found = [on(0, 3, 'a', crack)];
    const input = {
      ...aSituation({ found }),
      unitGroups: [scanned('s1', ['A', 'B', 'C'], 3)],
      serialsElsewhere,
    };
    const decision = decidedFrom(input);
    expect(decision.portions.map((p) => [p.standing, p.serials])).toEqual([
      ['upheld', ['A', 'C']],
      ['needsPerson', ['B']],
    ]);
    expect(decision.questions).toMatchObject([
      {
        question: 'serialAgain',
        clauses: ['III-REFUND', 'III-APPLY'],
        why: { code: 'ask.serialAgain', data: { serial: 'B', caseId: 'case-9' } },
        units: [span(1, 2)],
      },
    ]);
    const after = (answer: string) =>
      decidedFrom({ ...input, answers: [answered('serialAgain', answer)] }).portions.find((p) =>
        p.serials.includes('B'),
      );
    expect(after('countAgain')).toMatchObject({ standing: 'upheld', eligibleAmount: 12_500 });
    expect(after('refuseAgain')).toMatchObject({
      standing: 'notUpheld',
      negative: 'quantityDifference',
      eligibleAmount: 0,
    });
    expect(after('refuseAgain')?.clauses.find((c) => c.clause === 'III-REFUND')).toMatchObject({
      fired: false,
      why: { code: 'refund.serialReturnedBefore', data: { serial: 'B' } },
    });
  });
});

describe('never more than there is, and every cap names its clause', () => {
  const capped = (situation: Situation, more: Partial<PolicyInput> = {}) => {
    const [portion] = decidedFrom({
      ...aSituation({ found: [on(0, 10, 'a', crack)], ...situation }),
      ...more,
    }).portions;
    const refund = portion?.clauses.find((c) => c.clause === 'III-REFUND');
    return [portion?.eligibleQuantity, portion?.eligibleAmount, refund?.why];
  };
  const elsewhere = (quantity: number, value: number) => ({
    grantedElsewhere: [{ orderLineId: orderLineId('order-line-1'), quantity, value }],
  });

  test('approved fewer', () => {
    expect(capped({ claim: { approvedQuantity: 6 } })).toEqual([
      6,
      75_000,
      { code: 'refund.moreThanApproved', data: { granted: 6, of: 10, most: 6 } },
    ]);
  });

  test('shipped fewer', () => {
    expect(capped({ sold: { shippedQuantity: 8, orderedQuantity: 8 } })).toEqual([
      8,
      100_000,
      { code: 'refund.moreThanShipped', data: { granted: 8, of: 10, most: 8 } },
    ]);
  });

  test('granted elsewhere', () => {
    expect(capped({}, elsewhere(7, 87_500))).toEqual([
      3,
      37_500,
      { code: 'refund.grantedElsewhere', data: { granted: 3, of: 10, most: 3 } },
    ]);
    const twice = [
      ...elsewhere(4, 50_000).grantedElsewhere,
      ...elsewhere(3, 37_500).grantedElsewhere,
    ];
    expect(capped({}, { grantedElsewhere: twice })).toEqual(capped({}, elsewhere(7, 87_500)));
  });

  test('all of it granted elsewhere: nothing is due, and the clause says so', () => {
    expect(capped({}, elsewhere(10, 125_000))).toEqual([
      0,
      0,
      { code: 'refund.grantedElsewhere', data: { granted: 0, of: 10, most: 0 } },
    ]);
  });

  test('where others were granted more of the worth than of the units, what is left of it is paid', () => {
    expect(capped({}, elsewhere(5, 100_000))).toEqual([
      5,
      25_000,
      { code: 'refund.grantedElsewhere', data: { granted: 5, of: 10, most: 5 } },
    ]);
    expect(capped({}, elsewhere(0, 100_000))).toEqual([
      10,
      25_000,
      { code: 'refund.worthGrantedElsewhere', data: { amount: 25_000, currency: 'USD' } },
    ]);
  });

  test('where nothing is left of the worth, nothing is granted', () => {
    const nothing = capped({}, elsewhere(0, 200_000));
    expect(nothing).toEqual([
      0,
      0,
      { code: 'refund.worthGrantedElsewhere', data: { amount: 0, currency: 'USD' } },
    ]);
    const [portion] = decidedFrom({
      ...aSituation({ found: [on(0, 10, 'a', crack)] }),
      ...elsewhere(0, 200_000),
    }).portions;
    expect([portion?.standing, portion?.negative]).toEqual(['notUpheld', 'quantityDifference']);
  });

  test('goods that cost nothing are granted all the same', () => {
    expect(capped({ sold: { unitPrice: 0 } }, elsewhere(2, 0)).slice(0, 2)).toEqual([8, 0]);
  });
});

describe('the base is what was invoiced', () => {
  const base = (invoiced: { net: number; tax: number }, found = [on(0, 10, 'a', crack)]) =>
    decided({ sold: { invoiced }, found });

  test('net and tax, not the unit price', () => {
    expect(base({ net: 100_000, tax: 19_000 }).refundAmount).toBe(119_000);
  });

  test('a discount is not paid back', () => {
    expect(base({ net: 90_000, tax: 0 }).refundAmount).toBe(90_000);
  });

  test('of some of the units the share, rounded as the policy says', () => {
    const three = [on(0, 3, 'a', crack), rest(3)];
    expect(base({ net: 100_001, tax: 0 }, three).refundAmount).toBe(30_000);
    expect(base({ net: 100_005, tax: 0 }, three).refundAmount).toBe(30_002);
  });

  test('portions of one line sum to the share of them together', () => {
    const found = [on(0, 1, 'a', crack), on(1, 2, 'b', crack), on(2, 3, 'c', crack), rest(3)];
    const { portions, refundAmount } = base({ net: 100_003, tax: 0 }, found);
    expect([refundAmount, portions.map((p) => p.eligibleAmount)]).toEqual([
      30_001,
      [10_001, 10_000, 10_000, 0],
    ]);
  });

  test('a whole line pays its whole invoice, however it is cut', () => {
    const cut = Array.from({ length: 10 }, (_, n) => on(n, n + 1, `f${n}`, crack));
    expect(base({ net: 99_999, tax: 7 }, cut).refundAmount).toBe(100_006);
  });
});

describe('findings older than portions', () => {
  test('are decided as if they had named the units they fall on', () => {
    const input = aSituation({
      found: [
        aFinding({ quantity: 6 }),
        aFinding({ findingId: findingId('f2'), quantity: 6, observation: unknown }),
        aFinding({ findingId: findingId('f3'), quantity: 2, observation: noDefect }),
      ],
    });
    expect(decidedFrom(nameUnits(input))).toStrictEqual(decidedFrom(input));
    expect(nameUnits(nameUnits(input))).toStrictEqual(nameUnits(input));
    expect(nameUnits(input).findings.every(({ units }) => (units ?? []).length > 0)).toBe(true);
  });
});

function rest(from: number): FindingFact {
  return on(from, 10, 'rest', noDefect);
}

function answered(question: string, answer: string, units?: UnitSpan[]): Answer {
  return {
    question,
    unitGroupId: group,
    ...(units ? { units } : {}),
    answer,
    reason: 'because',
  };
}

function paid({ portions }: CaseDecision): number {
  return portions.reduce((sum, p) => sum + p.eligibleQuantity, 0);
}

function decided(situation: Situation): CaseDecision {
  return decidedFrom(aSituation(situation));
}

function decidedFrom(input: PolicyInput): CaseDecision {
  const decision = decideCase(input);
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return decision.value;
}
