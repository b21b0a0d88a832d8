import { describe, expect, test } from 'vitest';
import type { EvidenceRule } from '../../../../shared/facts/documents.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { evidenceOf } from '../../../../shared/policy/decide/evidence.ts';
import { portionsOf } from '../../../../shared/policy/reading/portions.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import {
  arrivalId,
  caseId,
  factId,
  findingId,
  photoId,
  unitGroupId,
} from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../../builders/cases/recordedFacts.ts';

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

  describe('in a group of portions', () => {
    const on = (from: number, to: number, id: string, photos: readonly string[] = []) => ({
      ...aFinding({
        findingId: findingId(id),
        quantity: to - from,
        photoIds: photos.map((photo) => photoId(photo)),
      }),
      units: [{ from, to }],
    });
    const sound = (from: number, to: number) => ({
      ...on(from, to, 'sound'),
      observation: { kind: 'noDefect' } as const,
    });
    const wanted = (rule: EvidenceRule, situation: Situation) => {
      const decided = decideCase(aSituation({ ...situation, policy: { evidence: [rule] } }));
      return decided.ok
        ? decided.value.missingEvidence.map(({ shot, units }) =>
            [shot, ...units.map(({ from, to }) => `${from}-${to}`)].join(' '),
          )
        : [];
    };
    const ofMajor: EvidenceRule = { reason: null, severity: 'major', shots: ['wholeItem'] };

    test('a close-up of some units shows nothing of the others', () => {
      const photos = [aPhoto({ subject: ofGroup, shot: 'defectCloseUp' })];
      const found = [on(0, 4, 'crack', ['photo-1']), on(4, 10, 'weld')];
      expect(wanted(ofDefects, { photos, found })).toEqual(['defectCloseUp 4-10']);
    });

    test('a close-up of the group that no finding has taken is of all of it', () => {
      const photos = [aPhoto({ subject: ofGroup, shot: 'defectCloseUp' })];
      expect(wanted(ofDefects, { photos, found: [on(0, 4, 'crack'), on(4, 10, 'weld')] })).toEqual(
        [],
      );
    });

    test('the whole item of some units is one for the group, whatever finding took it', () => {
      const photos = [aPhoto({ subject: ofGroup, shot: 'wholeItem' })];
      const found = [on(0, 4, 'crack', ['photo-1']), on(4, 10, 'weld')];
      expect(wanted(everyReturn, { photos, found })).toEqual(['label 0-10']);
    });

    test('a shot of the group is wanted once, for the units that want it', () => {
      expect(
        wanted(ofMajor, { found: [on(0, 4, 'crack'), on(6, 10, 'weld'), sound(4, 6)] }),
      ).toEqual(['wholeItem 0-4 6-10']);
    });

    test('what another finding of the group names shows the group, of another group nothing', () => {
      const photos = [aPhoto({ subject: ofCase, shot: 'wholeItem' })];
      const whole: EvidenceRule = { reason: null, severity: null, shots: ['wholeItem'] };
      const found = [on(0, 4, 'a', ['photo-1']), sound(4, 10)];
      expect(wanted(whole, { found, photos })).toEqual([]);
      const elsewhere = found.map((f) => ({ ...f, unitGroupId: unitGroupId('group-9') }));
      expect(wanted(whole, { found: elsewhere, photos })).toEqual(['wholeItem 0-10']);
    });

    test('a label is wanted of sound goods as well', () => {
      const label: EvidenceRule = { reason: null, severity: null, shots: ['label'] };
      expect(wanted(label, { found: [sound(0, 10)] })).toEqual(['label 0-10']);
    });

    test('of a defect nobody found no close-up is wanted', () => {
      expect(wanted(ofDefects, { found: [on(0, 4, 'crack'), sound(4, 10)] })).toEqual([
        'defectCloseUp 0-4',
      ]);
      expect(wanted(ofDefects, { found: [sound(0, 10)] })).toEqual([]);
    });
  });

  describe('one picture recorded twice', () => {
    const same = 'e'.repeat(64);
    const first = aPhoto({ photoId: photoId('photo-1'), subject: ofGroup, sha256: same });
    const again = { ...first, id: factId('fact-photo-2'), photoId: photoId('photo-2') };
    const asked: readonly EvidenceRule[] = [
      { ...ofDefects, shots: ['defectCloseUp', 'wholeItem'] },
    ];

    test('is one shot, whichever was recorded first, and says so', () => {
      const whole = { ...again, shot: 'wholeItem' } as const;
      for (const photos of [
        [first, whole],
        [whole, first],
      ]) {
        const decided = decideCase(
          aSituation({ found: [aFinding()], photos, policy: { evidence: [...asked] } }),
        );
        expect(decided.ok && decided.value.missingEvidence).toMatchObject([
          {
            shot: 'wholeItem',
            because: { code: 'evidence.samePicture', data: { shot: 'wholeItem' } },
          },
        ]);
      }
      expect(missing(asked, { photos: [first, { ...whole, sha256: 'f'.repeat(64) }] })).toEqual([]);
    });

    test('shows nothing where it proves the claim of another case, and says of which', () => {
      const picturesElsewhere = [{ sha256: same, caseId: caseId('case-9') }];
      const situation = aSituation({
        found: [aFinding()],
        photos: [first],
        policy: { evidence: [ofDefects] },
      });
      const decided = decideCase({ ...situation, picturesElsewhere });
      expect(decided.ok && decided.value.missingEvidence).toMatchObject([
        {
          because: {
            code: 'evidence.otherCase',
            data: { shot: 'defectCloseUp', caseId: 'case-9' },
          },
        },
      ]);
      expect(evidenceOf({ ...situation, picturesElsewhere }, portionsOf(situation))).toEqual([]);
      const own = { ...again, sha256: 'f'.repeat(64) };
      const more = decideCase({ ...situation, picturesElsewhere, photos: [first, own] });
      expect(more.ok && more.value.missingEvidence).toEqual([]);
    });

    test('is of the units it was taken of, and of no others', () => {
      const on = (from: number, to: number, photo: string) =>
        aFinding({
          findingId: findingId(photo),
          quantity: to - from,
          units: [{ from, to }],
          photoIds: [photoId(photo)],
        });
      const found = [on(0, 4, 'photo-1'), on(4, 10, 'photo-2')];
      const decided = decideCase(
        aSituation({ found, photos: [first, again], policy: { evidence: [ofDefects] } }),
      );
      expect(decided.ok && decided.value.missingEvidence).toMatchObject([
        { shot: 'defectCloseUp', units: [{ from: 4, to: 10 }] },
      ]);
    });

    test('may show two groups that stand in it together', () => {
      const whole = aPhoto({ photoId: photoId('photo-0'), subject: ofOther, shot: 'wholeItem' });
      const photos = [
        { ...whole, id: factId('fact-photo-0'), sha256: same },
        { ...again, shot: 'wholeItem' as const },
      ];
      const rule: EvidenceRule = { reason: null, severity: null, shots: ['wholeItem'] };
      expect(missing([rule], { photos })).toEqual([]);
    });

    test('counts as what it was recorded as anew once the first record is taken back', () => {
      expect(missing(asked, { photos: [{ ...again, shot: 'wholeItem' }] })).toEqual([
        'defectCloseUp',
      ]);
    });
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
