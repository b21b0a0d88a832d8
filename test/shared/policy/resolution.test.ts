/** What may be chosen for a group, what becomes of the goods, and who pays the freight. */
import { describe, expect, test } from 'vitest';
import { decideCase } from '../../../shared/policy/decideCase.ts';
import type { CaseDecision, PolicyInput } from '../../../shared/policy/decision.ts';
import type { Answer, FindingFact, UnitsCountedFact } from '../../../shared/returns/fact.ts';
import { aCase, aReturnLine } from '../../builders/aCase.ts';
import { anOrderLine } from '../../builders/anOrderLine.ts';
import { aPolicy } from '../../builders/aPolicy.ts';
import { aPolicyInput } from '../../builders/aPolicyInput.ts';
import { aSituation, type Situation } from '../../builders/aSituation.ts';
import { findingId, returnLineId, unitGroupId } from '../../builders/ids.ts';
import { aDefect, aFinding, aHold, aUnitGroup } from '../../builders/recordedFacts.ts';

const sound = (quantity = 10) => aFinding({ quantity, observation: { kind: 'noDefect' } });
const caused = (cause: Parameters<typeof aDefect>[0], quantity = 10) =>
  aFinding({ quantity, observation: aDefect(cause) });
const objected = { objectedOn: '2026-11-04' };
const outbound = caused({ cause: 'outboundTransport' });
const answered = (question: string, answer: string, about: string | null = 'group-1'): Answer[] => [
  { question, answer, unitGroupId: about === null ? null : unitGroupId(about), reason: 'because' },
];

describe('resolutions on offer', () => {
  // biome-ignore format: one offer a line
  test.each<readonly [string, Situation, string]>([
    ['a quality issue is refunded', { found: [aFinding()] }, 'refund 10 for 125000'],
    ['an order error is refunded or exchanged', { claim: { wanted: null }, found: [caused({ cause: 'orderError' })] }, 'refund 10 for 125000, exchange 10 for 0'],
    ['the client’s wish stands first', { claim: { wanted: 'exchange' }, found: [caused({ cause: 'orderError' })] }, 'exchange 10 for 0, refund 10 for 125000'],
    ['a wish the clause does not give is not offered', { claim: { wanted: 'exchange' }, found: [aFinding()] }, 'refund 10 for 125000'],
    ['transport damage is refunded or compensated', { office: objected, found: [outbound] }, 'refund 10 for 125000, compensation 10 for 125000'],
    ['what goes back is offered beside what is paid', { found: [aFinding({ quantity: 3 }), { ...sound(7), id: sound().id, findingId: findingId('f2') }] }, 'refund 3 for 37500, returnToClient 7 for 0'],
    ['of two clauses only what both give', { found: [aFinding({ quantity: 5 }), { ...caused({ cause: 'orderError' }, 5), findingId: findingId('f2') }] }, 'refund 10 for 125000'],
    ['what is not upheld goes back, or nothing is done', { found: [sound()] }, 'returnToClient 10 for 0, none 10 for 0'],
    ['nothing is offered before the facts are there', {}, ''],
    ['nothing is offered before a person has answered', { found: [caused({ cause: 'wear' })] }, ''],
    ['a shared half pays half', { found: [caused({ cause: 'wear' })], answers: answered('responsibleUnknown', 'sharedHalf') }, 'refund 10 for 62500'],
  ])('%s', (_, situation, says) => {
    const offered = decided(aSituation(situation)).groups[0]?.resolutions ?? [];
    expect(offered.map((o) => `${o.kind} ${o.quantity} for ${o.amount}`).join(', ')).toBe(says);
  });
});

describe('what may become of the goods', () => {
  // biome-ignore format: one disposition a line
  test.each<readonly [string, Situation, string]>([
    ['badly made goods go to the vendor, to rework or to scrap', { found: [aFinding()] }, 'returnToVendor rework scrap quarantine'],
    ['wrong but whole goods are restocked', { found: [caused({ cause: 'orderError' })] }, 'restock quarantine'],
    ['wrong goods that are not whole are not', { found: [caused({ cause: 'orderError' }), { ...caused({ cause: 'returnTransport' }, 1), findingId: findingId('f2') }], answers: answered('intactMeaning', 'payInFull') }, 'rework scrap keepWithAllowance quarantine'],
    ['customised goods are never restocked', { sold: { customised: true }, found: [caused({ cause: 'orderError' })], answers: answered('customisedOurError', 'acceptCustomised') }, 'rework scrap keepWithAllowance quarantine'],
    ['damaged goods may be kept with an allowance', { office: objected, found: [outbound] }, 'rework scrap keepWithAllowance quarantine'],
    ['goods that are not upheld go back', { found: [sound()] }, 'returnToClient quarantine'],
    ['foreign goods stay in quarantine first', { counted: { identity: 'mismatch_instance' }, found: [sound()], answers: answered('blindReturn', 'refuseAsReturn') }, 'quarantine returnToClient'],
    ['undecided goods stay in quarantine', {}, 'quarantine'],
    ['goods somebody must decide about stay in quarantine', { found: [caused({ cause: 'wear' })] }, 'quarantine'],
    ['dangerous goods stay in quarantine whatever the verdict', { holds: [aHold({ reason: 'hazard' })], found: [aFinding()] }, 'quarantine'],
    ['goods held for another reason do not', { holds: [aHold()], found: [aFinding()] }, 'returnToVendor rework scrap quarantine'],
  ])('%s', (_, situation, says) => {
    expect(decided(aSituation(situation)).groups[0]?.dispositions.join(' ')).toBe(says);
  });

  test('whether goods are intact is unknown until all were looked at', () => {
    const intact = (situation: Situation) => decided(aSituation(situation)).groups[0]?.intact;
    const further = { ...caused({ cause: 'returnTransport' }, 1), findingId: findingId('f2') };
    expect(intact({})).toBe(null);
    expect(intact({ found: [aFinding({ quantity: 9 })] })).toBe(null);
    expect(intact({ found: [aFinding()] })).toBe(true);
    expect(intact({ found: [aFinding(), further] })).toBe(false);
  });
});

describe('who pays the return freight', () => {
  // biome-ignore format: one bearer a line
  test.each<readonly [string, Situation, string]>([
    ['our fault: we pay and pick up', { found: [aFinding()] }, 'us, recharged to nobody, us 4800, we pick up'],
    ['our carrier: we pick up and recharge it', { office: objected, found: [outbound] }, 'ourCarrier, recharged to ourCarrier, ourCarrier 4800, we pick up'],
    ['the client’s fault: the client pays', { found: [sound()] }, 'client, recharged to client, client 4800'],
    ['the client’s carrier', { found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'clientCarrier') }, 'clientCarrier, recharged to clientCarrier, clientCarrier 4800'],
    ['half each, the odd cent is ours', { office: { freight: 4801 }, found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'sharedHalf') }, 'shared, recharged to nobody, us 2401, client 2400'],
    ['undecided: nobody yet', {}, 'undetermined, recharged to nobody'],
    ['freight nobody has charged yet', { office: { freight: null }, found: [aFinding()] }, 'us, recharged to nobody, we pick up'],
    ['free freight is still borne', { office: { freight: 0 }, found: [aFinding()] }, 'us, recharged to nobody, us 0, we pick up'],
  ])('%s', (_, situation, says) => {
    expect(freight(decided(aSituation(situation)))).toBe(says);
  });

  test('no goods at all: nobody yet', () => {
    expect(freight(decided(aPolicyInput({ unitGroups: [], findings: [] })))).toBe(
      'undetermined, recharged to nobody',
    );
  });
});

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

  test('upheld and not upheld: the freight is shared, a person decides', () => {
    const decision = decided(two(aFinding(), sound()));
    expect(decision.groups.map((g) => g.standing)).toEqual(['upheld', 'notUpheld']);
    expect(decision.standing).toBe('needsPerson');
    expect(freight(decision)).toBe('undetermined, recharged to nobody');
    expect(decision.questions).toEqual([
      {
        question: 'responsibleUnknown',
        clauses: ['II-QUALITY', 'III-SHIPCOST'],
        why: { code: 'ask.freightShared', data: { ours: 1, theirs: 1 } },
        unitGroupId: null,
        answers: ['us', 'ourCarrier', 'client', 'clientCarrier', 'sharedHalf'],
        facts: ['case:case-1', 'fact-a', 'fact-b'],
      },
    ]);
  });

  test.each([
    ['us', 'us, recharged to nobody, us 4800, we pick up'],
    ['client', 'client, recharged to client, client 4800'],
    ['sharedHalf', 'shared, recharged to nobody, us 2400, client 2400'],
  ])('the person says: %s', (answer, says) => {
    const answers = answered('responsibleUnknown', answer, null);
    const decision = decided(two(aFinding(), sound(), { answers }));
    expect(freight(decision)).toBe(says);
    expect(decision.standing).toBe('upheld');
    expect(decision.clauses.find((c) => c.clause === 'III-SHIPCOST')).toMatchObject({
      fired: true,
      facts: ['case:case-1', 'fact-a', 'fact-b', 'answer:responsibleUnknown'],
    });
  });

  test('an answer about freight means nothing where one party answers for all', () => {
    const answers = answered('responsibleUnknown', 'client', null);
    expect(freight(decided(two(aFinding(), aFinding(), { answers })))).toBe(
      'us, recharged to nobody, us 4800, we pick up',
    );
  });

  test('a group upheld in part is a return of both', () => {
    const found = [
      aFinding({ quantity: 3 }),
      { ...sound(7), findingId: findingId('f2'), id: aFinding({ findingId: findingId('f2') }).id },
    ];
    expect(decided(aSituation({ found })).questions[0]?.why).toEqual({
      code: 'ask.freightShared',
      data: { ours: 1, theirs: 1 },
    });
  });

  test('us and our carrier are one side: we', () => {
    const damaged = aFinding({ observation: aDefect({ cause: 'outboundTransport' }) });
    const returnCase = aCase(objected);
    expect(freight(decided(two(aFinding(), damaged, { returnCase })))).toContain('us, recharged');
    expect(freight(decided(two(damaged, damaged, { returnCase })))).toContain('ourCarrier, rech');
  });

  test('the client and the client’s carrier are one side: the client', () => {
    const unknown = caused({ cause: 'unknown' });
    const answers = answered('responsibleUnknown', 'clientCarrier', 'a');
    const decision = decided(two(unknown, sound(), { answers }));
    expect(decision.groups.map((g) => g.liability)).toEqual(['clientCarrier', 'client']);
    expect(freight(decision)).toContain('client, recharged');
  });

  test('a shared group beside a clear one: a person decides', () => {
    const unknown = caused({ cause: 'unknown' });
    const answers = answered('responsibleUnknown', 'sharedHalf', 'a');
    const decision = decided(two(unknown, aFinding(), { answers }));
    expect(decision.groups.map((g) => g.liability)).toEqual(['shared', 'us']);
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
      expect(decided(given).groups.map((g) => [g.unitGroupId, g.eligibleQuantity])).toEqual([
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
    expect(decided(input).groups.map((g) => g.eligibleQuantity)).toEqual([5, 3]);
    expect(decided(input).refundAmount).toBe(100_000);
  });

  test('a surplus shipped once is taken back once', () => {
    const input = two(sound(), sound(), {
      returnCase: aCase({ lines: [aReturnLine({ claimedReason: 'wrongQuantity' })] }),
      orderLines: [anOrderLine({ orderedQuantity: 4 })],
    });
    const decision = decided(input);
    expect(decision.groups.map((g) => g.eligibleQuantity)).toEqual([5, 1]);
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
    expect(decision.groups.map((g) => g.eligibleAmount)).toEqual([333, 333, 333]);
    expect(decision.refundAmount).toBe(999);
    const cheap = decided(
      aPolicyInput({
        orderLines: [anOrderLine({ unit: 'KG', unitPrice: 100, shippedQuantity: 1 })],
        unitGroups: [third('a'), third('b'), third('c')],
        findings: [found('a'), found('b'), found('c')],
      }),
    );
    expect(cheap.groups.map((g) => g.eligibleAmount)).toEqual([34, 33, 33]);
  });

  test('halves are rounded as the policy says', () => {
    const input = (rounding: 'halfEven' | 'halfUp') =>
      aPolicyInput({
        policy: aPolicy({ rounding }),
        orderLines: [anOrderLine({ unit: 'KG', unitPrice: 1, shippedQuantity: 1 })],
        unitGroups: [aUnitGroup({ quantity: 0.5 })],
        findings: [aFinding({ quantity: 0.5 })],
      });
    expect(decided(input('halfEven'))).toMatchObject({
      refundAmount: 0,
      groups: [{ amountAtStake: 0, eligibleQuantity: 0.5 }],
    });
    expect(decided(input('halfUp'))).toMatchObject({
      refundAmount: 1,
      groups: [{ amountAtStake: 1 }],
    });
  });

  test('counts that name the same group add up', () => {
    const input = aPolicyInput({ unitGroups: [half('group-1'), { ...half('group-1') }] });
    expect(decided(input).groups).toMatchObject([{ eligibleQuantity: 10 }]);
  });

  test('an open group puts its price at risk, an unknown one nothing', () => {
    expect(decided(aSituation()).groups[0]?.amountAtStake).toBe(125_000);
    expect(decided(aSituation({ counted: { returnLineId: null } })).groups[0]?.amountAtStake).toBe(
      0,
    );
  });
});

describe('what the decision was made with', () => {
  test('policy, contract and currency are named', () => {
    expect(decided(aPolicyInput())).toMatchObject({
      policyVersionId: 'policy-1',
      policyVersion: 1,
      contractId: 'contract-1',
      contractVersion: 1,
      currency: 'USD',
    });
  });

  test('without a contract the order’s currency speaks, without an order US dollars', () => {
    const orderLines = [anOrderLine({ currency: 'EUR' })];
    expect(decided(aPolicyInput({ contract: null, orderLines }))).toMatchObject({
      contractId: null,
      contractVersion: null,
      currency: 'EUR',
    });
    const returnCase = aCase({ lines: [] });
    expect(
      decided(aPolicyInput({ contract: null, orderLines: [], unitGroups: [], returnCase }))
        .currency,
    ).toBe('USD');
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
