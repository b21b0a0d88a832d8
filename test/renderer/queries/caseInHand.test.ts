import { expect, test, vi } from 'vitest';
import { caseInHand, caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { aLoneStation, dora } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';

test('the case in hand is what was just saved, without reading it again, and what the feed brings', async () => {
  const station = await aLoneStation();
  const { db, clock } = station;
  const now = clock.now();
  const parcel = { barcode: null, raw: null, caseId: caseId('case-1'), dock: 'D1', note: '' };
  accepted(await receiveAsAnnounced(station.as(dora), parcel));
  const asked = vi.spyOn(IDBIndex.prototype, 'getAll');
  const inHand = await caseInHand(db, 'case-1', now);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
  expect(inHand?.file.arrivals).toHaveLength(1);
  expect(inHand).toEqual(await caseView(db, 'case-1', now));

  const fact = aUnitGroup();
  const body = { fact, acceptedAt: fact.at.utc };
  await applyChanges(db, { changes: [{ collection: 'facts', id: fact.id, body }] }, now);
  const after = await caseInHand(db, 'case-1', now);
  expect(after?.file.unitGroups).toHaveLength(1);
  expect(after).toEqual(await caseView(db, 'case-1', now));
});
