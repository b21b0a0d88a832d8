import { describe, expect, test } from 'vitest';
import { admitFact } from '../../../../shared/cases/admitFact.ts';
import { annotationsOf } from '../../../../shared/cases/reading/annotations.ts';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import { basisOf } from '../../../../shared/cases/reading/layers.ts';
import { PhotoAnnotatedFact, type Shape } from '../../../../shared/facts/annotationFacts.ts';
import type { Role } from '../../../../shared/facts/codes.ts';
import type { Grant } from '../../../../shared/facts/documents.ts';
import type { Fact, FactOf } from '../../../../shared/facts/fact.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import {
  aCorrection,
  aDecision,
  aFinishedInspection,
  aPerson,
} from '../../../builders/cases/decidedFacts.ts';
import { factId, inspectionId, personId, photoId, verdictId } from '../../../builders/cases/ids.ts';
import { aFinding, anArrival, aPhoto, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';

const box: Shape = { kind: 'box', from: { x: 0.1, y: 0.1 }, to: { x: 0.4, y: 0.3 } };
const crack: Shape = { kind: 'text', at: { x: 0.5, y: 0.5 }, text: 'Crack, 12 mm' };

function marks(number: number, part: Partial<FactOf<'photoAnnotated'>> = {}) {
  const { id: _, kind: __, subject: ___, ...rest } = aPhoto();
  const { siteId, stationId, at, personId: who, photoId: photo } = rest;
  return {
    siteId,
    stationId,
    at,
    personId: who,
    id: factId(`marks-${number}`),
    kind: 'photoAnnotated',
    caseId: aCase().id,
    photoId: photo,
    shapes: [box],
    over: [],
    ...part,
  } as const satisfies FactOf<'photoAnnotated'>;
}

const here: readonly Fact[] = [anArrival(), aUnitGroup(), aPhoto(), aFinding()];
const read = (facts: readonly Fact[], grants: readonly Grant[] = []) =>
  readCaseFile(aCase(), [...here, ...facts], [], grants);
const onPhoto = (...facts: readonly Fact[]) => annotationsOf(read(facts)).get(photoId('photo-1'));

describe('The marks on a photo', () => {
  test('are those of the last layer, whatever came in first', () => {
    const second = marks(2, { shapes: [crack], over: [factId('marks-1')] });
    expect(onPhoto(marks(1), second)).toEqual({ shapes: [crack], layers: ['marks-2'] });
    expect(onPhoto(second, marks(1))).toEqual({ shapes: [crack], layers: ['marks-2'] });
  });

  test('of two people who drew at the same time are both shown, until somebody draws over both', () => {
    const other = marks(2, { shapes: [crack] });
    expect(onPhoto(marks(1), other)?.shapes).toEqual([box, crack]);
    const both = marks(3, { shapes: [], over: [factId('marks-1'), factId('marks-2')] });
    expect(onPhoto(marks(1), other, both)?.shapes).toEqual([]);
  });

  test('are again what they were where the last layer is taken back', () => {
    const second = marks(2, { shapes: [crack], over: [factId('marks-1')] });
    expect(onPhoto(marks(1), second, aCorrection({ corrects: second.id }))?.shapes).toEqual([box]);
  });

  test('are nobody’s to wipe but by a layer of the same photo, and none wipes itself', () => {
    const wiping = { shapes: [], over: [factId('marks-1'), factId('marks-2')] };
    const elsewhere = marks(2, { photoId: photoId('photo-2'), ...wiping });
    expect(onPhoto(marks(1), elsewhere)?.shapes).toEqual([box]);
    expect(onPhoto(marks(1, { over: [factId('marks-1')] }))?.shapes).toEqual([box]);
  });
});

describe('Marks', () => {
  const admit = (
    fact: FactOf<'photoAnnotated'>,
    file = read([]),
    roles: readonly Role[] = ['inspector'],
  ) =>
    admitFact(fact, aPerson({ id: fact.personId, roles: [...roles] }), {
      file,
      arrival: null,
      twin: null,
      target: null,
      isIdTaken: false,
      references: null,
      refunds: [],
      owner: null,
      goods: [],
    });

  test('are drawn by whoever may inspect, on a photo of the case', () => {
    expect(admit(marks(1)).ok).toBe(true);
    expect(admit(marks(1), read([]), ['dock'])).toMatchObject({
      refusal: { code: 'notYourRole', needs: ['inspector'] },
    });
    expect(admit(marks(1, { photoId: photoId('photo-9') }))).toEqual({
      ok: false,
      refusal: { code: 'unknownPhoto' },
    });
  });

  test('are refused once money was granted or denied, and drawn again where the goods are looked at again', () => {
    const decided = [aFinishedInspection()];
    const grant = aGrant({ signedBy: [personId('sara')] });
    expect(admit(marks(1), read(decided, [grant]))).toEqual({
      ok: false,
      refusal: { code: 'alreadyDecided', by: 'sara' },
    });
    const { siteId, stationId, at, caseId } = marks(1);
    const again: Fact = {
      siteId,
      stationId,
      at,
      caseId,
      id: factId('fact-again'),
      personId: personId('ivan'),
      kind: 'inspectionStarted',
      inspectionId: inspectionId('again'),
      inspection: 'reInspection',
      reason: 'Disputed',
    };
    expect(admit(marks(1), read([...decided, again], [grant])).ok).toBe(true);
  });

  test('are drawn on what no decided verdict rests on: goods that came since, a case that was sent back', () => {
    const grant = aGrant({ signedBy: [personId('sara')] });
    const since = aPhoto({ photoId: photoId('photo-2') });
    const file = read([aFinishedInspection(), since], [grant]);
    expect(admit(marks(1, { photoId: since.photoId }), file).ok).toBe(true);
    expect(admit(marks(1), file).ok).toBe(false);
    const sentBack = aDecision({ id: factId('fact-back'), decision: 'sendBack', choices: [] });
    expect(admit(marks(1), read([aFinishedInspection(), sentBack], [grant])).ok).toBe(true);
    const again = aFinishedInspection({
      id: factId('fact-again'),
      verdictId: verdictId('verdict-2'),
      basis: [...aFinishedInspection().basis, factId('fact-verdict-1'), factId('fact-photo-2')],
    });
    const finishedAgain = read([aFinishedInspection(), since, again], [grant]);
    expect(admit(marks(1, { photoId: since.photoId }), finishedAgain).ok).toBe(true);
  });

  test('are by hands on the goods, and nothing a verdict rests on', () => {
    const file = read([marks(1, { personId: personId('jonas') })]);
    expect(file.duties.inspected).toContain('jonas');
    const [first] = file.layers;
    expect(first && basisOf(file.facts, file.layers, first)).not.toContain('marks-1');
  });

  test.each([
    ['beyond the picture', [{ ...box, to: { x: 1.01, y: 0 } }]],
    ['nowhere', [{ ...box, to: { x: Number.NaN, y: 0 } }]],
    ['at the end of the world', [{ ...box, to: { x: Number.POSITIVE_INFINITY, y: 0 } }]],
    ['of a kind nobody knows', [{ kind: 'script', from: box.from, to: box.to }]],
    ['with more in it than a mark has', [{ ...box, href: 'x' }]],
    ['of a text without words', [{ ...crack, text: '' }]],
    ['of a text of a page', [{ ...crack, text: 'w'.repeat(81) }]],
    ['of forty-one shapes', Array.from({ length: 41 }, () => box)],
  ])('%s are not read', (_, shapes) => {
    expect(PhotoAnnotatedFact.safeParse({ ...marks(1), shapes }).success).toBe(false);
  });
});
