/** What would change one portion, where others of the case stand beside it or the change reaches further. */
import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { counterfactuals } from '../../../../shared/policy/explain/counterfactuals.ts';
import { aCase, anApplication } from '../../../builders/cases/aCase.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import {
  caseId,
  findingId,
  orderLineId,
  returnLineId,
  unitGroupId,
} from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';

const sound = aFinding({ observation: { kind: 'noDefect' } });
const caused = (cause: Parameters<typeof aDefect>[0]) => aFinding({ observation: aDefect(cause) });
const other = {
  findingId: findingId('finding-2'),
  id: aFinding({ findingId: findingId('finding-2') }).id,
};
const late = { application: anApplication({ receivedOn: '2026-11-24' }) };

/** Two groups of five of the same line, the second with a finding of its own. */
function twoGroups(situation: Situation, found = aFinding()): PolicyInput {
  const input = aSituation({
    found: [aFinding({ quantity: 5 })],
    ...situation,
    counted: { quantity: 5 },
  });
  const group = { unitGroupId: unitGroupId('group-2'), quantity: 5 };
  return {
    ...input,
    unitGroups: [...input.unitGroups, aUnitGroup(group)],
    findings: [...input.findings, { ...found, ...other, ...group }],
  };
}

function turns(input: PolicyInput, group = 'group-1'): readonly string[] {
  return counterfactuals(input, (portion) => portion.group.unitGroupId === group).map(
    ({ amount, becomes, changes }) =>
      `${becomes} ${amount / 100}: ${changes
        .map(({ code, data }) => `${code.slice('turn.'.length)}(${Object.values(data).join(' ')})`)
        .join(' + ')}`,
  );
}

describe('what would turn one portion beside others', () => {
  test('the first group took all that was approved: more approved for both', () => {
    expect(turns(twoGroups({ claim: { approvedQuantity: 5 } }), 'group-2')).toEqual([
      'upheld 625: approvedQuantity(10)',
    ]);
    expect(turns(twoGroups({ claim: { approvedQuantity: 5 } }, sound), 'group-2')).toEqual([
      'upheld 625: defectFound(5 manufacturing) + approvedQuantity(10)',
    ]);
  });

  test('the first group took all that was shipped: more shipped for both', () => {
    const sold = { orderedQuantity: 5, shippedQuantity: 5 };
    expect(turns(twoGroups({ sold }), 'group-2')).toEqual(['upheld 625: shippedQuantity(10)']);
  });

  test('what the first group took of another order line is no matter', () => {
    const input = twoGroups({ claim: { approvedQuantity: 5 } }, sound);
    const [line] = input.returnCase.lines;
    const [sold] = input.orderLines;
    if (!line || !sold) throw new Error('nothing sold');
    const second = {
      ...line,
      id: returnLineId('line-2'),
      orderLineId: orderLineId('order-line-2'),
    };
    const returnCase = { ...input.returnCase, lines: [line, second] };
    const unitGroups = input.unitGroups.map((g) =>
      g.unitGroupId === 'group-2' ? { ...g, returnLineId: second.id } : g,
    );
    const orderLines = [
      { ...sold, shippedQuantity: 5 },
      { ...sold, id: second.orderLineId, shippedQuantity: 5 },
    ];
    expect(turns({ ...input, orderLines, returnCase, unitGroups }, 'group-2')).toEqual([
      'upheld 625: defectFound(5 manufacturing)',
    ]);
  });

  test('the surplus went to the first group: the second needs a ground of its own', () => {
    const input = twoGroups(
      { sold: { orderedQuantity: 8 }, found: [{ ...sound, quantity: 5 }] },
      sound,
    );
    expect(turns(input, 'group-2')).toEqual(['upheld 625: defectFound(5 manufacturing)']);
  });
});

describe('what would turn a portion, where the change reaches further', () => {
  test('sound, late and nothing approved: three changes at once', () => {
    const input = aSituation({
      sold: { customised: true },
      office: late,
      claim: { approvedQuantity: 0 },
      found: [sound],
    });
    expect(turns(input)).toEqual([
      'upheld 1250: defectFound(10 manufacturing) + appliedBy(2026-11-23) + approvedQuantity(10)',
    ]);
  });

  test('found sound and defective: the one of both that was meant', () => {
    expect(turns(aSituation({ found: [sound, { ...caused({}), ...other }] }))).toEqual([
      'upheld 1250: onlyDefects(10)',
      'notUpheld 0: onlySound(10)',
    ]);
  });

  test('units found sound like their neighbours are paid for by themselves', () => {
    const cracked = { ...caused({}), ...other, quantity: 4, units: [{ from: 0, to: 4 }] };
    const serials = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'];
    const again = [{ unitGroupId: unitGroupId('group-1'), serial: 'S1', caseId: caseId('case-9') }];
    const input = aSituation({ counted: { serials }, found: [aFinding()] });
    expect(turns({ ...input, serialsElsewhere: again })[0]).toBe(
      'upheld 125: serialNotReturnedBefore(S1)',
    );
    expect(turns(aSituation({ found: [sound, cracked] }))).toContain('notUpheld 0: onlySound(4)');
  });

  test('a change after which some of the units are paid and some are not turns nothing', () => {
    const input = aSituation({
      sold: { orderedQuantity: 8, shippedQuantity: 0 },
      claim: { approvedQuantity: 8 },
      found: [aFinding()],
    });
    expect(turns(input)).toEqual(['upheld 1250: approvedQuantity(10) + shippedQuantity(10)']);
  });

  test('an application before this edition took effect would not be its to decide', () => {
    const input = aSituation({ office: late, found: [aFinding()] });
    const policy = { ...aPolicy(), effectiveFrom: '2026-11-24' };
    expect(turns({ ...input, policy })).toEqual([
      'upheld 1250: answered(lateRealDefect acceptLate false)',
      'notUpheld 0: misuseProved(manufacturing 10 2 function.leak)',
      'notUpheld 0: answered(lateRealDefect refuseLate false)',
    ]);
  });

  test('no contract: whether it is in time is a person’s word', () => {
    const input = aSituation({ contract: null, found: [aFinding()] });
    expect(turns(input)).toEqual([
      'upheld 1250: answered(noReturnPeriod treatAsInTime true)',
      'notUpheld 0: misuseProved(manufacturing 10 2 function.leak)',
    ]);
  });

  test('days nobody can count have no neighbours', () => {
    const returnPeriod = { days: -1, kind: 'calendarDays', receiptDayCounts: false } as const;
    expect(turns(aSituation({ contract: { returnPeriod } }))).toEqual([]);
  });

  test('findings about more units than there are: nothing turns what must be counted first', () => {
    expect(turns(aSituation({ found: [{ ...aFinding(), quantity: 12 }] }))).toEqual([]);
  });

  test('nothing would uphold goods nobody sold: what would open it again', () => {
    const accepted = {
      question: 'blindReturn',
      answer: 'acceptAsReturn',
      unitGroupId: unitGroupId('group-1'),
      reason: 'known',
    };
    const input = aSituation({
      counted: { returnLineId: null },
      found: [sound],
      answers: [accepted],
    });
    const returnCase = aCase({ lines: [] });
    expect(turns({ ...input, returnCase, orderLines: [] })).toEqual([
      'needsFacts 0: defectFound(10 manufacturing)',
    ]);
  });

  test('an objection that was not made stays not made whatever else changes', () => {
    const input = aSituation({
      claim: { claimedReason: 'transportDamage' },
      office: {
        objection: 'notMade',
        application: anApplication({ receivedOn: '2026-11-05' }),
        review: { outcome: 'denied', sentOn: '2026-11-10' },
      },
      found: [caused({ cause: 'outboundTransport' })],
    });
    expect(turns(input).filter((turn) => !turn.includes('causeIs'))).toEqual([
      'upheld 1250: objectedBy(2026-11-05) + reviewAuthorises()',
    ]);
  });

  test('each paper the policy version asks for is sent for itself', () => {
    const readings = {
      ...aPolicy().parameters.readings,
      evidenceAfterInspection: 'ask',
    } as const;
    const missing = (what: 'photos' | 'description') =>
      turns(
        aSituation({
          office: { application: anApplication({ description: '', evidence: [] }) },
          policy: { clientEvidence: [what], readings },
          found: [aFinding()],
        }),
      )[0];
    expect([missing('photos'), missing('description')]).toEqual([
      'upheld 1250: evidenceSent(photos)',
      'upheld 1250: evidenceSent(description)',
    ]);
  });

  test('two return lines share what was shipped, and each has its own approved number', () => {
    const input = twoGroups({ sold: { orderedQuantity: 10, shippedQuantity: 10 } });
    const [line] = input.returnCase.lines;
    if (!line) throw new Error('no line');
    const second = { ...line, id: returnLineId('line-2'), approvedQuantity: 0 };
    const returnCase = { ...input.returnCase, lines: [{ ...line, approvedQuantity: 5 }, second] };
    const unitGroups = input.unitGroups.map((g) =>
      g.unitGroupId === 'group-2' ? { ...g, returnLineId: second.id } : { ...g, quantity: 10 },
    );
    expect(turns({ ...input, returnCase, unitGroups }, 'group-2')).toEqual([
      'upheld 625: approvedQuantity(5)',
    ]);
  });
});
