import { describe, expect, test } from 'vitest';
import {
  emptyDraft,
  isBegun,
  observationOf,
} from '../../../../renderer/screens/bench/finding/findingDraft.ts';
import {
  findingToShow,
  inspectedOf,
  lastOwnWork,
  lastTakenBy,
  openPoints,
  photosForNext,
  unnamedPhotos,
} from '../../../../renderer/screens/bench/finding/inspected.ts';
import { shotsFor } from '../../../../renderer/screens/bench/finding/shotsFor.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { accepted, refusedWith } from '../../../builders/cases/accepted.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aCorrection, aFinishedInspection } from '../../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  factId,
  findingId,
  personId,
  photoId,
  unitGroupId,
} from '../../../builders/cases/ids.ts';
import {
  aDefect,
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  aRelease,
  aUnitGroup,
  recordedOn,
} from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';

const leak = {
  ...emptyDraft(2),
  what: 'defect',
  group: 'function',
  code: 'function.leak',
  severity: 'major',
  cause: 'manufacturing',
} as const;

describe('A finding while it is put together', () => {
  test('asks for one thing after the other, and for nothing but the quantity where nothing is wrong', () => {
    const openOf = (draft: Parameters<typeof observationOf>[0]) =>
      refusedWith(observationOf(draft)).field;
    expect(openOf(emptyDraft(2))).toBe('what');
    expect(openOf({ ...leak, code: null })).toBe('code');
    expect(openOf({ ...leak, severity: null })).toBe('severity');
    expect(openOf({ ...leak, cause: null })).toBe('cause');
    expect(openOf({ ...leak, quantity: 0 })).toBe('quantity');
    expect(accepted(observationOf({ ...emptyDraft(2), what: 'noDefect' }))).toEqual({
      kind: 'noDefect',
    });
  });

  test('keeps signs of improper use only where improper use is the cause', () => {
    const signs = { indicators: ['impactMark', 'overload'] } as const;
    expect(accepted(observationOf({ ...leak, ...signs }))).toMatchObject({ indicators: [] });
    expect(accepted(observationOf({ ...leak, ...signs, cause: 'misuse' }))).toMatchObject({
      indicators: ['impactMark', 'overload'],
    });
  });

  test('is worth keeping once something was answered or written', () => {
    expect(isBegun(emptyDraft(7))).toBe(false);
    expect(isBegun({ ...emptyDraft(7), note: '  ' })).toBe(false);
    expect(isBegun({ ...emptyDraft(7), note: 'wet' })).toBe(true);
    expect(isBegun(leak)).toBe(true);
  });
});

describe('Photos', () => {
  const evidence = aPolicy({
    evidence: [
      { reason: null, severity: null, shots: ['wholeItem'] },
      { reason: 'defective', severity: null, shots: ['label'] },
      { reason: 'transportDamage', severity: null, shots: ['packaging'] },
      { reason: null, severity: 'major', shots: ['defectCloseUp'] },
    ],
  });
  const shots = (...facts: readonly Fact[]) =>
    shotsFor(aCaseView([anArrival(), aUnitGroup(), ...facts], { policy: evidence }), 'group-1');

  test('the list wants first what the claim needs, then offers the usual rest', () => {
    expect(shots().map((s) => [s.shot, s.isNeeded])).toEqual([
      ['label', true],
      ['wholeItem', true],
      ['packaging', false],
      ['defectCloseUp', false],
      ['serialPlate', false],
    ]);
  });

  test('a severe finding makes the list want more', () => {
    const needed = (...facts: readonly Fact[]) =>
      shots(...facts).flatMap((s) => (s.isNeeded ? [s.shot] : []));
    expect(needed(aFinding())).toContain('defectCloseUp');
    expect(needed(aFinding({ observation: aDefect({ severity: 'minor' }) }))).not.toContain(
      'defectCloseUp',
    );
  });

  test('a photo ticks its shot, and a discarded one no longer does', () => {
    const taken = (...facts: readonly Fact[]) =>
      shots(...facts).find((s) => s.shot === 'defectCloseUp')?.taken;
    expect(taken(aPhoto())).toBe(1);
    expect(taken(aPhoto(), aCorrection({ corrects: factId('fact-photo-1') }))).toBe(0);
  });

  test('those no finding names yet belong to the next one, through leaving and coming back', () => {
    const fresh = (...facts: readonly Fact[]) =>
      photosForNext(aCaseView([anArrival(), aUnitGroup(), ...facts]).file, 'group-1');
    expect(fresh(aPhoto())).toEqual(['photo-1']);
    expect(fresh(aPhoto(), aFinding({ photoIds: [photoId('photo-1')] }))).toEqual([]);
    // Also after the inspection is finished: it may still join what it shows.
    expect(fresh(aPhoto(), aFinding(), aFinishedInspection())).toEqual(['photo-1']);
    const ofOther = { kind: 'unitGroup', unitGroupId: unitGroupId('group-2') } as const;
    expect(fresh(aPhoto({ subject: ofOther }))).toEqual([]);
  });

  test('a label proves no finding by itself, but may join one by hand', () => {
    const { file } = aCaseView([anArrival(), aUnitGroup(), aPhoto({ shot: 'label' })]);
    expect(photosForNext(file, 'group-1')).toEqual([]);
    expect(unnamedPhotos(file, 'group-1')).toMatchObject([{ photoId: 'photo-1' }]);
  });
});

describe('Before an inspection is finished', () => {
  test('units without a finding and missing photos are named', () => {
    const policy = aPolicy({ evidence: [{ reason: null, severity: null, shots: ['wholeItem'] }] });
    const view = aCaseView([anArrival(), aUnitGroup(), aFinding({ quantity: 4 })], { policy });
    expect(inspectedOf(view.file, 'group-1')).toBe(4);
    expect(openPoints(view)).toMatchObject([
      { kind: 'uninspected', name: 'Centrifugal pump 40', left: 6 },
      {
        kind: 'photo',
        name: 'Centrifugal pump 40',
        shot: 'wholeItem',
        of: { unitGroupId: 'group-1', units: [{ from: 0, to: 10 }] },
      },
    ]);
  });

  test('a close-up of other pieces is asked for, and not ticked', () => {
    const policy = aPolicy({
      evidence: [{ reason: null, severity: null, shots: ['defectCloseUp'] }],
    });
    const first = aFinding({
      quantity: 5,
      units: [{ from: 0, to: 5 }],
      photoIds: [photoId('photo-1')],
    });
    const second = aFinding({
      id: factId('fact-2'),
      findingId: findingId('finding-2'),
      quantity: 5,
      units: [{ from: 5, to: 10 }],
    });
    const taken = (...facts: readonly Fact[]) => {
      const view = aCaseView([anArrival(), aUnitGroup(), aPhoto(), ...facts], { policy });
      return shotsFor(view, 'group-1').find((s) => s.shot === 'defectCloseUp')?.taken;
    };
    expect(taken(first)).toBe(1);
    expect(taken(first, second)).toBe(0);
  });

  test('a close-up that is wanted belongs to the finding of those pieces, any other shot to none', () => {
    const policy = aPolicy({
      evidence: [{ reason: null, severity: 'major', shots: ['defectCloseUp', 'wholeItem'] }],
    });
    const crack = aFinding({
      quantity: 5,
      units: [{ from: 0, to: 5 }],
      photoIds: [photoId('photo-1')],
    });
    const worn = aFinding({
      id: factId('fact-2'),
      findingId: findingId('finding-2'),
      quantity: 2,
      units: [{ from: 5, to: 7 }],
    });
    const view = aCaseView([anArrival(), aUnitGroup(), aPhoto(), crack, worn], { policy });
    expect(findingToShow(view, 'group-1', 'defectCloseUp')?.id).toBe(worn.id);
    expect(findingToShow(view, 'group-1', 'wholeItem')).toBeNull();
    expect(findingToShow(view, null, 'defectCloseUp')).toBeNull();
  });

  test('misuse without its proof is named, and a close-up taken later proves it', () => {
    const policy = aPolicy({ evidence: [] });
    const observation = aDefect({
      severity: 'minor',
      cause: 'misuse',
      indicators: ['liquidTrace', 'overload'],
    });
    const crack = aFinding({ quantity: 9, units: [{ from: 0, to: 9 }] });
    const flooded = aFinding({
      id: factId('fact-2'),
      findingId: findingId('finding-2'),
      quantity: 1,
      units: [{ from: 9, to: 10 }],
      observation,
    });
    const recorded = [anArrival(), aUnitGroup(), crack, flooded];
    const view = aCaseView(recorded, { policy });
    expect(openPoints(view)).toMatchObject([
      {
        kind: 'misuse',
        why: { code: 'quality.misuseNotProved', data: { indicators: 2, needed: 2, photos: 0 } },
        of: { unitGroupId: 'group-1', units: [{ from: 9, to: 10 }] },
      },
    ]);
    expect(shotsFor(view, 'group-1')[0]).toEqual({
      shot: 'defectCloseUp',
      isNeeded: true,
      taken: 0,
    });
    expect(findingToShow(view, 'group-1', 'defectCloseUp')?.id).toBe(flooded.id);
    expect(findingToShow(view, 'group-1', 'wholeItem')).toBeNull();
    const joined = { ...flooded, photoIds: [photoId('photo-1')] };
    const proved = aCaseView([anArrival(), aUnitGroup(), crack, joined, aPhoto()], { policy });
    expect(openPoints(proved)).toEqual([]);
    expect(findingToShow(proved, 'group-1', 'defectCloseUp')).toBeNull();
  });

  test('two defects on the same named pieces leave the others uninspected', () => {
    const units = [{ from: 0, to: 3 }];
    const crack = aFinding({ quantity: 3, units });
    const weld = aFinding({
      id: factId('fact-2'),
      findingId: findingId('finding-2'),
      quantity: 3,
      units,
    });
    const view = aCaseView([anArrival(), aUnitGroup(), crack, weld]);
    expect(inspectedOf(view.file, 'group-1')).toBe(3);
    expect(openPoints(view)).toMatchObject([{ kind: 'uninspected', left: 7 }]);
  });

  test('two defects on the same pieces do not count them twice', () => {
    const second = aFinding({ findingId: findingId('finding-2'), quantity: 10 });
    const view = aCaseView([anArrival(), aUnitGroup(), aFinding(), second]);
    expect(inspectedOf(view.file, 'group-1')).toBe(10);
    expect(openPoints(view)).toEqual([]);
  });
});

describe('A second parcel of the return', () => {
  const second = anArrival({
    id: factId('fact-arrival-2'),
    arrivalId: arrivalId('arrival-2'),
    trackingNumber: 'SECOND',
  });
  test('in which nobody counted anything is named before the inspection is finished', () => {
    expect(openPoints(aCaseView([anArrival(), second, aUnitGroup(), aFinding()]))).toEqual([
      { kind: 'uncounted', name: 'SECOND' },
    ]);
  });

  test('in which pieces joined those of the first is not, nor the first seen twice', () => {
    const more = aUnitGroup({ id: factId('more'), arrivalId: second.arrivalId, quantity: 2 });
    const counted = [anArrival(), second, aUnitGroup(), more, aFinding({ quantity: 12 })];
    expect(openPoints(aCaseView(counted))).toEqual([]);
    const twin = { ...anArrival(), id: factId('twin'), arrivalId: arrivalId('twin') };
    expect(openPoints(aCaseView([anArrival(), twin, aUnitGroup(), aFinding()]))).toEqual([]);
  });
});

describe('UNDO at the bench', () => {
  const later = { at: { ...recordedOn('2026-11-19'), utc: '2026-11-19T16:00:00.000Z' } };
  const last = (...facts: readonly Fact[]) =>
    lastOwnWork(aCaseView([anArrival(), ...facts]).file, 'ivan')[0]?.id;

  test('takes back a hold, its release, a photo joined late, before what was done earlier', () => {
    const at = (minute: number) => ({
      at: { ...recordedOn('2026-11-19'), utc: `2026-11-19T16:${minute}:00.000Z` },
      personId: personId('ivan'),
    });
    const held = aHold({ ...at(10) });
    const released = aRelease({ ...at(20), heldFactId: held.id });
    const joined: Fact = {
      ...aRelease({ ...at(30) }),
      id: factId('fact-joined'),
      caseId: caseId('case-1'),
      kind: 'photoAttached',
      photoId: photoId('photo-1'),
      findingId: findingId('finding-1'),
    };
    const done = [aUnitGroup(), aPhoto(), aFinding({ ...later })];
    expect(last(...done, held)).toBe(held.id);
    expect(last(...done, held, released)).toBe(released.id);
    expect(last(...done, held, released, joined)).toBe(joined.id);
  });

  test('takes back what was done last, though the clock was set back meanwhile', () => {
    const at = (monotonicMs: number, utc: string) => ({
      at: { ...recordedOn('2026-11-19'), monotonicMs, utc },
      personId: personId('ivan'),
    });
    const before = aFinding({ ...at(60_000, '2026-11-19T16:00:00.000Z') });
    const after = aPhoto({ ...at(120_000, '2026-11-19T15:01:00.000Z') });
    expect(last(aUnitGroup(), before, after)).toBe(after.id);
    const { file } = aCaseView([anArrival(), aUnitGroup(), aPhoto({ ...after }), before]);
    expect(lastTakenBy(file, 'ivan')?.id).toBe(after.id);
  });

  test('takes back a photo with the finding it joined by itself, as the one act it was', () => {
    const photo = aPhoto({ ...later, personId: personId('ivan') });
    const joined: Fact = {
      ...aRelease({ ...later, personId: personId('ivan') }),
      id: factId('fact-z-joined'),
      caseId: caseId('case-1'),
      kind: 'photoAttached',
      photoId: photo.photoId,
      findingId: findingId('finding-1'),
    };
    const view = aCaseView([anArrival(), aUnitGroup(), aFinding(), photo, joined]);
    expect(lastOwnWork(view.file, 'ivan')).toEqual([joined, photo]);
  });

  test('takes back nothing earlier in place of what it cannot take back', () => {
    const arrived = anArrival({
      id: factId('fact-arrival-2'),
      personId: personId('ivan'),
      ...later,
    });
    expect(last(aUnitGroup(), arrived)).toBeUndefined();
  });

  test('takes back one’s own last count, photo or finding', () => {
    expect(last()).toBeUndefined();
    expect(last(aUnitGroup(), aFinding({ ...later }))).toBe('fact-finding-1');
    expect(last(aUnitGroup(), aFinding({ ...later, personId: personId('other') }))).toBe(
      'fact-group-1',
    );
  });

  test('goes one step further back each time, but never behind a finished inspection', () => {
    const finding = aFinding({ ...later });
    const undone = aCorrection({ corrects: finding.id });
    expect(last(aUnitGroup(), finding, undone)).toBe('fact-group-1');
    expect(last(aUnitGroup(), finding, aPhoto(), aFinishedInspection())).toBeUndefined();
  });
});
