import { describe, expect, test } from 'vitest';
import { type AdmissionView, admitFact } from '../../../shared/cases/admitFact.ts';
import { rolesFor } from '../../../shared/cases/decisions/entitled.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { Grant } from '../../../shared/facts/documents.ts';
import type { Fact, FactKind, HeldFact } from '../../../shared/facts/fact.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { aCasesReferences } from '../../builders/cases/aCasesReferences.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { aGrant } from '../../builders/cases/aGrant.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import {
  aCorrection,
  aDecision,
  aFinishedInspection,
  aPerson,
  aSupervisor,
} from '../../builders/cases/decidedFacts.ts';
import {
  caseId,
  factId,
  personId,
  siteId,
  unitGroupId,
  verdictId,
} from '../../builders/cases/ids.ts';
import {
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  aRelease,
  aUnitGroup,
} from '../../builders/cases/recordedFacts.ts';

const inspected: readonly Fact[] = [
  anArrival(),
  aUnitGroup(),
  aFinding(),
  aPhoto(),
  aFinishedInspection(),
];
const references = aCasesReferences();

function seen(
  facts: readonly Fact[],
  overrides: Partial<AdmissionView> = {},
  grants: readonly Grant[] = [],
): AdmissionView {
  return {
    file: readCaseFile(aCase(), facts, overrides.refunds, grants),
    arrival: anArrival(),
    twin: null,
    target: null,
    isIdTaken: false,
    owner: null,
    goods: [],
    references,
    refunds: [],
    ...overrides,
  };
}
const refusalOf = (fact: Fact, view: AdmissionView, actor = aPerson()) => {
  const result = admitFact(fact, actor, view);
  return result.ok ? 'admitted' : result.refusal;
};

describe('who may record what', () => {
  const facts: readonly Fact[] = [...inspected, aDecision(), aHold(), aCorrection()];
  const roles = ['dock', 'inspector', 'supervisor'] as const;
  test.each(facts.flatMap((fact) => roles.map((role) => [fact.kind, role, fact] as const)))(
    '%s by %s',
    (kind: FactKind, role, fact) => {
      const actor = aPerson({ id: personId('someone'), roles: [role] });
      const mine = { ...fact, personId: actor.id };
      const refusal = refusalOf(
        mine,
        seen(inspected, { target: aFinding({ personId: actor.id }) }),
        actor,
      );
      const isRefusedForRole = typeof refusal === 'object' && refusal.code === 'notYourRole';
      expect(isRefusedForRole).toBe(!rolesFor[kind].includes(role));
    },
  );

  test('nobody who has left, and nobody of another site', () => {
    expect(refusalOf(aFinding(), seen(inspected), aPerson({ active: false }))).toEqual({
      code: 'inactivePerson',
    });
    expect(refusalOf(aFinding(), seen(inspected), aPerson({ siteIds: [siteId('far')] }))).toEqual({
      code: 'otherSite',
    });
  });
});

describe('the warehouse records what is', () => {
  test('goods nobody announced are received without a case', () => {
    expect(refusalOf(anArrival({ caseId: null }), seen([], { file: null }))).toBe('admitted');
  });
  test('goods nobody applied for, after a denied review, are received too', () => {
    const file = readCaseFile(
      aCase({ application: null, review: { outcome: 'denied', sentOn: '2026-11-10' } }),
      [],
    );
    expect(refusalOf(anArrival(), seen([], { file }))).toBe('admitted');
  });
  test('a box scanned again says who received it', () => {
    const twin = anArrival({ personId: personId('dora') });
    expect(refusalOf(anArrival({ id: factId('second') }), seen([], { twin }))).toEqual({
      code: 'alreadyArrived',
      arrivalId: 'arrival-1',
      by: 'dora',
    });
  });
  test('more than was counted cannot be defective', () => {
    expect(refusalOf(aFinding({ quantity: 11 }), seen(inspected))).toEqual({
      code: 'moreThanCounted',
      counted: 10,
      asked: 11,
    });
  });
  test('findings need counted units, and a finished inspection needs findings', () => {
    expect(refusalOf(aFinding(), seen([anArrival()]))).toEqual({ code: 'unknownUnitGroup' });
    expect(refusalOf(aFinishedInspection(), seen([anArrival(), aUnitGroup()]))).toEqual({
      code: 'nothingInspected',
    });
  });
  test('goods nobody knows the owner of can be counted, held and released all the same', () => {
    const blind = { file: null, arrival: anArrival({ caseId: null }) };
    const counted = { ...aUnitGroup(), caseId: null };
    const held = { ...aHold(), caseId: null, arrivalId: anArrival().arrivalId };
    const release: Fact = { ...aRelease(), caseId: null, arrivalId: anArrival().arrivalId };
    expect(refusalOf(counted, seen([], blind))).toBe('admitted');
    expect(refusalOf(held, seen([], blind))).toBe('admitted');
    expect(refusalOf(release, seen([], { ...blind, target: held }))).toBe('admitted');
    expect(refusalOf(counted, seen([], { ...blind, arrival: null }))).toEqual({
      code: 'unknownArrival',
    });
    expect(refusalOf(release, seen([], blind))).toEqual({ code: 'unknownFact' });
  });
  test('a hazard is released by a supervisor alone, any other hold by who works on the case', () => {
    const inspector = aPerson({ roles: ['inspector'] });
    const supervisor = aPerson({ roles: ['supervisor'] });
    const held = (reason: HeldFact['reason']) => seen([anArrival(), aHold({ reason })]);
    expect(refusalOf(aRelease(), held('papers'), inspector)).toBe('admitted');
    expect(refusalOf(aRelease(), held('hazard'), supervisor)).toBe('admitted');
    expect(refusalOf(aRelease(), held('hazard'), inspector)).toEqual({
      code: 'notYourRole',
      needs: ['supervisor'],
    });
    expect(refusalOf(aRelease({ because: 'other' }), held('papers'), inspector)).toEqual({
      code: 'reasonRequired',
    });
  });
  test('a blind arrival is linked once', () => {
    const link = { ...aHold(), kind: 'arrivalLinked', reason: 'Same lot' } as const;
    const { pausesClock: _, note: __, ...rest } = link;
    const fact: Fact = {
      ...rest,
      caseId: caseId('case-1'),
      arrivalId: anArrival().arrivalId,
      reason: 'Same lot',
    };
    const blind = anArrival({ caseId: null });
    expect(refusalOf(fact, seen([], { arrival: blind }))).toBe('admitted');
    expect(refusalOf(fact, seen([], { arrival: anArrival({ caseId: caseId('other') }) }))).toEqual({
      code: 'alreadyLinked',
      caseId: 'other',
    });
  });
});

test('whoever decided about a case does not touch its goods afterwards', () => {
  const decided = [...inspected, aDecision({ decision: 'sendBack', personId: personId('ivan') })];
  expect(refusalOf(aFinding({ id: factId('late') }), seen(decided))).toEqual({
    code: 'ownHandsOnCase',
    hands: 'inspected',
  });
});

describe('corrections', () => {
  test("take back one's own record, or anybody's with a supervisor's word", () => {
    const target = aFinding({ personId: personId('ines') });
    expect(refusalOf(aCorrection(), seen(inspected, { target: aFinding() }))).toBe('admitted');
    expect(refusalOf(aCorrection(), seen(inspected, { target }))).toEqual({
      code: 'notYourRole',
      needs: ['supervisor'],
    });
    expect(refusalOf(aCorrection(), seen(inspected, { target }), aSupervisor())).toBe('admitted');
  });
  test('never take back a decision about money', () => {
    expect(
      refusalOf(aCorrection(), seen(inspected, { target: aDecision() }), aSupervisor()),
    ).toEqual({
      code: 'notCorrectable',
    });
  });
});

describe('a supervisor decides', () => {
  const sara = aSupervisor();
  const decide = (
    overrides: Parameters<typeof aDecision>[0] = {},
    view: AdmissionView = seen(inspected),
    actor = sara,
  ) => admitFact(aDecision({ personId: actor.id, ...overrides }), actor, view);

  test('an approval frees the amount the policy grants, with its clauses', () => {
    const result = decide();
    expect(result).toMatchObject({
      ok: true,
      value: {
        refund: {
          verdictId: 'verdict-1',
          amount: 125_000,
          currency: 'USD',
          method: 'bankTransfer',
          lines: [{ unitGroupId: 'group-1', amount: 125_000 }],
        },
      },
    });
    expect(result.ok && result.value.refund?.clauses).toContain('II-QUALITY');
  });

  test('never about goods the same person received or inspected, even after a correction', () => {
    const both = (id: string) => aPerson({ id: personId(id), roles: ['inspector', 'supervisor'] });
    expect(decide({}, seen(inspected), both('dora'))).toEqual({
      ok: false,
      refusal: { code: 'ownHandsOnCase', hands: 'received' },
    });
    expect(decide({}, seen(inspected), aSupervisor({ id: personId('ivan') }))).toMatchObject({
      refusal: { code: 'ownHandsOnCase' },
    });
    const corrected = [
      ...inspected,
      aFinding({ id: factId('fact-finding-9'), personId: personId('sara') }),
      aCorrection({ corrects: factId('fact-finding-9') }),
    ];
    expect(decide({}, seen(corrected))).toMatchObject({
      refusal: { code: 'ownHandsOnCase', hands: 'inspected' },
    });
  });

  test('not twice, and not about another verdict than the one that stands', () => {
    expect(decide({ id: factId('again') }, seen([...inspected, aDecision()]))).toMatchObject({
      refusal: { code: 'alreadyDecided', by: 'sara' },
    });
    expect(decide({ verdictId: verdictId('none') })).toMatchObject({
      refusal: { code: 'unknownVerdict' },
    });
    const superseding = aFinishedInspection({
      verdictId: verdictId('verdict-2'),
      basis: [...aFinishedInspection().basis, aFinishedInspection().id],
    });
    expect(decide({}, seen([...inspected, superseding]))).toMatchObject({
      refusal: { code: 'verdictSuperseded', head: 'verdict-2' },
    });
  });

  test('not over facts the verdict has not seen', () => {
    const late = aFinding({ id: factId('fact-finding-2') });
    expect(decide({}, seen([...inspected, late]))).toMatchObject({
      refusal: { code: 'verdictSuperseded', head: 'fact-finding-2' },
    });
  });

  test('of two rival verdicts one is sent back first', () => {
    const rival = aFinishedInspection({ verdictId: verdictId('verdict-2') });
    const facts = [...inspected, rival];
    expect(decide({}, seen(facts))).toMatchObject({ refusal: { code: 'verdictContested' } });
    const sentBack = { decision: 'sendBack', reason: 'The other one is complete' } as const;
    expect(decide({ ...sentBack, verdictId: verdictId('verdict-2') }, seen(facts)).ok).toBe(true);
    const after = aDecision({
      ...sentBack,
      id: factId('sent-back'),
      verdictId: verdictId('verdict-2'),
    });
    expect(decide({}, seen([...facts, after])).ok).toBe(true);
  });

  test('may send back a verdict that was granted whole, and what was granted stays granted', () => {
    const facts = [...inspected, aDecision()];
    const grant = aGrant();
    const back = { id: factId('back'), decision: 'sendBack', reason: 'Count again' } as const;
    expect(decide({ ...back, choices: [] }, seen(facts, {}, [grant]))).toEqual({
      ok: true,
      value: { refund: null, decision: null, grant: null },
    });
    const after = [...facts, aDecision({ ...back, choices: [] })];
    const file = readCaseFile(aCase(), after, [], [grant]);
    expect([file.state, file.grants]).toEqual(['sentBack', [grant]]);
    // A no that central took as final is another thing.
    const declined = aGrant({ decision: 'decline' });
    expect(decide({ ...back, choices: [] }, seen(facts, {}, [declined]))).toMatchObject({
      refusal: { code: 'alreadyDecided' },
    });
  });

  test('not while something dangerous holds the case', () => {
    expect(decide({}, seen([...inspected, aHold({ reason: 'hazard' })]))).toMatchObject({
      refusal: { code: 'caseOnHold', reason: 'hazard' },
    });
  });

  test.each(['decline', 'sendBack', 'override'] as const)('%s needs a reason', (decision) => {
    expect(decide({ decision, reason: ' ' })).toMatchObject({
      refusal: { code: 'reasonRequired' },
    });
  });

  test('only what the policy offers may be chosen, an own sum only as an override', () => {
    const [choice] = aDecision().choices;
    if (!choice) throw new Error('the usual decision has a choice');
    const offered = (change: Partial<typeof choice>, more = {}) =>
      decide({ choices: [{ ...choice, ...change }], ...more });
    expect(offered({ resolution: 'none' })).toMatchObject({
      refusal: { code: 'choiceNotOffered' },
    });
    expect(offered({ overrideAmount: 5 })).toMatchObject({ refusal: { code: 'choiceNotOffered' } });
    const override = { decision: 'override', reason: 'Goodwill' };
    expect(offered({ overrideAmount: 50_000 }, override)).toMatchObject({
      value: { refund: { amount: 50_000 } },
    });
    expect(offered({ overrideAmount: 125_001 }, override)).toMatchObject({
      refusal: { code: 'amountOutOfRange', most: 125_000, currency: 'USD' },
    });
    expect(decide({ choices: [] })).toMatchObject({ refusal: { code: 'nothingChosen' } });
    expect(
      decide({ choices: [choice, { ...choice, unitGroupId: unitGroupId('stranger') }] }),
    ).toMatchObject({ refusal: { code: 'unknownUnitGroup' } });
  });

  test('missing photos block approval, never capture', () => {
    const policy = aPolicy();
    const demanding = {
      ...policy,
      parameters: {
        ...policy.parameters,
        evidence: [{ reason: null, severity: null, shots: ['serialPlate' as const] }],
      },
    };
    const view = seen(inspected, { references: { ...references, policy: demanding } });
    expect(decide({}, view)).toMatchObject({
      refusal: { code: 'evidenceMissing', shots: ['serialPlate'] },
    });
    expect(refusalOf(aFinding({ id: factId('more') }), view)).toBe('admitted');
  });

  test('above the limit two people, each once, with the same choices', () => {
    const limited = { ...references, contract: aContract({ secondApprovalAbove: 100_000 }) };
    const sam = aSupervisor({ id: personId('sam') });
    expect(decide({}, seen(inspected, { references: limited }))).toMatchObject({
      ok: true,
      value: { refund: null },
    });
    const once = seen([...inspected, aDecision()], { references: limited });
    expect(decide({ id: factId('again') }, once)).toMatchObject({
      refusal: { code: 'alreadyDecided', by: 'sara' },
    });
    expect(decide({ id: factId('second') }, once, sam)).toMatchObject({
      value: { refund: { amount: 125_000 } },
    });
    const atTheLimit = { ...references, contract: aContract({ secondApprovalAbove: 125_000 }) };
    expect(decide({}, seen(inspected, { references: atTheLimit }))).toMatchObject({
      value: { refund: { amount: 125_000 } },
    });
  });

  test('units already paid for bring only the difference', () => {
    const again = aFinishedInspection({
      verdictId: verdictId('verdict-2'),
      basis: [...aFinishedInspection().basis, aFinishedInspection().id],
    });
    const facts = [...inspected, aDecision(), again];
    const next = { id: factId('second'), verdictId: verdictId('verdict-2') };
    expect(decide(next, seen(facts, {}, [aGrant({ value: 80_000 })]))).toMatchObject({
      value: { refund: { amount: 45_000 } },
    });
    expect(decide(next, seen(facts, {}, [aGrant({ value: 125_000 })]))).toMatchObject({
      value: { refund: null },
    });
  });
});
