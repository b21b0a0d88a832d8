import { liveQuery } from 'dexie';
import { expect, onTestFinished, test, vi } from 'vitest';
import { holdCase } from '../../../renderer/actions/holdCase.ts';
import { projectionOf } from '../../../renderer/cases/caseCache.ts';
import { sourcesOfCases } from '../../../renderer/cases/caseSources.ts';
import { findByForms } from '../../../renderer/queries/lists/findByBarcode.ts';
import { worklist } from '../../../renderer/queries/lists/worklist.ts';
import { listRowsIn, packedRowsBy } from '../../../renderer/storage/packed/packedRows.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { pullChanges } from '../../../renderer/sync/pull/pullChanges.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId, factId, stationId } from '../../builders/cases/ids.ts';
import { aHold } from '../../builders/cases/recordedFacts.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, ivan, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { storedPapers, storedRows } from '../../builders/station/storedCases.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

const announced = (from: number, many: number, rma = 'RMA'): readonly Change[] =>
  Array.from({ length: many }, (_, index) => {
    const n = from + index;
    const id = caseId(`many-${n}`);
    const trackingNumbers = [`TRK${100_000 + n}`];
    return { collection: 'cases', id, body: aCase({ id, rma: `${rma}-${n}`, trackingNumbers }) };
  });

const parcel = { barcode: null, raw: null, caseId: caseId('many-7'), dock: 'D1', note: '' };

async function pulled({ db, clock }: LoneStation, changes: readonly Change[]): Promise<void> {
  await applyChanges(db, { changes: [...changes] }, clock.now());
}

/** With forty cases that came together. */
async function aStation(): Promise<LoneStation> {
  const station = await aLoneStation();
  await pulled(station, announced(0, 40));
  expect(await station.db.caseRowPages.count()).toBe(1);
  return station;
}

async function rowAndTruth({ db, clock }: LoneStation) {
  const now = new Date(clock.now()).toISOString();
  const sources = (await sourcesOfCases(db, ['many-7'])).get('many-7');
  const [stored] = await packedRowsBy(listRowsIn(db), ['many-7']);
  const { revision, ...row } = stored ?? { revision: 0 };
  return { revision, row, truth: sources && projectionOf(sources, now) };
}

const scanned = async ({ db, clock }: LoneStation, n: number) =>
  (await findByForms(db, [`TRK${100_000 + n}`], clock.now())).map((match) =>
    match.kind === 'case' ? [match.row.rma, match.row.state] : [],
  );

test('a case on a page is found by its label, and has a row of its own once it is received', async () => {
  const station = await aStation();
  const { db } = station;
  expect(await scanned(station, 7)).toEqual([['RMA-7', 'authorised']]);
  accepted(await receiveAsAnnounced(station.as(dora), parcel));
  expect((await db.caseRows.toArray()).map(({ caseId: id }) => id)).toContain('many-7');
  expect(await db.cases.get('many-7')).toBeUndefined();
  expect(await scanned(station, 7)).toEqual([['RMA-7', 'received']]);
  expect(await worklist(db, 'dock', station.clock.now())).toHaveLength(41);
  // Saved by the short way, which reads nothing twice.
  const { revision, row, truth } = await rowAndTruth(station);
  expect(revision).toBeLessThan(0);
  expect(row).toEqual(truth);
});

test('what came on another page while it was being received shows in its row', async () => {
  const station = await aStation();
  const context = station.as(dora);
  const interrupted = {
    ...context,
    desktop: {
      ...station.desktop,
      async sealCommand(...asked: Parameters<typeof station.desktop.sealCommand>) {
        await pulled(station, announced(0, 40, 'NEW'));
        return await station.desktop.sealCommand(...asked);
      },
    },
  };
  accepted(await receiveAsAnnounced(interrupted, parcel));
  const { row, truth } = await rowAndTruth(station);
  expect(row).toMatchObject({ rma: 'NEW-7', state: 'received' });
  expect(row).toEqual(truth);
});

test('facts that came in the middle of a long pull while it was being held show in its row', async () => {
  const station = await aStation();
  const { db, clock } = station;
  const facts = Array.from({ length: 20 }, (_, n): Change => {
    const fact = aHold({
      id: factId(`hold-${n}`),
      caseId: caseId(`many-${n}`),
      stationId: stationId('station-2'),
    });
    return { collection: 'facts', id: fact.id, body: { fact, acceptedAt: fact.at.utc } };
  });
  const context = station.as(ivan);
  const interrupted = {
    ...context,
    desktop: {
      ...station.desktop,
      async sealCommand(...asked: Parameters<typeof station.desktop.sealCommand>) {
        const page = { changes: facts, isLong: true, isMoreToCome: true };
        await applyChanges(db, page, clock.now());
        expect(await db.casesBehind.count()).toBe(20);
        return await station.desktop.sealCommand(...asked);
      },
    },
  };
  const hold = { reason: 'customs', pausesClock: false, note: '' } as const;
  accepted(await holdCase(interrupted, { ...hold, caseId: caseId('many-7') }));
  const { row, truth } = await rowAndTruth(station);
  expect(row).toMatchObject({ state: 'onHold' });
  expect(row).toEqual(truth);
  expect(await db.casesBehind.count()).toBe(19);
});

test('a case that is withdrawn while it lies on a page is gone, and the others stay', async () => {
  const station = await aStation();
  const { db } = station;
  await pulled(station, [{ collection: 'cases', id: 'many-7', body: null }]);
  expect(await scanned(station, 7)).toEqual([]);
  expect(await scanned(station, 8)).toEqual([['RMA-8', 'authorised']]);
  const names = (await storedRows(db)).map(({ caseId: id }) => id);
  expect(names).toHaveLength(40);
  expect(names).not.toContain('many-7');
  expect((await storedPapers(db)).map(({ id }) => id)).toEqual(names);
});

test('a case that is told anew is as it was told last, wherever that lies', async () => {
  const station = await aStation();
  await pulled(station, announced(7, 1, 'NEW'));
  expect(await scanned(station, 7)).toEqual([['NEW-7', 'authorised']]);
  await pulled(station, announced(0, 20, 'LAST'));
  expect(await scanned(station, 7)).toEqual([['LAST-7', 'authorised']]);
  expect(await scanned(station, 30)).toEqual([['RMA-30', 'authorised']]);
  expect((await storedPapers(station.db)).map(({ id }) => id)).toHaveLength(41);
});

test('a part of a pull that breaks off leaves no page of it, and comes again', async () => {
  const central = smallCentral(announced(0, 40));
  const station = await aLoneStation();
  const { db } = station;
  const parts = syncPartsOf(station, central);
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as (
    this: IDBObjectStore,
    ...row: unknown[]
  ) => IDBRequest<IDBValidKey>;
  const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...row: unknown[]
  ) {
    if (this.name === 'caseRowPages') throw new Error('the power is gone');
    return put.apply(this, row);
  });
  await expect(pullChanges(parts)).rejects.toThrow('the power is gone');
  broken.mockRestore();
  expect([await db.casePages.count(), await db.caseRowPages.count()]).toEqual([0, 0]);
  expect(await scanned(station, 7)).toEqual([]);
  await pullChanges(parts);
  expect(await scanned(station, 7)).toEqual([['RMA-7', 'authorised']]);
});

test('whoever looks at one case looks again when its page comes anew, and not for any other', async () => {
  const station = await aStation();
  const { db } = station;
  const seen: (string | null | undefined)[] = [];
  const look = () => packedRowsBy(listRowsIn(db), ['many-7']);
  const looking = liveQuery(look).subscribe(([row]) => void seen.push(row?.rma));
  onTestFinished(() => looking.unsubscribe());
  await expect.poll(() => seen).toEqual(['RMA-7']);
  await pulled(station, announced(50, 40));
  await pulled(station, announced(0, 40, 'NEW'));
  await expect.poll(() => seen).toEqual(['RMA-7', 'NEW-7']);
});
