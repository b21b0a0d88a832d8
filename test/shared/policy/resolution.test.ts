/** What may be chosen for a group, what becomes of the goods, and who pays the freight. */
import { describe, expect, test } from 'vitest';
import { decideCase } from '../../../shared/policy/decideCase.ts';
import type { CaseDecision, PolicyInput } from '../../../shared/policy/decision.ts';
import type { Answer } from '../../../shared/returns/fact.ts';
import { aCase } from '../../builders/aCase.ts';
import { anOrderLine } from '../../builders/anOrderLine.ts';
import { aPolicyInput } from '../../builders/aPolicyInput.ts';
import { aSituation, type Situation } from '../../builders/aSituation.ts';
import { findingId, unitGroupId } from '../../builders/ids.ts';
import { aDefect, aFinding, aHold } from '../../builders/recordedFacts.ts';

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
    const offered = decided(aSituation(situation)).portions[0]?.resolutions ?? [];
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
    expect(decided(aSituation(situation)).portions[0]?.dispositions.join(' ')).toBe(says);
  });

  test('whether goods are intact is unknown until all were looked at', () => {
    const intact = (situation: Situation) => decided(aSituation(situation)).portions[0]?.intact;
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

describe('the verdict in words', () => {
  const verdict = (situation: Situation) => {
    const group = decided(aSituation(situation)).portions[0];
    return [group?.claimUpheld, group?.negative, group?.missing];
  };

  test('upheld, not upheld, or not known yet', () => {
    expect(verdict({ found: [aFinding()] })).toEqual([true, null, []]);
    expect(verdict({ found: [sound()] })).toEqual([false, 'notDefective', []]);
    expect(verdict({})).toEqual([null, null, ['finding']]);
    expect(verdict({ found: [caused({ cause: 'wear' })] })).toEqual([null, null, []]);
    expect(
      verdict({ policy: { clientEvidence: ['inspectionReport'] }, found: [aFinding()] }),
    ).toEqual([null, 'moreInformation', ['clientEvidence.inspectionReport']]);
    expect(verdict({ policy: { clientEvidence: ['inspectionReport'] } })).toEqual([
      null,
      'moreInformation',
      ['finding', 'clientEvidence.inspectionReport'],
    ]);
  });

  test('facts in any order are cited in the same order', () => {
    const found = ['finding-1', 'finding-2', 'finding-3'].map((name) =>
      aFinding({
        findingId: findingId(name),
        id: aFinding({ findingId: findingId(name) }).id,
        quantity: 3,
      }),
    );
    for (const findings of [found, [...found].reverse(), [found[1], found[2], found[0]]]) {
      const facts = decided(aPolicyInput({ findings: findings.filter((f) => f !== undefined) }))
        .portions[0]?.clauses[0]?.facts;
      expect(facts).toEqual(['fact-finding-1', 'fact-finding-2', 'fact-finding-3']);
    }
  });

  test('clauses are told in the order of the policy', () => {
    const { clauses, portions } = decided(aPolicyInput());
    expect(clauses.map((c) => c.clause).join(' ')).toBe(
      'III-REVIEW III-SHIPCOST III-INSPECT V-CSM V-IMPROVE',
    );
    expect(portions[0]?.clauses.map((c) => c.clause).join(' ')).toBe(
      'II-QUALITY II-ORDER II-TRANSPORT III-APPLY III-REFUND IV-CUSTOM IV-PERIOD',
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
