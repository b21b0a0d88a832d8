import { describe, expect, test } from 'vitest';
import type { EvidenceRule } from '../../../../shared/facts/documents.ts';
import { evidenceOf } from '../../../../shared/policy/decide/evidence.ts';
import { portionsOf } from '../../../../shared/policy/reading/portions.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import { arrivalId, findingId, photoId, unitGroupId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../../builders/cases/recordedFacts.ts';

const wholeItem: EvidenceRule = { reason: null, severity: null, shots: ['wholeItem', 'label'] };
const ofGroup = { kind: 'unitGroup', unitGroupId: unitGroupId('group-1') } as const;
const ofOtherArrival = { kind: 'arrival', arrivalId: arrivalId('arrival-9') } as const;

const photo = (name: string, overrides: Parameters<typeof aPhoto>[0] = {}) =>
  aPhoto({
    photoId: photoId(name),
    sha256: name.padEnd(64, '0'),
    subject: ofGroup,
    shot: 'wholeItem',
    ...overrides,
  });

const misuse = (photos: readonly string[], id = 'finding-1') =>
  aFinding({
    findingId: findingId(id),
    quantity: 5,
    units: id === 'finding-1' ? [{ from: 0, to: 5 }] : [{ from: 5, to: 10 }],
    observation: aDefect({ cause: 'misuse', indicators: ['overload', 'impactMark'] }),
    photoIds: photos.map((name) => photoId(name)),
  });

function rests(situation: Situation, rules: readonly EvidenceRule[] = []) {
  const input = aSituation({ ...situation, policy: { evidence: [...rules] } });
  return evidenceOf(input, portionsOf(input)).map((list) =>
    list.map((sha256) => sha256.replaceAll('0', '')).join(' or '),
  );
}

describe('The photos a decision rests on', () => {
  test('are one of every shot the policy requires, of those that show the goods', () => {
    const photos = [
      photo('b'),
      photo('a'),
      photo('c', { shot: 'label' }),
      photo('d', { shot: 'defectCloseUp' }),
      photo('e', { subject: ofOtherArrival, shot: 'label' }),
    ];
    expect(rests({ found: [aFinding()], photos }, [wholeItem])).toEqual(['a or b', 'c']);
  });

  test('are none where the policy requires none, or nobody took one', () => {
    expect(rests({ found: [aFinding()], photos: [photo('a')] })).toEqual([]);
    expect(rests({ found: [aFinding()] }, [wholeItem])).toEqual([]);
  });

  test('taken twice count once', () => {
    const photos = [photo('a'), photo('b', { sha256: 'a'.padEnd(64, '0') })];
    expect(rests({ found: [aFinding()], photos }, [wholeItem])).toEqual(['a']);
  });

  test('of misuse are those its findings name, whatever they show', () => {
    const photos = [
      photo('a', { shot: 'defectCloseUp' }),
      photo('b', { shot: 'label' }),
      photo('c', { shot: 'defectCloseUp' }),
    ];
    expect(rests({ found: [misuse(['b', 'a'])], photos })).toEqual(['a or b']);
    expect(rests({ found: [misuse(['a']), misuse(['c'], 'finding-2')], photos })).toEqual([
      'a',
      'c',
    ]);
    expect(
      rests({
        found: [misuse(['a']), { ...misuse(['b'], 'finding-2'), units: [{ from: 0, to: 5 }] }],
        photos,
      }),
    ).toEqual(['a or b']);
  });

  test('of misuse nobody photographed, of other defects and of sound goods are none', () => {
    const photos = [photo('a')];
    expect(rests({ found: [misuse([])], photos })).toEqual([]);
    expect(rests({ found: [aFinding({ photoIds: [photoId('a')] })], photos })).toEqual([]);
    expect(
      rests({
        found: [aFinding({ observation: { kind: 'noDefect' }, photoIds: [photoId('a')] })],
        photos,
      }),
    ).toEqual([]);
  });

  test('that several portions rest on are asked for once', () => {
    const found = [
      aFinding({ quantity: 5, units: [{ from: 0, to: 5 }] }),
      aFinding({ findingId: findingId('finding-2'), quantity: 5, units: [{ from: 5, to: 10 }] }),
    ];
    expect(rests({ found, photos: [photo('a')] }, [wholeItem])).toEqual(['a']);
  });
});
