/** What the groups of one case do to each other: caps, prices, freight and questions. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import type { FindingFact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { CaseDecision, PolicyInput } from '../../../../shared/policy/decision.ts';
import { aCase, aReturnLine } from '../../../builders/cases/aCase.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aPolicyInput } from '../../../builders/cases/aPolicyInput.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import {
  factId,
  findingId,
  orderLineId,
  returnLineId,
  unitGroupId,
} from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';

const sound = (quantity = 10) => aFinding({ quantity, observation: { kind: 'noDefect' } });
const caused = (cause: Parameters<typeof aDefect>[0], quantity = 10) =>
  aFinding({ quantity, observation: aDefect(cause) });
const objected = { objectedOn: '2026-11-04' };
const answered = (question: string, answer: string, about: string | null = 'group-1'): Answer[] => [
  { question, answer, unitGroupId: about === null ? null : unitGroupId(about), reason: 'because' },
];

describe('several groups of one case', () => {
  const half = (name: string, overrides: Partial<UnitsCountedFact> = {}) =>
    aUnitGroup({ unitGroupId: unitGroupId(name), quantity: 5, ...overrides });
  const about = (name: string, finding: FindingFact): FindingFact => ({
    ...finding,
    quantity: 5,
    unitGroupId: unitGroupId(name),
    findingId: findingId(`about-${name}`),
    id: aFinding({ findingId: findingId(`about-${name}`) }).id,
  });
  const two = (first: FindingFact, second: FindingFact, more: Partial<PolicyInput> = {}) =>
    aPolicyInput({
      unitGroups: [half('a'), half('b')],
      findings: [about('a', first), about('b', second)],
      ...more,
    });

  test('upheld and not upheld: the freight is of both, a person decides', () => {
    const decision = decided(two(aFinding(), sound()));
    expect(decision.portions.map((p) => p.standing)).toEqual(['upheld', 'notUpheld']);
    expect(decision.standing).toBe('needsPerson');
    expect(freight(decision)).toBe('undetermined, recharged to nobody');
    expect(decision.questions).toEqual([
      {
        question: 'mixedFreight',
        clauses: ['II-QUALITY', 'III-SHIPCOST'],
        why: { code: 'ask.freightShared', data: { ours: 5, theirs: 5 } },
        unitGroupId: null,
        units: [],
        answers: ['us', 'ourCarrier', 'client', 'clientCarrier', 'sharedHalf', 'proRata'],
        facts: ['case:case-1', 'fact-a', 'fact-b'],
      },
    ]);
  });

  test.each([
    ['us', 'us, recharged to nobody, us 4800, we pick up'],
    ['ourCarrier', 'us, recharged to ourCarrier, us 4800, we pick up'],
    ['client', 'client, recharged to client, client 4800'],
    ['clientCarrier', 'client, recharged to clientCarrier, client 4800'],
    ['sharedHalf', 'shared, recharged to nobody, us 2400, client 2400'],
    ['proRata', 'shared, recharged to nobody, us 2400, client 2400'],
  ])('the person says: %s', (answer, says) => {
    const answers = answered('mixedFreight', answer, null);
    const decision = decided(two(aFinding(), sound(), { answers }));
    expect(freight(decision)).toBe(says);
    expect(decision.standing).toBe('upheld');
    expect(decision.clauses.find((c) => c.clause === 'III-SHIPCOST')).toMatchObject({
      fired: true,
      facts: ['case:case-1', 'fact-a', 'fact-b', 'answer:mixedFreight'],
    });
  });

  test('an answer given when freight was asked as the responsible party still counts', () => {
    const answers = answered('responsibleUnknown', 'sharedHalf', null);
    const decision = decided(two(aFinding(), sound(), { answers }));
    expect(freight(decision)).toBe('shared, recharged to nobody, us 2400, client 2400');
    expect(decision.questions).toEqual([]);
    expect(decision.clauses.find((c) => c.clause === 'III-SHIPCOST')?.facts).toContain(
      'answer:responsibleUnknown',
    );
  });

  describe('what the policy version reads into a mixed parcel', () => {
    const reads = (mixedFreight: 'ask' | 'oursIfAny' | 'proRata') => ({
      policy: aPolicy({ readings: { ...aPolicy().parameters.readings, mixedFreight } }),
    });
    const threeOfTen = {
      unitGroups: [half('a', { quantity: 3 }), half('b', { quantity: 7 })],
      findings: [
        { ...about('a', aFinding()), quantity: 3 },
        { ...about('b', sound()), quantity: 7 },
      ],
    };

    test('ask: a person', () => {
      const decision = decided(two(aFinding(), sound(), reads('ask')));
      expect(decision.questions.map((q) => q.question)).toEqual(['mixedFreight']);
    });

    test('ours if any: we bear all of it and pick up', () => {
      const decision = decided(two(aFinding(), sound(), { ...reads('oursIfAny'), ...threeOfTen }));
      expect(freight(decision)).toBe('us, recharged to nobody, us 4800, we pick up');
      expect(decision.questions).toEqual([]);
      expect(decision.clauses.find((c) => c.clause === 'III-SHIPCOST')).toMatchObject({
        why: { code: 'shipCost.weBear' },
        facts: ['case:case-1', 'fact-a', 'fact-b', 'policy:policy-1@1'],
      });
    });

    test('pro rata: by the value of what is ours and what is not, to the last cent', () => {
      const decision = decided(two(aFinding(), sound(), { ...reads('proRata'), ...threeOfTen }));
      expect(freight(decision)).toBe('shared, recharged to nobody, us 1440, client 3360');
      expect(decision.clauses.find((c) => c.clause === 'III-SHIPCOST')?.why.code).toBe(
        'shipCost.proRata',
      );
    });

    test('pro rata of a shared portion: half of its value is ours', () => {
      const unknown = caused({ cause: 'unknown' });
      const answers = answered('responsibleUnknown', 'sharedHalf', 'a');
      const decision = decided(two(unknown, aFinding(), { ...reads('proRata'), answers }));
      expect(freight(decision)).toBe('shared, recharged to nobody, us 3600, client 1200');
    });

    test('a person’s answer weighs more than the reading', () => {
      const answers = answered('mixedFreight', 'client', null);
      const decision = decided(two(aFinding(), sound(), { ...reads('oursIfAny'), answers }));
      expect(freight(decision)).toBe('client, recharged to client, client 4800');
    });
  });

  test('an answer about freight means nothing where one party answers for all', () => {
    const answers = answered('mixedFreight', 'client', null);
    expect(freight(decided(two(aFinding(), aFinding(), { answers })))).toBe(
      'us, recharged to nobody, us 4800, we pick up',
    );
  });

  test('a group upheld in part is a return of both, and the question counts their units', () => {
    const found = [
      aFinding({ quantity: 3 }),
      { ...sound(7), findingId: findingId('f2'), id: aFinding({ findingId: findingId('f2') }).id },
    ];
    expect(decided(aSituation({ found })).questions[0]?.why).toEqual({
      code: 'ask.freightShared',
      data: { ours: 3, theirs: 7 },
    });
  });

  test('freight follows the liability, not the number that capped what is paid', () => {
    const capped = aSituation({ claim: { approvedQuantity: 6 }, found: [aFinding()] });
    expect(freight(decided(capped))).toBe('us, recharged to nobody, us 4800, we pick up');
    const refused = aSituation({
      found: [aFinding(), { ...caused({ cause: 'wear' }), id: factId('fact-worn') }],
      answers: answered('intactMeaning', 'refuseNotIntact'),
    });
    expect(freight(decided(refused))).toBe('us, recharged to nobody, us 4800, we pick up');
  });

  test('us and our carrier are one side: we', () => {
    const damaged = aFinding({ observation: aDefect({ cause: 'outboundTransport' }) });
    const returnCase = aCase(objected);
    expect(freight(decided(two(aFinding(), damaged, { returnCase })))).toBe(
      'us, recharged to nobody, us 4800, we pick up',
    );
    expect(freight(decided(two(damaged, damaged, { returnCase })))).toContain(
      'us, recharged to ourCarrier',
    );
  });

  test('the client and the client’s carrier are one side: the client', () => {
    const unknown = caused({ cause: 'unknown' });
    const answers = answered('responsibleUnknown', 'clientCarrier', 'a');
    const decision = decided(two(unknown, sound(), { answers }));
    expect(decision.portions.map((p) => [p.liability, p.rechargeTo])).toEqual([
      ['client', 'clientCarrier'],
      ['client', 'client'],
    ]);
    expect(freight(decision)).toContain('client, recharged');
  });

  test('a shared group beside a clear one: a person decides', () => {
    const unknown = caused({ cause: 'unknown' });
    const answers = answered('responsibleUnknown', 'sharedHalf', 'a');
    const decision = decided(two(unknown, aFinding(), { answers }));
    expect(decision.portions.map((p) => p.liability)).toEqual(['shared', 'us']);
    expect(decision.questions.map((q) => q.why.code)).toEqual(['ask.freightShared']);
  });

  test('one open group leaves the freight open, and the case needs what it needs', () => {
    const waiting = decided(two(aFinding(), aFinding(), { findings: [about('a', aFinding())] }));
    expect(waiting.standing).toBe('needsFacts');
    expect(freight(waiting)).toBe('undetermined, recharged to nobody');
    const asked = decided(two(aFinding(), caused({ cause: 'unknown' })));
    expect(asked.standing).toBe('needsPerson');
    expect(decided(two(sound(), sound())).standing).toBe('notUpheld');
    expect(decided(aPolicyInput({ unitGroups: [] })).standing).toBe('needsFacts');
  });

  test('what was approved is given to the groups by their ids, in whatever order they came', () => {
    const returnCase = aCase({ lines: [aReturnLine({ approvedQuantity: 7 })] });
    const input = two(aFinding(), aFinding(), { returnCase });
    const turned = { ...input, unitGroups: [...input.unitGroups].reverse() };
    for (const given of [input, turned])
      expect(decided(given).portions.map((p) => [p.unitGroupId, p.eligibleQuantity])).toEqual([
        ['a', 5],
        ['b', 2],
      ]);
  });

  test('two return lines of one order line never take more than was shipped', () => {
    const returnCase = aCase({
      lines: [
        aReturnLine({ approvedQuantity: 5 }),
        aReturnLine({ id: returnLineId('line-2'), approvedQuantity: 5 }),
      ],
    });
    const input = two(aFinding(), aFinding(), {
      returnCase,
      orderLines: [anOrderLine({ shippedQuantity: 8 })],
      unitGroups: [half('a'), half('b', { returnLineId: returnLineId('line-2') })],
    });
    expect(decided(input).portions.map((p) => p.eligibleQuantity)).toEqual([5, 3]);
    expect(decided(input).refundAmount).toBe(100_000);
  });

  test('two order lines of one case keep their own prices and caps', () => {
    const returnCase = aCase({
      lines: [
        aReturnLine(),
        aReturnLine({ id: returnLineId('line-2'), orderLineId: orderLineId('order-2') }),
      ],
    });
    const cheap = anOrderLine({ id: orderLineId('order-2'), unitPrice: 100, shippedQuantity: 3 });
    const input = two(aFinding(), aFinding(), {
      returnCase,
      orderLines: [anOrderLine(), cheap],
      unitGroups: [half('a'), half('b', { returnLineId: returnLineId('line-2') })],
    });
    expect(decided(input).portions.map((p) => [p.eligibleQuantity, p.eligibleAmount])).toEqual([
      [5, 62_500],
      [3, 300],
    ]);
  });

  test('units of no known order beside others change nothing for those', () => {
    const input = two(aFinding(), aFinding(), {
      unitGroups: [half('a', { returnLineId: null }), half('b')],
    });
    expect(decided(input).portions.map((p) => [p.standing, p.eligibleAmount])).toEqual([
      ['needsPerson', 0],
      ['upheld', 62_500],
    ]);
  });

  test('an open group leaves what was approved to the others', () => {
    const returnCase = aCase({ lines: [aReturnLine({ approvedQuantity: 5 })] });
    const input = two(caused({ cause: 'unknown' }), aFinding(), { returnCase });
    expect(decided(input).portions.map((p) => p.eligibleQuantity)).toEqual([0, 5]);
  });

  test('units refused as not intact leave what was approved to the others', () => {
    const returnCase = aCase({ lines: [aReturnLine({ approvedQuantity: 5 })] });
    const worn = { ...caused({ cause: 'wear' }, 5), unitGroupId: unitGroupId('a') };
    const input = two(aFinding(), aFinding(), { returnCase });
    const decision = decided({
      ...input,
      findings: [...input.findings, worn],
      answers: answered('intactMeaning', 'refuseNotIntact', 'a'),
    });
    expect(decision.portions.map((p) => [p.standing, p.eligibleQuantity, p.claimUpheld])).toEqual([
      ['upheld', 0, true],
      ['upheld', 5, true],
    ]);
  });

  test('what is refuted is not said to be held back by what other cases were granted', () => {
    const grantedElsewhere = [
      { orderLineId: orderLineId('order-line-1'), quantity: 0, value: 100_000 },
    ];
    const [first, second] = decided(two(aFinding(), sound(), { grantedElsewhere })).portions;
    const saidBy = (portion: typeof first) =>
      portion?.clauses.find(({ clause }) => clause === 'III-REFUND')?.why.code;
    expect([first?.eligibleAmount, saidBy(first), saidBy(second)]).toEqual([
      25_000,
      'refund.worthGrantedElsewhere',
      'refund.notUpheld',
    ]);
  });

  test('portions stand by group, and in a group by their first unit', () => {
    const three = (name: string) => ({
      ...about(name, aFinding()),
      quantity: 3,
      units: [{ from: 2, to: 5 }],
    });
    const input = two(aFinding(), aFinding(), { findings: [three('a'), three('b')] });
    const places = decided(input).portions.map((p) => `${p.unitGroupId} ${p.units[0]?.from}`);
    expect(places).toEqual(['a 0', 'a 2', 'b 0', 'b 2']);
  });

  test('a question about the whole case is asked once for all its groups', () => {
    const input = two(aFinding(), aFinding(), { contract: null });
    const decision = decided(input);
    expect(decision.portions.map((p) => p.questions.length)).toEqual([1, 1]);
    expect(decision.questions.map((q) => q.question)).toEqual(['noReturnPeriod']);
    const perGroup = two(caused({ cause: 'wear' }), caused({ cause: 'wear' }));
    expect(decided(perGroup).questions.map((q) => q.unitGroupId)).toEqual(['a', 'b']);
  });

  test('a surplus shipped once is taken back once', () => {
    const input = two(sound(), sound(), {
      returnCase: aCase({ lines: [aReturnLine({ claimedReason: 'wrongQuantity' })] }),
      orderLines: [anOrderLine({ orderedQuantity: 4 })],
    });
    const decision = decided(input);
    expect(decision.portions.map((p) => [p.unitGroupId, p.units, p.eligibleQuantity])).toEqual([
      ['a', [{ from: 0, to: 5 }], 5],
      ['b', [{ from: 0, to: 4 }], 0],
      ['b', [{ from: 4, to: 5 }], 1],
    ]);
  });

  test('parts of a kilogram sum to the price of the whole', () => {
    const third = (name: string) => half(name, { quantity: 0.333 });
    const found = (name: string) => ({ ...about(name, aFinding()), quantity: 0.333 });
    const decision = decided(
      aPolicyInput({
        orderLines: [anOrderLine({ unit: 'KG', unitPrice: 1000, shippedQuantity: 1 })],
        unitGroups: [third('a'), third('b'), third('c')],
        findings: [found('a'), found('b'), found('c')],
      }),
    );
    expect(decision.portions.map((p) => p.eligibleAmount)).toEqual([333, 333, 333]);
    expect(decision.refundAmount).toBe(999);
    const cheap = decided(
      aPolicyInput({
        orderLines: [anOrderLine({ unit: 'KG', unitPrice: 100, shippedQuantity: 1 })],
        unitGroups: [third('a'), third('b'), third('c')],
        findings: [found('a'), found('b'), found('c')],
      }),
    );
    expect(cheap.portions.map((p) => p.eligibleAmount)).toEqual([34, 33, 33]);
  });

  test('halves are rounded as the policy says', () => {
    const input = (rounding: 'halfEven' | 'halfUp') =>
      aPolicyInput({
        policy: aPolicy({ rounding }),
        orderLines: [anOrderLine({ unit: 'KG', unitPrice: 1, shippedQuantity: 1 })],
        unitGroups: [aUnitGroup({ quantity: 0.5 })],
        findings: [aFinding({ quantity: 0.5 })],
      });
    const even = decided(input('halfEven'));
    expect(even.refundAmount).toBe(0);
    expect(even.portions).toMatchObject([{ amountAtStake: 0, eligibleQuantity: 0.5 }]);
    const up = decided(input('halfUp'));
    expect([up.refundAmount, up.portions[0]?.amountAtStake]).toEqual([1, 1]);
  });

  test('counts that name the same group add up, and the same count twice counts once', () => {
    const counted = (...unitGroups: readonly UnitsCountedFact[]) =>
      decided(aPolicyInput({ unitGroups: [...unitGroups], findings: [] })).portions;
    const first = half('group-1');
    const second = half('group-1', { id: factId('fact-second-count') });
    expect(counted(first, second)).toMatchObject([{ quantity: 10 }]);
    expect(counted(first, first)).toMatchObject([{ quantity: 5 }]);
  });

  test('an open group puts its price at risk, an unknown one nothing', () => {
    expect(decided(aSituation()).portions[0]?.amountAtStake).toBe(125_000);
    const unknown = decided(aSituation({ counted: { returnLineId: null } }));
    expect(unknown.portions[0]?.amountAtStake).toBe(0);
  });
});

function decided(input: PolicyInput): CaseDecision {
  const decision = decideCase(input);
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return decision.value;
}

function freight({ shippingCost }: CaseDecision): string {
  const { bearer, parts, rechargeTo, wePickUp } = shippingCost;
  return [
    bearer,
    `recharged to ${rechargeTo ?? 'nobody'}`,
    ...parts.map((part) => `${part.bearer} ${part.amount}`),
    ...(wePickUp ? ['we pick up'] : []),
  ].join(', ');
}
