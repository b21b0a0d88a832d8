import { expect, test } from 'vitest';
import {
  onRefreshing,
  type Refreshing,
  refreshAllCases,
  refreshingOf,
} from '../../../renderer/cases/refreshAllCases.ts';
import { caseListCache } from '../../../renderer/queries/lists/caseListCache.ts';
import { findByForms } from '../../../renderer/queries/lists/findByBarcode.ts';
import { startStation } from '../../../renderer/station/startStation.ts';
import { setStationValues, stationValues } from '../../../renderer/storage/meta.ts';
import { pageWith } from '../../../renderer/storage/packed/rowPage.ts';
import type { CaseListRow } from '../../../renderer/storage/rows.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { readScan } from '../../../shared/barcodes/scan.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { aLoneStation } from '../../builders/station/aLoneStation.ts';
import { storedRows } from '../../builders/station/storedCases.ts';

/** As an earlier edition left it: its rows name no pictures, and nothing is found as it is now. */
async function startedAfterUpgrade(): Promise<{ db: StationDatabase; now: () => number }> {
  const station = await aLoneStation();
  const [row] = await station.db.caseRows.toArray();
  if (!row) throw new Error('no case');
  const { pictures: _pictures, ...older } = row;
  await station.db.caseRows.put(older as typeof row);
  await station.db.identifiers.clear();
  await setStationValues(station.db, { projection: 3 });
  station.db.close();
  const again = await startStation(station.desktop, station.clock.now(), station.db.name);
  return { db: accepted(again).db, now: station.clock.now };
}

test('rows of an earlier edition that lie on a page are read as if complete too', async () => {
  const station = await aLoneStation();
  const many = Array.from({ length: 20 }, (_, n): Change => {
    const body = aCase({ id: caseId(`packed-${n}`) });
    return { collection: 'cases', id: body.id, body };
  });
  await applyChanges(station.db, { changes: many }, station.clock.now());
  const older = pageWith<Partial<CaseListRow>>;
  await station.db.caseRowPages.toCollection().modify((page, stored) => {
    stored.value = older(page, ({ pictures: _pictures, ...row }) => row);
  });
  await setStationValues(station.db, { projection: 3 });
  station.db.close();
  const { db } = accepted(
    await startStation(station.desktop, station.clock.now(), station.db.name),
  );
  const packed = (await storedRows(db)).filter((row) => row.caseId.startsWith('packed-'));
  expect(packed.map((row) => row.pictures)).toEqual(many.map(() => []));
});

test('after an upgrade a station starts with the lists it has, and makes them anew behind', async () => {
  const { db, now } = await startedAfterUpgrade();
  expect(await stationValues(db)).toMatchObject({ projection: 3 });
  const cache = caseListCache(db, now());
  await expect.poll(() => cache.list('dock')?.days).toBeTruthy();
  for (const { pictures } of await db.caseRows.toArray()) expect(pictures).toEqual([]);

  const told: (Refreshing | null)[] = [];
  const end = onRefreshing(() => told.push(refreshingOf(db)));
  await refreshAllCases(db, () => new Date(now()).toISOString());
  end();
  const many = await db.caseRows.count();
  expect(told).toEqual([{ done: many, all: 2 * many }, { done: 2 * many, all: 2 * many }, null]);
  expect((await stationValues(db)).projection).not.toBe(3);
});

test('a scan is not taken for strange goods while what it is found by is made anew', async () => {
  const { db, now } = await startedAfterUpgrade();
  const [one] = (await db.cases.toArray()).flatMap((paper) => paper.rma ?? []);
  const looked = findByForms(db, readScan(one ?? '', 2026).forms, now());
  const refreshed = refreshAllCases(db, () => new Date(now()).toISOString());
  expect(await looked).toMatchObject([{ kind: 'case', row: { rma: one } }]);
  await refreshed;
});
