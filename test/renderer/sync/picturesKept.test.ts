import { expect, test, vi } from 'vitest';
import { receiveParcel } from '../../../renderer/actions/receiveParcel.ts';
import { applyChanges } from '../../../renderer/sync/applyChanges.ts';
import { picturesOfOpenCases } from '../../../renderer/sync/picturesOfOpenCases.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase, anApplication } from '../../builders/aCase.ts';
import { accepted } from '../../builders/accepted.ts';
import { aLoneStation, dora } from '../../builders/aLoneStation.ts';
import { caseId, factId } from '../../builders/ids.ts';
import { aPhoto } from '../../builders/recordedFacts.ts';

const sha256 = (n: number) => n.toString(16).padStart(64, '0');

const announced = (n: number): Change => {
  const evidence = [{ photoId: null, sha256: sha256(n), kind: 'photo', caption: '' } as const];
  const body = aCase({ id: caseId(`pictured-${n}`), application: anApplication({ evidence }) });
  return { collection: 'cases', id: body.id, body };
};

test('of two thousand open cases only those that changed are looked through again for pictures', async () => {
  const station = await aLoneStation();
  const { db, clock } = station;
  const many = Array.from({ length: 2_000 }, (_, n) => announced(n + 1));
  await applyChanges(db, { changes: many }, clock.now());
  expect((await picturesOfOpenCases(db)).has(sha256(2_000))).toBe(true);
  let read = 0;
  db.cases.hook('reading', (paper) => {
    read += 1;
    return paper;
  });
  const parcel = { barcode: null, raw: null, dock: 'D1', note: '' };
  accepted(await receiveParcel(station.as(dora), { ...parcel, caseId: caseId('pictured-7') }));
  read = 0;
  expect((await picturesOfOpenCases(db)).has(sha256(7))).toBe(true);
  expect(read).toBeLessThan(5);
  // A picture taken here is named by the row too.
  const taken = aPhoto({
    id: factId('taken-8'),
    caseId: caseId('pictured-8'),
    sha256: sha256(9_008),
  });
  const news: Change = {
    collection: 'facts',
    id: taken.id,
    body: { fact: taken, acceptedAt: taken.at.utc },
  };
  await applyChanges(db, { changes: [news] }, clock.now());
  const facts = vi.spyOn(IDBIndex.prototype, 'getAll');
  expect(await picturesOfOpenCases(db)).toContain(sha256(9_008));
  expect(facts).not.toHaveBeenCalled();
  facts.mockRestore();
  // One that leaves takes its pictures along.
  const gone: Change = { collection: 'cases', id: 'pictured-9', body: null };
  await applyChanges(db, { changes: [gone] }, clock.now());
  expect((await picturesOfOpenCases(db)).has(sha256(9))).toBe(false);
});
