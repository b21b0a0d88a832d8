import { expect, test, vi } from 'vitest';
import { recentScans } from '../../../renderer/queries/station/recentScans.ts';
import { stationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { aLoneStation, dora } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';

/** Dexie takes the method when it opens, so another database lends its own before. */
async function aWatchedStation() {
  const { db: opened } = await aLoneStation();
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- the class of what was given
  const prototype: IDBDatabase = Object.getPrototypeOf(opened.backendDB());
  const begun = vi.spyOn(prototype, 'transaction');
  const station = await aLoneStation();
  const begunBy = async (read: (db: StationDatabase) => Promise<unknown>) => {
    begun.mockClear();
    await read(station.db);
    return begun.mock.calls.length;
  };
  return { station, begunBy };
}

/** What is asked again after every save: a transaction for each question costs more than the questions. */
test('what stands beside every scan is read in one transaction each', async () => {
  const { station, begunBy } = await aWatchedStation();
  const now = station.clock.now();
  expect(await begunBy((db) => recentScans(db, 5))).toBe(1);
  const parcel = { raw: null, dock: 'D1', note: '', caseId: null };
  for (const label of ['BOX-00001', 'BOX-00002', 'BOX-00003'])
    accepted(await receiveAsAnnounced(station.as(dora), { ...parcel, barcode: scanned(label) }));
  expect((await stationSummary(station.db, 'site-1', now)).unsent).toBe(3);
  expect(await recentScans(station.db, 5)).toHaveLength(3);
  expect(await begunBy((db) => stationSummary(db, 'site-1', now))).toBe(1);
  expect(await begunBy((db) => recentScans(db, 5))).toBe(1);
});
