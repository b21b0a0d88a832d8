/** Lots inspected by sample, where the contract agreed it: level II, AQL 1.5 for major defects. */
import { describe, expect, test } from 'vitest';
import { decideCase } from '../../../shared/policy/decideCase.ts';
import type { Severity } from '../../../shared/returns/codes.ts';
import type { SamplingAgreement } from '../../../shared/returns/documents.ts';
import { aSituation, type Situation } from '../../builders/aSituation.ts';
import { findingId } from '../../builders/ids.ts';
import { aDefect, aFinding } from '../../builders/recordedFacts.ts';

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

const sound = (quantity: number) =>
  aFinding({ findingId: findingId('sound'), quantity, observation: { kind: 'noDefect' } });
const bad = (quantity: number, severity: Severity = 'major', name = 'bad') =>
  aFinding({ findingId: findingId(name), quantity, observation: aDefect({ severity }) });

function said(situation: Situation): string {
  const decision = decideCase(aSituation(situation));
  const group = decision.ok ? decision.value.portions[0] : undefined;
  const quality = group?.clauses.find((c) => c.clause === 'II-QUALITY')?.why;
  return `${group?.standing} ${group?.eligibleQuantity}: ${quality?.code.slice('quality.'.length)}`;
}

describe('a sample speaks for the units nobody looked at', () => {
  // biome-ignore format: one lot a line
  test.each<readonly [string, Situation, string]>([
    ['four majors in 80 fail the lot; the 76 seen to be sound stay sound', lot([bad(4), sound(76)]), 'upheld 924: inferredFromSample'],
    ['three majors pass it, and are refunded themselves', lot([bad(3), sound(77)]), 'upheld 3: manufacturingDefect'],
    ['eight minors fail it', lot([bad(8, 'minor'), sound(72)]), 'upheld 928: inferredFromSample'],
    ['seven minors pass it', lot([bad(7, 'minor'), sound(73)]), 'upheld 7: manufacturingDefect'],
    ['one critical fails it', lot([bad(1, 'critical'), sound(79)]), 'upheld 921: inferredFromSample'],
    ['majors of several findings add up', lot([bad(2), bad(2, 'major', 'more'), sound(76)]), 'upheld 924: inferredFromSample'],
    ['a sound sample ends the claim', lot([sound(80)]), 'notUpheld 0: noDefect'],
    ['a sample too small says nothing about the rest', lot([bad(4), sound(75)]), 'needsFacts 0: manufacturingDefect'],
    ['no sample at all says nothing', lot(), 'needsFacts 0: notInspected'],
    ['without an agreement every unit is looked at', lot([bad(4), sound(76)], { contract: { sampling: null } }), 'needsFacts 0: manufacturingDefect'],
    ['everything inspected infers nothing', lot([bad(4), sound(996)]), 'upheld 4: manufacturingDefect'],
    ['misuse in the sample proves nothing of the others', lot([bad(4), sound(75), aFinding({ findingId: findingId('m'), quantity: 1, observation: aDefect({ cause: 'misuse' }) })]), 'needsFacts 0: manufacturingDefect'],
    ['an unknown cause in the sample proves nothing of the others', lot([sound(79), aFinding({ findingId: findingId('u'), quantity: 1, observation: aDefect({ cause: 'unknown' }) })]), 'needsPerson 0: causeUnclear'],
    ['an order error in the sample proves nothing of the others', lot([sound(76), aFinding({ findingId: findingId('o'), quantity: 4, observation: aDefect({ cause: 'orderError' }) })]), 'needsFacts 0: notInspected'],
    ['further damage in the sample proves nothing of the others', lot([bad(4), sound(76), aFinding({ findingId: findingId('r'), quantity: 1, observation: aDefect({ cause: 'returnTransport' }) })]), 'needsPerson 0: manufacturingDefect'],
    ['an agreement with an AQL of no column is no agreement', lot([bad(4), sound(76)], { contract: { sampling: { ...agreed, aqlMajor: 3 } } }), 'needsFacts 0: manufacturingDefect'],
  ])('%s', (_, situation, says) => {
    expect(said(situation)).toBe(says);
  });

  test('the explanation tells what the sample was', () => {
    const decision = decideCase(aSituation(lot([bad(4), sound(76)])));
    const [group] = decision.ok ? decision.value.portions : [];
    expect(group?.clauses[0]).toEqual({
      clause: 'II-QUALITY',
      fired: true,
      why: {
        code: 'quality.inferredFromSample',
        data: { inspected: 80, defective: 4, of: 1000 },
      },
      facts: ['fact-bad', 'contract:contract-1@1'],
    });
    expect([group?.intact, group?.eligibleAmount]).toEqual([true, 92_400]);
  });
});
