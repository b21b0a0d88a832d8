/** What may be chosen for a portion, what becomes of the goods, and who pays the freight. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import type { FindingFact } from '../../../../shared/facts/fact.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { CaseDecision, PolicyInput } from '../../../../shared/policy/decision.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { aPolicyInput } from '../../../builders/cases/aPolicyInput.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import { findingId, unitGroupId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aHold } from '../../../builders/cases/recordedFacts.ts';

const sound = (quantity = 10) => aFinding({ quantity, observation: { kind: 'noDefect' } });
const caused = (cause: Parameters<typeof aDefect>[0], quantity = 10) =>
  aFinding({ quantity, observation: aDefect(cause) });
const also = (finding: FindingFact): FindingFact => ({
  ...finding,
  findingId: findingId('f2'),
  id: aFinding({ findingId: findingId('f2') }).id,
});
const shippedOther = {
  shippedArticle: { number: 'PUMP-50', name: 'Pump 50', gtin: '09521101530018' },
};
const thatArticle = {
  identity: 'mismatch_class',
  article: { gtin: null, number: 'PUMP-50', name: 'Pump 50' },
} as const;
const ballPens = {
  identity: 'mismatch_class',
  article: { gtin: '04012345678901', number: 'PEN-1', name: 'Ball pen' },
} as const;
const wrongModel = { cause: 'orderError', code: 'specification.wrongModel' } as const;
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
    ['what goes back is offered for its own units', { found: [aFinding({ quantity: 3 }), also(sound(7))] }, 'refund 3 for 37500 / returnToClient 7 for 0, none 7 for 0'],
    ['what a number holds back goes back beside what is paid', { claim: { approvedQuantity: 6 }, found: [aFinding()] }, 'refund 6 for 75000, returnToClient 4 for 0'],
    ['of two clauses on the same units all that either gives', { found: [aFinding(), also(caused({ cause: 'orderError' }))] }, 'refund 10 for 125000, exchange 10 for 0'],
    ['the wish stands first though a stronger clause decides the money', { claim: { wanted: 'exchange' }, found: [aFinding(), also(caused({ cause: 'orderError' }))] }, 'exchange 10 for 0, refund 10 for 125000'],
    ['of three clauses on the same units all that any gives', { office: objected, found: [outbound, also(caused({ cause: 'orderError' }))] }, 'refund 10 for 125000, exchange 10 for 0, compensation 10 for 125000'],
    ['a cause nobody knows beside damage by the client’s carrier, laid to us: refunded', { sold: { carrier: { name: 'Own van', selectedBy: 'client' } }, found: [caused({ cause: 'unknown' }), also(outbound)], answers: answered('responsibleUnknown', 'us') }, 'refund 10 for 125000'],
    ['of two clauses on other units each for its own', { found: [aFinding({ quantity: 5 }), also(caused({ cause: 'orderError' }, 5))] }, 'refund 5 for 62500 / refund 5 for 62500, exchange 5 for 0'],
    ['what is not upheld goes back, or nothing is done', { found: [sound()] }, 'returnToClient 10 for 0, none 10 for 0'],
    ['nothing is offered before the facts are there', {}, ''],
    ['nothing is offered before a person has answered', { found: [caused({ cause: 'wear' })] }, ''],
    ['a shared half pays half', { found: [caused({ cause: 'wear' })], answers: answered('responsibleUnknown', 'sharedHalf') }, 'refund 10 for 62500'],
  ])('%s', (_, situation, says) => {
    const offered = decided(aSituation(situation)).portions.map(({ resolutions }) =>
      resolutions.map((o) => `${o.kind} ${o.quantity} for ${o.amount}`).join(', '),
    );
    expect(offered.join(' / ')).toBe(says);
  });

  test('every choice says the worth of the goods it grants, which limits count', () => {
    const values = (situation: Situation) =>
      decided(aSituation(situation)).portions.flatMap(({ resolutions }) =>
        resolutions.map((o) => [o.kind, o.amount, o.value]),
      );
    expect(values({ found: [caused({ cause: 'orderError' })] })).toEqual([
      ['refund', 125_000, 125_000],
      ['exchange', 0, 125_000],
    ]);
    expect(values({ office: objected, found: [outbound] })).toEqual([
      ['refund', 125_000, 125_000],
      ['compensation', 125_000, 125_000],
    ]);
    expect(values({ found: [sound()] })).toEqual([
      ['returnToClient', 0, 0],
      ['none', 0, 0],
    ]);
  });
});

describe('what may become of the goods', () => {
  // biome-ignore format: one disposition a line
  test.each<readonly [string, Situation, string]>([
    ['badly made goods go to the vendor, to rework or to scrap', { found: [aFinding()] }, 'returnToVendor rework scrap quarantine'],
    ['wrong but whole goods are restocked', { found: [caused(wrongModel)] }, 'restock quarantine'],
    ['wrongly labelled ones too', { found: [caused({ cause: 'orderError', code: 'labelAndDocuments.label' })] }, 'restock quarantine'],
    ['and where we sent too many', { found: [caused({ cause: 'orderError', code: 'quantity.surplus' })] }, 'restock quarantine'],
    ['or too few', { found: [caused({ cause: 'orderError', code: 'quantity.short' })] }, 'restock quarantine'],
    ['goods that parts are missing of are not', { found: [caused({ cause: 'orderError', code: 'quantity.partsMissing' })] }, 'rework scrap keepWithAllowance quarantine'],
    ['a wrong model that arrived soaked is not: what was found on it decides', { found: [caused(wrongModel), also(caused({ cause: 'returnTransport', code: 'transport.wet' }))] }, 'rework scrap keepWithAllowance quarantine'],
    ['nor one shown wrong by the records alone', { sold: shippedOther, counted: thatArticle, found: [sound(), also(caused({ cause: 'returnTransport', code: 'transport.wet' }))] }, 'rework scrap keepWithAllowance quarantine'],
    ['goods shipped wrongly on which damage was found are not, whoever caused it', { found: [caused({ cause: 'orderError', code: 'transport.wet' })] }, 'rework scrap keepWithAllowance quarantine'],
    ['nor are goods with parts missing', { found: [caused({ cause: 'orderError', code: 'quantity.partsMissing' })] }, 'rework scrap keepWithAllowance quarantine'],
    ['one shown wrong by the records, and sound, is restocked', { sold: shippedOther, counted: thatArticle, found: [sound()] }, 'restock quarantine'],
    ['wrong goods that were worn are not', { found: [caused(wrongModel), also(caused({ cause: 'wear' }))], answers: answered('intactMeaning', 'payInFull') }, 'rework scrap keepWithAllowance quarantine'],
    ['of a mixed group each portion has its own', { found: [caused(wrongModel, 4), also(aFinding({ quantity: 6 }))] }, 'returnToVendor rework scrap quarantine / restock quarantine'],
    ['badly made and wrongly picked goods follow the defect', { found: [aFinding(), also(caused(wrongModel))] }, 'returnToVendor rework scrap quarantine'],
    ['a surplus that is sound is restocked', { sold: { orderedQuantity: 8 }, counted: { quantity: 2 }, found: [sound(2)] }, 'restock quarantine'],
    ['ball pens for pumps are never restocked, refused or accepted', { counted: ballPens, found: [sound()], answers: answered('blindReturn', 'acceptAsReturn') }, 'quarantine returnToClient'],
    ['ball pens for pumps nobody decided about stay in quarantine', { counted: ballPens, found: [sound()] }, 'quarantine'],
    ['what a person refused as not intact goes back', { found: [aFinding(), also(caused({ cause: 'wear' }))], answers: answered('intactMeaning', 'refuseNotIntact') }, 'returnToClient quarantine'],
    ['customised goods are never restocked', { sold: { customised: true }, found: [caused(wrongModel)], answers: answered('customisedOurError', 'acceptCustomised') }, 'rework scrap keepWithAllowance quarantine'],
    ['damaged goods may be kept with an allowance', { office: objected, found: [outbound] }, 'rework scrap keepWithAllowance quarantine'],
    ['goods that are not upheld go back', { found: [sound()] }, 'returnToClient quarantine'],
    ['foreign goods stay in quarantine first', { counted: { identity: 'mismatch_instance' }, found: [sound()], answers: answered('blindReturn', 'refuseAsReturn') }, 'quarantine returnToClient'],
    ['undecided goods stay in quarantine', {}, 'quarantine'],
    ['goods somebody must decide about stay in quarantine', { found: [caused({ cause: 'wear' })] }, 'quarantine'],
    ['dangerous goods stay in quarantine whatever the verdict', { holds: [aHold({ reason: 'hazard' })], found: [aFinding()] }, 'quarantine'],
    ['goods held for another reason do not', { holds: [aHold()], found: [aFinding()] }, 'returnToVendor rework scrap quarantine'],
  ])('%s', (_, situation, says) => {
    const offered = decided(aSituation(situation)).portions.map((p) => p.dispositions.join(' '));
    expect(offered.join(' / ')).toBe(says);
  });
});

describe('whether goods are intact', () => {
  const wet = also(caused({ cause: 'returnTransport', code: 'transport.wet' }));
  const worn = also(caused({ cause: 'wear' }));
  // biome-ignore format: one state a line
  test.each<readonly [string, Situation, readonly (boolean | null)[]]>([
    ['nobody knows before somebody looked', {}, [null]],
    ['of each unit it is known once somebody looked at it', { found: [aFinding({ quantity: 9 })] }, [true, null]],
    ['what is ours leaves them intact', { found: [aFinding()] }, [true]],
    ['the carrier’s damage leaves them intact', { office: objected, found: [outbound] }, [true]],
    ['sound goods are', { found: [sound()] }, [true]],
    ['wear beside what is ours is damage, claimed or not', { found: [aFinding(), worn] }, [false]],
    ['so is damage whose cause nobody knows', { found: [aFinding(), also(caused({ cause: 'unknown' }))] }, [false]],
    ['damage on the way back of a pick-up we owe is ours', { found: [aFinding(), wet] }, [true]],
    ['damage on the way back the client had to arrange is the client’s', { found: [sound(), wet] }, [false]],
    ['damage on the way back of goods half the client’s is', { found: [caused({ cause: 'unknown' }), wet], answers: answered('responsibleUnknown', 'sharedHalf') }, [false]],
    ['a doubtful cause leaves it open', { found: [caused({ cause: 'unknown' })] }, [null]],
    ['a doubtful cause that a person laid to us leaves them intact', { found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'us') }, [true]],
    ['a doubtful cause that a person laid to the client does not', { found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'client') }, [false]],
    ['another article is not intact for being another', { sold: shippedOther, counted: thatArticle }, [null]],
  ])('%s', (_, situation, says) => {
    expect(decided(aSituation(situation)).portions.map((p) => p.intact)).toEqual(says);
  });
});

describe('who pays the return freight', () => {
  // biome-ignore format: one bearer a line
  test.each<readonly [string, Situation, string]>([
    ['our fault: we pay and pick up', { found: [aFinding()] }, 'us, recharged to nobody, us 4800, we pick up'],
    ['our carrier: we pick up and recharge it', { office: objected, found: [outbound] }, 'us, recharged to ourCarrier, us 4800, we pick up'],
    ['the client’s fault: the client pays', { found: [sound()] }, 'client, recharged to client, client 4800'],
    ['the client’s carrier', { found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'clientCarrier') }, 'client, recharged to clientCarrier, client 4800'],
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
    const [portion] = decided(aSituation(situation)).portions;
    return [portion?.claimUpheld, portion?.negative, portion?.missing];
  };

  test('upheld, not upheld, or not known yet', () => {
    expect(verdict({ found: [aFinding()] })).toEqual([true, null, []]);
    expect(verdict({ found: [sound()] })).toEqual([false, 'notDefective', []]);
    expect(verdict({})).toEqual([null, null, ['finding']]);
    expect(verdict({ found: [caused({ cause: 'wear' })] })).toEqual([null, null, []]);
  });

  test('papers of the client hold nothing up, before or after the inspection', () => {
    const policy = { clientEvidence: ['inspectionReport'] } satisfies Situation['policy'];
    expect(verdict({ policy, found: [aFinding()] })).toEqual([true, null, []]);
    expect(verdict({ policy, found: [sound()] })).toEqual([false, 'notDefective', []]);
    expect(verdict({ policy })).toEqual([null, null, ['finding']]);
  });

  test('facts in any order are cited in the same order', () => {
    const found = ['finding-1', 'finding-2', 'finding-3'].map((name) =>
      aFinding({
        findingId: findingId(name),
        id: aFinding({ findingId: findingId(name) }).id,
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
