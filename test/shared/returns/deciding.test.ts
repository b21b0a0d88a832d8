import { describe, expect, test } from 'vitest';
import { type AdmissionView, admitFact } from '../../../shared/returns/admitFact.ts';
import { readCaseFile } from '../../../shared/returns/caseFile.ts';
import { matchChoices, signed } from '../../../shared/returns/choices.ts';
import type { GroupChoice } from '../../../shared/returns/decisionFacts.ts';
import type { Contract, Grant } from '../../../shared/returns/documents.ts';
import type { Fact, VerdictDecidedFact } from '../../../shared/returns/fact.ts';
import type { CaseReferences } from '../../../shared/returns/policyInput.ts';
import { contradictions } from '../../../shared/returns/signatures.ts';
import { decideVerdict, termsOf } from '../../../shared/returns/verdict.ts';
import { aCase, aReturnLine } from '../../builders/aCase.ts';
import { aCasesReferences } from '../../builders/aCasesReferences.ts';
import { aContract } from '../../builders/aContract.ts';
import { accepted } from '../../builders/accepted.ts';
import { aGrant } from '../../builders/aGrant.ts';
import { anOrderLine } from '../../builders/anOrderLine.ts';
import { aDecision, aFinishedInspection, aSupervisor } from '../../builders/decidedFacts.ts';
import {
  factId,
  findingId,
  orderLineId,
  personId,
  unitGroupId,
  verdictId,
} from '../../builders/ids.ts';
import { aDefect, aFinding, anArrival, aPhoto, aUnitGroup } from '../../builders/recordedFacts.ts';

const sam = aSupervisor({ id: personId('sam') });
const sara = aSupervisor();
const five = (from: number) => [{ from, to: from + 5 }];

/** Five leak and are ours, five are sound. */
const halfAndHalf: readonly Fact[] = [
  anArrival(),
  aUnitGroup(),
  aPhoto(),
  aFinding({ quantity: 5, units: five(0) }),
  aFinding({
    findingId: findingId('finding-2'),
    quantity: 5,
    units: five(5),
    observation: { kind: 'noDefect' },
  }),
];
const allLeak: readonly Fact[] = [anArrival(), aUnitGroup(), aPhoto(), aFinding()];

type Told = {
  readonly facts: readonly Fact[];
  readonly grants?: readonly Grant[];
  readonly contract?: Partial<Contract>;
  readonly references?: Partial<CaseReferences>;
  readonly lines?: Parameters<typeof aReturnLine>[0];
};

/** The case with its inspection finished over all facts told. */
function told({ facts, grants = [], contract, references, lines }: Told): AdmissionView {
  const basis = facts.filter((f) => f.kind !== 'verdictDecided').map((f) => f.id);
  const finished = aFinishedInspection({ basis });
  return {
    file: readCaseFile(
      aCase(lines ? { lines: [aReturnLine(lines)] } : {}),
      [...facts, finished],
      [],
      grants,
    ),
    arrival: null,
    twin: null,
    target: null,
    isIdTaken: false,
    references: aCasesReferences({ contract: aContract(contract), ...references }),
    refunds: [],
  };
}

/** The decision as the desk signs it: over what the policy computes. */
function signedDecision(
  view: AdmissionView,
  choices: readonly Partial<GroupChoice>[],
  more: Partial<VerdictDecidedFact> = {},
): VerdictDecidedFact {
  const { file, references } = view;
  const inspection = file?.inspections[0];
  if (!file || !references || !inspection) throw new Error('nothing to decide about');
  const fact = aDecision(more);
  const decision = accepted(decideVerdict(inspection, file, references, fact));
  const usual = aDecision().choices[0];
  const full = choices.map((choice) => ({ ...usual, ...choice }) as GroupChoice);
  const terms = termsOf(decision, inspection, file, references);
  return {
    ...fact,
    choices: accepted(matchChoices(full, decision)).map(signed),
    ...(terms ? { terms } : {}),
  };
}

const refund = (from: number) => ({ units: five(from) });
const back = (from: number): Partial<GroupChoice> => ({
  units: five(from),
  resolution: 'returnToClient',
  disposition: 'returnToClient',
});
const admit = (fact: Fact, view: AdmissionView, actor = sara) => {
  const result = admitFact({ ...fact, personId: actor.id }, actor, view);
  return result.ok ? result.value : result.refusal;
};

const freight = {
  question: 'mixedFreight',
  unitGroupId: null,
  answer: 'us',
  reason: 'agreed',
};

describe('Decisions may be partial', () => {
  test('a portion that waits never holds one that is due', () => {
    const half = halfAndHalf.slice(0, 4);
    const view = told({ facts: half });
    expect(admit(signedDecision(view, [refund(0)]), view)).toMatchObject({
      refund: { amount: 62_500 },
      grant: { portions: [{ units: five(0), quantity: 5, value: 62_500 }] },
    });
    const decided = signedDecision(view, [refund(0)]);
    const after = readCaseFile(aCase(), [...view.file!.facts, decided]);
    expect(after.state).toBe('partlyDecided');
  });

  test('the freight of a mixed parcel is asked with its last part, and holds no money before', () => {
    const view = told({ facts: halfAndHalf });
    expect(admit(signedDecision(view, [refund(0)]), view)).toMatchObject({
      refund: { amount: 62_500 },
    });
    expect(admit(signedDecision(view, [refund(0), back(5)]), view)).toMatchObject({
      code: 'questionOpen',
      question: 'mixedFreight',
    });
  });

  test('and what nothing was chosen for stays open', () => {
    const view = told({ facts: halfAndHalf });
    expect(admit({ ...aDecision(), choices: [] }, view)).toEqual({ code: 'nothingChosen' });
  });

  test('a choice about a whole group, older than portions, covers all of it', () => {
    const view = told({ facts: halfAndHalf });
    expect(admit(aDecision({ answers: [freight] }), view)).toMatchObject({
      refund: { amount: 62_500 },
      grant: {
        portions: [
          { units: five(0), resolution: 'refund', value: 62_500 },
          { units: five(5), resolution: 'returnToClient', value: 0 },
        ],
      },
    });
  });

  test('the same portion is not decided twice', () => {
    const view = told({ facts: halfAndHalf });
    const first = signedDecision(view, [refund(0)]);
    const grant = { ...grantOf(admit(first, view)), acceptedAt: '2026-11-20T15:00:00Z' } as Grant;
    const later = told({ facts: [...halfAndHalf, first], grants: [grant] });
    expect(
      admit(signedDecision(later, [refund(0)], { id: factId('again') }), later, sam),
    ).toMatchObject({ code: 'alreadyDecided' });
    expect(
      admit(
        signedDecision(later, [back(5)], { id: factId('rest'), answers: [freight] }),
        later,
        sam,
      ),
    ).toMatchObject({ refund: null, grant: { added: [{ value: 0, paid: 0 }] } });
  });

  test('every unit decided and accepted without money is settled, and with money refunded', () => {
    const view = told({ facts: halfAndHalf });
    const decision = signedDecision(view, [back(5), refund(0)]);
    const granted = (value: number): Grant =>
      aGrant({
        value,
        portions: [0, 5].map((from) => ({
          unitGroupId: unitGroupId('group-1'),
          units: five(from),
          orderLineId: orderLineId('order-line-1'),
          resolution: 'exchange',
          disposition: 'scrap',
          quantity: 5,
          value,
          amount: 0,
        })),
      });
    const file = readCaseFile(aCase(), [...view.file!.facts, decision], [], [granted(0)]);
    expect(file.state).toBe('settled');
  });
});

function grantOf(admission: ReturnType<typeof admit>) {
  return 'grant' in admission ? admission.grant : null;
}

describe('A decision is signed over what it decides', () => {
  test.each([
    ['amount', (c: GroupChoice) => ({ ...c, amount: 1_250_000 })],
    ['value', (c: GroupChoice) => ({ ...c, value: 1 })],
    ['quantity', (c: GroupChoice) => ({ ...c, quantity: 4 })],
  ] as [string, (c: GroupChoice) => GroupChoice][])(
    'a %s that is not the computed one is refused, both named',
    (field, change) => {
      const view = told({ facts: halfAndHalf });
      const decision = signedDecision(view, [refund(0)]);
      expect(admit({ ...decision, choices: decision.choices.map(change) }, view)).toMatchObject({
        code: 'signedDiffers',
        field,
        unitGroupId: 'group-1',
      });
    },
  );

  test('another price, contract version or basis than was signed is refused', () => {
    const view = told({ facts: halfAndHalf });
    const decision = signedDecision(view, [refund(0)]);
    const dearer = told({
      facts: halfAndHalf,
      references: { orderLines: [anOrderLine({ unitPrice: 99_999 })] },
    });
    expect(admit(decision, dearer)).toMatchObject({ code: 'signedDiffers', field: 'basisHash' });
    const newer = told({ facts: halfAndHalf, contract: { version: 2 } });
    expect(admit(decision, newer)).toMatchObject({
      code: 'signedDiffers',
      field: 'contractVersion',
      signed: '1',
      computed: '2',
    });
  });
});

describe('Limits count the worth of goods granted, over the whole case', () => {
  const wrong = allLeak.map((f) =>
    f.kind === 'finding' ? aFinding({ observation: aDefect({ cause: 'orderError' }) }) : f,
  );

  test('an exchange above the limit needs two', () => {
    const view = told({ facts: wrong, contract: { secondApprovalAbove: 100_000 } });
    const exchange = [{ resolution: 'exchange', disposition: 'quarantine' }] as const;
    const disposition = { ...exchange[0], disposition: 'restock' as const };
    expect(admit(signedDecision(view, [disposition]), view)).toMatchObject({ grant: null });
  });

  test('what was granted before counts, however it was grouped', () => {
    const before = aGrant({ value: 62_500 });
    const view = told({
      facts: halfAndHalf.map((f) =>
        f.kind === 'unitsCounted' || f.kind === 'finding'
          ? { ...f, unitGroupId: unitGroupId('group-2') }
          : f,
      ),
      grants: [before],
      contract: { secondApprovalAbove: 62_500 },
      references: { grantedElsewhere: [] },
    });
    const decision = signedDecision(view, [{ ...refund(0), unitGroupId: unitGroupId('group-2') }]);
    // Recounted into another group, the same five pumps are worth nothing new.
    expect(admit(decision, view)).toMatchObject({ refund: null, grant: { added: [{ value: 0 }] } });
  });

  test('ten pumps undone and counted again as five and five pay nothing again', () => {
    const recounted = [0, 1].flatMap((n): readonly Fact[] => {
      const group = unitGroupId(`again-${n}`);
      return [
        aUnitGroup({ unitGroupId: group, quantity: 5 }),
        aFinding({ findingId: findingId(`leak-${n}`), unitGroupId: group, quantity: 5 }),
      ];
    });
    const view = told({ facts: [anArrival(), aPhoto(), ...recounted], grants: [aGrant()] });
    const decision = signedDecision(view, [
      { unitGroupId: unitGroupId('again-0') },
      { unitGroupId: unitGroupId('again-1') },
    ]);
    expect(admit(decision, view)).toMatchObject({ refund: null });
  });

  test('an override of one group to the whole worth beside another takes two people', () => {
    const groups = ['group-1', 'group-2'].flatMap((name): readonly Fact[] => [
      aUnitGroup({ unitGroupId: unitGroupId(name), quantity: 5 }),
      aFinding({
        findingId: findingId(`leak-${name}`),
        unitGroupId: unitGroupId(name),
        quantity: 5,
      }),
    ]);
    const view = told({
      facts: [anArrival(), aPhoto(), ...groups],
      grants: [aGrant({ value: 100_000, portions: [] })],
    });
    const override = signedDecision(
      view,
      [{ overrideAmount: 62_500 }, { unitGroupId: unitGroupId('group-2') }],
      { decision: 'override', reason: 'goodwill' },
    );
    expect(admit(override, view)).toMatchObject({ grant: { added: [{ value: 25_000 }] } });
    const more = told({
      facts: [anArrival(), aPhoto(), ...groups],
      references: {
        grantedElsewhere: [
          { orderLineId: orderLineId('order-line-1'), quantity: 1, value: 110_000 },
        ],
      },
    });
    const beyond = signedDecision(
      more,
      [{ overrideAmount: 62_500 }, { unitGroupId: unitGroupId('group-2') }],
      { decision: 'override', reason: 'goodwill', answers: [freight] },
    );
    expect(admit(beyond, more)).toMatchObject({ grant: null });
    const once = { ...more, file: readCaseFile(aCase(), [...more.file!.facts, beyond]) };
    expect(admit({ ...beyond, id: factId('second') }, once, sam)).toMatchObject({
      grant: { signedBy: ['sara', 'sam'] },
    });
  });

  test('what other cases had of the order line is not there any more', () => {
    const elsewhere = { orderLineId: orderLineId('order-line-1'), quantity: 8, value: 100_000 };
    const view = told({ facts: allLeak, references: { grantedElsewhere: [elsewhere] } });
    expect(admit(signedDecision(view, [{}], { answers: [freight] }), view)).toMatchObject({
      refund: { amount: 25_000 },
      grant: { added: [{ quantity: 2, value: 25_000, paid: 25_000 }] },
    });
  });
});

describe('Two signatures', () => {
  const contract = { secondApprovalAbove: 1 };
  const unclear = allLeak.map((f) =>
    f.kind === 'finding' ? aFinding({ observation: aDefect({ cause: 'unknown' }) }) : f,
  );
  const answering = (answer: string) => ({
    answers: [
      {
        question: 'responsibleUnknown',
        unitGroupId: unitGroupId('group-1'),
        answer,
        reason: 'seen',
      },
    ],
  });

  test('that agree on answers, amounts and dispositions free the money', () => {
    const view = told({ facts: unclear, contract });
    const first = signedDecision(view, [{}], answering('us'));
    expect(admit(first, view)).toMatchObject({ refund: null, grant: null });
    const once = { ...view, file: readCaseFile(aCase(), [...view.file!.facts, first]) };
    const second = { ...signedDecision(once, [{}], answering('us')), id: factId('second') };
    expect(admit(second, once, sam)).toMatchObject({ refund: { amount: 125_000 } });
  });

  test('that differ in an answer, "us" and "half each", free nothing and are contested', () => {
    const view = told({ facts: unclear, contract });
    const first = signedDecision(view, [{}], answering('us'));
    const once = { ...view, file: readCaseFile(aCase(), [...view.file!.facts, first]) };
    const second = {
      ...signedDecision(once, [{}], answering('sharedHalf')),
      id: factId('second'),
      personId: sam.id,
    };
    expect(admit(second, once, sam)).toMatchObject({ refund: null, grant: null });
    const both = readCaseFile(aCase(), [...once.file.facts, second]);
    expect(contradictions(both).map((d) => d.personId)).toEqual(['sara', 'sam']);
    // The first agrees after all, by a decision that takes the place of the own one.
    const replaced = {
      ...signedDecision({ ...view, file: both }, [{}], answering('sharedHalf')),
      id: factId('third'),
      replaces: [first.id],
    };
    expect(admit(replaced, { ...view, file: both })).toMatchObject({ refund: { amount: 62_500 } });
  });

  test('one person is not two', () => {
    const view = told({ facts: allLeak, contract });
    const first = signedDecision(view, [{}]);
    const once = { ...view, file: readCaseFile(aCase(), [...view.file!.facts, first]) };
    expect(admit({ ...first, id: factId('again') }, once)).toMatchObject({
      code: 'alreadyDecided',
    });
  });
});

describe('Compensation', () => {
  const crushed = allLeak.map((f) =>
    f.kind === 'finding' ? aFinding({ observation: aDefect({ cause: 'outboundTransport' }) }) : f,
  );
  const objected = { objectedOn: '2026-11-05' };

  test('is a sum with its basis, at most the price', () => {
    const view = told({ facts: crushed });
    const file = readCaseFile(aCase(objected), view.file!.facts);
    const of = { ...view, file };
    const compensate = (amount: number, basis: GroupChoice['basis']) =>
      signedDecision(of, [
        {
          resolution: 'compensation',
          disposition: 'keepWithAllowance',
          amount,
          ...(basis ? { basis } : {}),
        },
      ]);
    expect(admit(compensate(30_000, 'costOfRepair'), of)).toMatchObject({
      refund: { amount: 30_000 },
    });
    expect(admit(compensate(30_000, undefined), of)).toMatchObject({ code: 'basisRequired' });
    expect(admit(compensate(125_001, 'agreed'), of)).toMatchObject({ code: 'amountOutOfRange' });
  });
});

describe('A refund waits for its photos', () => {
  test('of each shot the policy wants, one by its hash', () => {
    const view = told({ facts: allLeak });
    const policy = view.references!.policy;
    const demanding = {
      ...policy,
      parameters: {
        ...policy.parameters,
        evidence: [{ reason: null, severity: null, shots: ['defectCloseUp' as const] }],
      },
    };
    const of = told({ facts: allLeak, references: { policy: demanding } });
    expect(admit(signedDecision(of, [{}]), of)).toMatchObject({
      refund: { waitsForPhotos: [[aPhoto().sha256]] },
    });
  });
});

test('a verdict bears an id no other verdict ever bore', () => {
  const view = told({ facts: allLeak });
  const ivan = { ...sara, id: personId('ivan'), roles: ['inspector' as const] };
  const again = aFinishedInspection({ id: factId('again'), basis: [] });
  expect(admit(again, view, ivan)).toMatchObject({ code: 'idReused' });
  const elsewhere = { ...again, verdictId: verdictId('verdict-9') };
  expect(admit(elsewhere, { ...view, isIdTaken: true }, ivan)).toMatchObject({
    code: 'idReused',
  });
});
