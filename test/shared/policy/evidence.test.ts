import { describe, expect, test } from 'vitest';
import { decideCase } from '../../../shared/policy/decideCase.ts';
import type { EvidenceRule } from '../../../shared/returns/documents.ts';
import { aSituation, type Situation } from '../../builders/aSituation.ts';
import { arrivalId, photoId, unitGroupId } from '../../builders/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../builders/recordedFacts.ts';

const everyReturn: EvidenceRule = { reason: null, severity: null, shots: ['label', 'wholeItem'] };
const ofDefects: EvidenceRule = { reason: 'defective', severity: null, shots: ['defectCloseUp'] };
const ofCritical: EvidenceRule = { reason: null, severity: 'critical', shots: ['serialPlate'] };

function missing(rules: readonly EvidenceRule[], situation: Situation = {}): readonly string[] {
  const decided = decideCase(
    aSituation({ found: [aFinding()], ...situation, policy: { evidence: [...rules] } }),
  );
  return decided.ok ? decided.value.missingEvidence.map((m) => m.shot) : [decided.refusal.code];
}

const ofGroup = { kind: 'unitGroup', unitGroupId: unitGroupId('group-1') } as const;
const ofOther = { kind: 'unitGroup', unitGroupId: unitGroupId('group-9') } as const;
const ofArrival = { kind: 'arrival', arrivalId: arrivalId('arrival-1') } as const;
const ofOtherArrival = { kind: 'arrival', arrivalId: arrivalId('arrival-9') } as const;
const ofCase = { kind: 'case' } as const;

describe('photos the house must hold before it approves', () => {
  test('every matching rule asks, each shot once', () => {
    expect(missing([everyReturn, ofDefects, everyReturn])).toEqual([
      'label',
      'wholeItem',
      'defectCloseUp',
    ]);
  });

  test('a rule for another claim asks nothing', () => {
    expect(missing([ofDefects], { claim: { claimedReason: 'wrongGoods' } })).toEqual([]);
  });

  test('a rule for a claim asks nothing of goods without one', () => {
    expect(missing([ofDefects], { counted: { returnLineId: null } })).toEqual([]);
  });

  test('a rule for critical defects waits for one', () => {
    const critical = aFinding({ observation: aDefect({ severity: 'critical' }) });
    expect(missing([ofCritical])).toEqual([]);
    expect(missing([ofCritical], { found: [critical] })).toEqual(['serialPlate']);
    expect(
      missing([ofCritical], { found: [aFinding({ observation: { kind: 'noDefect' } })] }),
    ).toEqual([]);
  });

  // biome-ignore format: one photo a line
  test.each([
    ['a photo of the group shows it', aPhoto({ subject: ofGroup, shot: 'wholeItem' }), ['label']],
    ['a photo of another group does not', aPhoto({ subject: ofOther, shot: 'wholeItem' }), ['label', 'wholeItem']],
    ['the whole item cannot be shown by the parcel', aPhoto({ subject: ofArrival, shot: 'wholeItem' }), ['label', 'wholeItem']],
    ['nor by the case', aPhoto({ subject: ofCase, shot: 'wholeItem' }), ['label', 'wholeItem']],
    ['the label of its parcel counts', aPhoto({ subject: ofArrival, shot: 'label' }), ['wholeItem']],
    ['the label of another parcel does not', aPhoto({ subject: ofOtherArrival, shot: 'label' }), ['label', 'wholeItem']],
    ['a label of the case counts', aPhoto({ subject: ofCase, shot: 'label' }), ['wholeItem']],
    ['a label of the group counts', aPhoto({ subject: ofGroup, shot: 'label' }), ['wholeItem']],
    ['a label of another group does not', aPhoto({ subject: ofOther, shot: 'label' }), ['label', 'wholeItem']],
  ])('%s', (_, photo, still) => {
    expect(missing([everyReturn], { photos: [photo] })).toEqual(still);
  });

  test.each(['packaging', 'door'] as const)('the %s is shown by the parcel too', (shot) => {
    const rule: EvidenceRule = { reason: null, severity: null, shots: [shot] };
    expect(missing([rule], { photos: [aPhoto({ subject: ofArrival, shot })] })).toEqual([]);
  });

  test('a photo a finding names shows what it names', () => {
    const finding = aFinding({ photoIds: [photoId('photo-1')] });
    const photo = aPhoto({ subject: ofCase, shot: 'defectCloseUp' });
    expect(missing([ofDefects], { found: [finding], photos: [photo] })).toEqual([]);
    expect(missing([ofDefects], { found: [finding] })).toEqual(['defectCloseUp']);
  });

  test('it says which rule asks, and does not hold the verdict up', () => {
    const decided = decideCase(
      aSituation({ found: [aFinding()], policy: { evidence: [ofDefects, everyReturn] } }),
    );
    expect(decided.ok && decided.value.standing).toBe('upheld');
    expect(decided.ok && decided.value.missingEvidence.slice(0, 2)).toEqual([
      {
        shot: 'defectCloseUp',
        unitGroupId: 'group-1',
        units: [{ from: 0, to: 10 }],
        because: {
          code: 'evidence.required',
          data: { shot: 'defectCloseUp', reason: 'defective', severity: '' },
        },
      },
      {
        shot: 'label',
        unitGroupId: 'group-1',
        units: [{ from: 0, to: 10 }],
        because: { code: 'evidence.required', data: { shot: 'label', reason: '', severity: '' } },
      },
    ]);
  });
});
