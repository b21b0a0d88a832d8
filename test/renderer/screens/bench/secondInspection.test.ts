import { describe, expect, test } from 'vitest';
import { photosForNext } from '../../../../renderer/screens/bench/finding/inspected.ts';
import { shotsFor } from '../../../../renderer/screens/bench/finding/shotsFor.ts';
import { asAtWork } from '../../../../renderer/screens/inspections/layerAtWork.ts';
import type { FactOf } from '../../../../shared/facts/fact.ts';
import { aFinishedInspection } from '../../../builders/cases/decidedFacts.ts';
import { factId, inspectionId, personId, photoId } from '../../../builders/cases/ids.ts';
import {
  aFinding,
  anArrival,
  aPhoto,
  aUnitGroup,
  recordedOn,
} from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';

const own = aPhoto({ id: factId('fact-photo-2'), photoId: photoId('photo-2') });
const second: FactOf<'inspectionStarted'> = {
  kind: 'inspectionStarted',
  id: factId('fact-started'),
  caseId: own.caseId ?? aFinding().caseId,
  siteId: own.siteId,
  stationId: own.stationId,
  personId: personId('sara'),
  at: recordedOn('2026-11-21'),
  inspectionId: inspectionId('inspection-2'),
  inspection: 'dispute',
  reason: 'The client disagrees',
};
const first = [anArrival(), aUnitGroup(), aFinding(), aPhoto(), aFinishedInspection()];
const group = aUnitGroup().unitGroupId;

describe('Whoever inspects a second time', () => {
  const atWork = asAtWork(aCaseView([...first, second]), '2026-11-21');

  test('sees neither the findings nor the pictures of the first', () => {
    expect(atWork.file.findings).toEqual([]);
    expect(atWork.file.photos).toEqual([]);
    expect(atWork.file.facts.map(({ kind }) => kind)).not.toContain('photoTaken');
    expect(shotsFor(atWork, group).every(({ taken }) => taken === 0)).toBe(true);
  });

  test('takes only pictures of this inspection for the next finding', () => {
    expect(photosForNext(atWork.file, group)).toEqual([]);
    const later = asAtWork(aCaseView([...first, second, own]), '2026-11-21');
    expect(photosForNext(later.file, group)).toEqual([own.photoId]);
  });
});
