import { describe, expect, test } from 'vitest';
import { inputWhenDecided } from '../../../shared/cases/decisions/replayCases.ts';
import { decidingOf } from '../../../shared/cases/decisions/verdict.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { GroupChoice } from '../../../shared/facts/decisionFacts.ts';
import type { Grant } from '../../../shared/facts/documents.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { aGrant } from '../../builders/cases/aGrant.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import {
  admit,
  allLeak,
  back,
  factsIn,
  five,
  freight,
  halfAndHalf,
  refund,
  sam,
  signedDecision,
  told,
} from '../../builders/cases/aVerdictToDecide.ts';
import { aDecision } from '../../builders/cases/decidedFacts.ts';
import { factId, findingId, orderLineId, unitGroupId } from '../../builders/cases/ids.ts';
import {
  aDefect,
  aFinding,
  anArrival,
  aPhoto,
  aUnitGroup,
  recordedOn,
} from '../../builders/cases/recordedFacts.ts';

describe('Decisions may be partial', () => {
  test('a portion that waits never holds one that is due', () => {
    const half = halfAndHalf.slice(0, 4);
    const view = told({ facts: half });
    expect(admit(signedDecision(view, [refund(0)]), view)).toMatchObject({
      refund: { amount: 62_500 },
      grant: { portions: [{ units: five(0), quantity: 5, value: 62_500 }] },
    });
    const decided = signedDecision(view, [refund(0)]);
    const after = readCaseFile(aCase(), [...factsIn(view), decided]);
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
    const file = readCaseFile(aCase(), [...factsIn(view), decision], [], [granted(0)]);
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
    f.kind === 'finding'
      ? aFinding({
          observation: aDefect({ cause: 'orderError', code: 'specification.wrongModel' }),
        })
      : f,
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
    const once = { ...more, file: readCaseFile(aCase(), [...factsIn(more), beyond]) };
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

describe('The day of a decision', () => {
  const view = told({ facts: allLeak });
  /** Arrived on 18 November, due on 30 November; a clock twenty days ahead says 8 December. */
  const fast = (offsetMs: number | null) => {
    const utc = '2026-12-08T15:00:00.000Z';
    return signedDecision(view, [{ units: [{ from: 0, to: 10 }] }], {
      at: { ...recordedOn('2026-12-08'), utc, offsetMs },
    });
  };
  const inspectionOf = (decided: ReturnType<typeof admit>) =>
    'decision' in decided
      ? decided.decision?.clauses.find(({ clause }) => clause === 'III-INSPECT')?.fired
      : decided;

  test('is the one by central’s clock: a station known to run ahead decides no later for it', () => {
    const twentyDays = -20 * 24 * 60 * 60 * 1000;
    expect(inspectionOf(admit(fast(twentyDays), view))).toBe(true);
    expect(inspectionOf(admit(fast(0), view))).toBe(false);
  });

  test('is never after central accepted it', () => {
    const decided = fast(null);
    const { file } = view;
    if (!file) throw new Error('no case');
    const acceptedAt = new Map([[decided.id, '2026-11-20T15:00:00.000Z']]);
    const later = { ...view, file: { ...file, acceptedAt } };
    expect(inspectionOf(admit(decided, later))).toBe(true);
    expect(decidingOf(decided, { acceptedAt }).on).toBe('2026-11-20');
  });

  test('changes nothing of what was signed', () => {
    const twentyDays = -20 * 24 * 60 * 60 * 1000;
    expect(fast(twentyDays).terms).toEqual(fast(0).terms);
  });

  test('is the same when the decision is replayed', () => {
    const { file, references } = view;
    if (!file || !references) throw new Error('no case');
    const decided = fast(null);
    const after = readCaseFile(
      aCase(),
      [...factsIn(view), decided],
      [],
      [],
      new Map([[decided.id, '2026-11-20T15:00:00.000Z']]),
    );
    expect(inputWhenDecided(after, references)?.asOf).toBe('2026-11-20');
  });
});
