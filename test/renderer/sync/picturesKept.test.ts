import { expect, test, vi } from 'vitest';
import { personWaits } from '../../../renderer/storage/peopleFirst.ts';
import { keepCasePhotos } from '../../../renderer/sync/photos/keepCasePhotos.ts';
import { picturesOfOpenCases } from '../../../renderer/sync/photos/picturesOfOpenCases.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import type { SyncDeps } from '../../../renderer/sync/transport/syncDeps.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase, anApplication } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId, factId } from '../../builders/cases/ids.ts';
import { aPhoto } from '../../builders/cases/recordedFacts.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

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
  accepted(await receiveAsAnnounced(station.as(dora), { ...parcel, caseId: caseId('pictured-7') }));
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
  expect((await picturesOfOpenCases(db)).has(sha256(9_008))).toBe(true);
  expect(facts).not.toHaveBeenCalled();
  facts.mockRestore();
  // One that leaves takes its pictures along.
  const gone: Change = { collection: 'cases', id: 'pictured-9', body: null };
  await applyChanges(db, { changes: [gone] }, clock.now());
  expect((await picturesOfOpenCases(db)).has(sha256(9))).toBe(false);
});

/** Each announced by a case of its own, and central has them all. */
async function aStationWithPictures(many: number, neverShown = 0) {
  const station = await aLoneStation(officeDocuments());
  // The case every station has, whose picture nobody has.
  await station.db.caseRows.clear();
  const pictures = await Promise.all(
    Array.from({ length: many }, async (_, n) => {
      const bytes = new TextEncoder().encode(`picture ${n}`);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return [[...digest].map((b) => b.toString(16).padStart(2, '0')).join(''), bytes] as const;
    }),
  );
  const changes = pictures.map(([hash], n): Change => {
    const evidence = [{ photoId: null, sha256: hash, kind: 'photo', caption: '' } as const];
    const body = aCase({ id: caseId(`pictured-${n}`), application: anApplication({ evidence }) });
    return { collection: 'cases', id: body.id, body };
  });
  await applyChanges(station.db, { changes }, station.clock.now());
  const bytesOf = new Map(pictures);
  /** Whichever are asked for first. */
  const never = new Set<string>();
  let asked = 0;
  const send: SyncDeps['central']['send'] = async (path) => {
    asked += 1;
    const hash = path.split('/').at(-1) ?? '';
    if (never.size < neverShown) never.add(hash);
    const bytes = never.has(hash) ? undefined : bytesOf.get(hash);
    if (bytes === undefined) return new Response(null, { status: 404 });
    const headers = { 'content-type': 'image/jpeg', etag: `"${hash}"` };
    return new Response(bytes, { headers });
  };
  const parts = syncPartsOf(station, smallCentral([]));
  return {
    db: station.db,
    parts: { ...parts, central: { ...parts.central, send } },
    asked: () => asked,
  };
}

test('pictures come by the score where nobody works, and two after an act of somebody', async () => {
  const { db, parts } = await aStationWithPictures(50);
  expect(await keepCasePhotos(parts)).toBe(20);
  expect(await db.photoBytes.count()).toBe(20);
  personWaits(db, Promise.resolve());
  expect(await keepCasePhotos(parts)).toBe(2);
  expect(await db.photoBytes.count()).toBe(22);
});

test('none is asked for or stored while an act is under way', async () => {
  const { db, parts, asked } = await aStationWithPictures(3);
  let over = () => {};
  personWaits(db, new Promise<void>((resolve) => (over = resolve)));
  const keeping = keepCasePhotos(parts);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked()).toBe(0);
  over();
  expect(await keeping).toBe(2);
});

test('what central cannot show is asked for after all the others', async () => {
  const { db, parts } = await aStationWithPictures(25, 20);
  for (let round = 0; round < 2; round += 1) await keepCasePhotos(parts);
  expect(await db.photoBytes.count()).toBe(5);
  personWaits(db, Promise.resolve());
  expect(await keepCasePhotos(parts)).toBe(0);
});

test('while somebody works what is missing is not worked out anew, and what left is not asked for', async () => {
  const { db, parts, asked } = await aStationWithPictures(30);
  await keepCasePhotos(parts);
  personWaits(db, Promise.resolve());
  const lookedThrough = vi.spyOn(db.photoBytes, 'toCollection');
  expect(await keepCasePhotos(parts)).toBe(2);
  const gone = Array.from({ length: 30 }, (_, n): Change => {
    return { collection: 'cases', id: `pictured-${n}`, body: null };
  });
  await applyChanges(db, { changes: gone.slice(0, 29) }, Date.now());
  const before = asked();
  await keepCasePhotos(parts);
  expect(asked() - before).toBeLessThanOrEqual(1);
  expect(lookedThrough).not.toHaveBeenCalled();
});
