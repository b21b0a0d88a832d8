import { expect, onTestFinished, test, vi } from 'vitest';
import { inOrder } from '../../../renderer/queries/lists/caseList.ts';
import { caseListCache } from '../../../renderer/queries/lists/caseListCache.ts';
import type { CaseRow } from '../../../renderer/queries/lists/caseRow.ts';
import { worklist } from '../../../renderer/queries/lists/worklist.ts';
import { personWaits } from '../../../renderer/storage/peopleFirst.ts';
import type { Worklist } from '../../../renderer/storage/rows.ts';
import { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { sendOutbox } from '../../../renderer/sync/push/sendOutbox.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { countingRowsRead } from '../../builders/station/storedCases.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

function expected(count: number, rma = 'RMA'): Change[] {
  return Array.from({ length: count }, (_, index) => {
    const id = caseId(`case-${index + 1}`);
    return { collection: 'cases', id, body: aCase({ id, rma: `${rma}-${1000 + index}` }) };
  });
}

async function pulled(station: LoneStation, changes: readonly Change[]) {
  await applyChanges(station.db, { changes: [...changes] }, station.clock.now());
}

/** A list as it is told, newest telling last. */
function following(station: LoneStation, db = station.db, list: Worklist = 'dock') {
  const told: (readonly CaseRow[])[] = [];
  const now = station.clock.now();
  const cache = caseListCache(db, now);
  const tell = () => {
    const cached = cache.list(list);
    if (!cached) return;
    const rows = inOrder(cached, now);
    told.push(Array.from({ length: rows.length }, (_, at) => rows.at(at) ?? []).flat());
  };
  tell();
  onTestFinished(cache.subscribe(list, tell));
  return {
    told,
    /** Once it says what a reader from scratch sees. */
    async caughtUp() {
      const fresh = await worklist(station.db, list, now);
      await expect.poll(() => told.at(-1)).toEqual(fresh);
      return told.at(-1) ?? [];
    },
  };
}

async function receive(station: LoneStation, of: string) {
  const parcel = { barcode: null, raw: null, caseId: caseId(of), dock: 'D1', note: '' };
  accepted(await receiveAsAnnounced(station.as(dora), parcel));
}

test('a list keeps the lines of cases that did not change, and follows those that did, in order', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(5));
  const list = following(station);
  const before = await list.caughtUp();
  await receive(station, 'case-4');
  const after = await list.caughtUp();
  // It has a deadline now, so it comes first.
  expect(after[0]).toMatchObject({ caseId: 'case-4', state: 'received', saved: 'here' });
  expect(after.slice(1)).toHaveLength(4);
  for (const row of after.slice(1)) expect(before).toContain(row);
  await pulled(station, [{ collection: 'cases', id: 'case-2', body: null }]);
  expect(await list.caughtUp()).toHaveLength(4);
  await pulled(station, expected(80, 'NEW'));
  expect(await list.caughtUp()).toHaveLength(80);
  await Promise.all([station.db.caseRows.clear(), station.db.caseRowPages.clear()]);
  expect(await list.caughtUp()).toEqual([]);
});

test('what another window or a save writes while the list is being read is not missed', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(5));
  const other = new StationDatabase(station.db.name);
  onTestFinished(() => other.close());
  const [own, theirs] = [following(station), following(station, other)];
  for (const of of ['case-1', 'case-2', 'case-3', 'case-4', 'case-5']) await receive(station, of);
  expect((await own.caughtUp()).filter((row) => row.saved === 'here')).toHaveLength(5);
  await Promise.all(
    (await station.db.caseRows.toArray()).map((row) =>
      station.db.caseRows.put({ ...row, clientName: `Client of ${row.caseId}` }),
    ),
  );
  expect((await own.caughtUp()).map((row) => row.clientName)).toContain('Client of case-5');
  expect(await theirs.caughtUp()).toHaveLength(5);
});

test('a list is not told again when a case of another list changes', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(2));
  const desk = following(station, station.db, 'desk');
  const dock = following(station);
  await expect.poll(() => desk.told).toEqual([[]]);
  await receive(station, 'case-1');
  await dock.caughtUp();
  await pulled(station, expected(60, 'NEW'));
  await dock.caughtUp();
  expect(desk.told).toEqual([[]]);
});

test('of thousands of cases only the changed ones are read again, however many come in one page', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(2_000));
  const read = countingRowsRead(station.db);
  const list = following(station);
  await expect.poll(() => list.told.at(-1)?.length).toBe(2_000);
  expect(read()).toBe(2_000);
  await receive(station, 'case-7');
  await expect.poll(() => list.told.at(-1)?.find((row) => row.state === 'received')).toBeTruthy();
  // The page it lay on was read, for whoever received it.
  expect(read()).toBeLessThan(2_210);
  await pulled(station, expected(120, 'NEW'));
  await expect
    .poll(() => list.told.at(-1)?.filter((row) => row.rma?.startsWith('NEW')).length)
    .toBe(120);
  expect(read()).toBeLessThan(2_600);
  // Who looks again, or at another list, reads nothing.
  following(station, station.db, 'bench');
  expect(read()).toBeLessThan(2_600);
});

/** The lines of a list, and not something else that is long. */
function isLongList(one: unknown): boolean {
  if (!Array.isArray(one) || one.length < 1500) return false;
  const first: unknown = one[0];
  return typeof first === 'object' && first !== null && 'place' in first;
}

test('however many cases change at once, a list is gone through once for them', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(2000));
  const list = following(station);
  await list.caughtUp();
  const gone = vi.spyOn(Array.prototype, 'filter');
  onTestFinished(() => gone.mockRestore());
  await pulled(station, expected(1600, 'NEW'));
  await expect.poll(() => list.told.at(-1)?.[0]?.rma, { timeout: 10_000 }).toContain('NEW');
  const through = gone.mock.contexts.filter(isLongList);
  expect(through.length).toBeLessThanOrEqual(2);
});

test('a list follows what central has answered, though no case changes by it', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(2));
  const list = following(station);
  await receive(station, 'case-2');
  expect((await list.caughtUp()).map((row) => row.saved)).toEqual(['here', 'accepted']);
  await sendOutbox(syncPartsOf(station, smallCentral()));
  expect(await station.db.answeredRuns.count()).toBe(1);
  expect((await list.caughtUp()).map((row) => row.saved)).toEqual(['accepted', 'accepted']);
});

test('what a page of the feed brings is listed without being read back', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(2));
  const list = following(station);
  await list.caughtUp();
  const read = vi.spyOn(station.db.caseRows, 'bulkGet');
  await pulled(station, expected(64, 'NEW'));
  await expect.poll(() => list.told.at(-1)?.length).toBe(64);
  expect(read).not.toHaveBeenCalled();
  read.mockRestore();
  expect(await list.caughtUp()).toHaveLength(64);
});

test('a case that changes again before it is listed is listed as it is in the end', async () => {
  const station = await aLoneStation();
  const list = following(station);
  await list.caughtUp();
  await pulled(station, expected(64));
  await receive(station, 'case-9');
  const rows = await list.caughtUp();
  expect(rows[0]).toMatchObject({ caseId: 'case-9', state: 'received' });
});

test('what comes by the page is not told of while somebody waits for something else', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(5));
  const list = following(station);
  await list.caughtUp();
  let isOver = () => {};
  const act = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  await pulled(station, expected(40));
  personWaits(station.db, act);
  const waited = vi.spyOn(act, 'then');
  const before = list.told.length;
  await expect.poll(() => waited.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(list.told.length).toBe(before);
  isOver();
  expect(await list.caughtUp()).toHaveLength(40);
});

test('what somebody does is told of at once, and what came by the page before it still waits', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(5));
  const list = following(station);
  await list.caughtUp();
  let isOver = () => {};
  const act = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  personWaits(station.db, act);
  const waited = vi.spyOn(act, 'then');
  await pulled(station, expected(60));
  await expect.poll(() => waited.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await receive(station, 'case-3');
  await expect.poll(() => list.told.at(-1)?.find((row) => row.state === 'received')).toBeTruthy();
  expect(list.told.at(-1)).toHaveLength(5);
  isOver();
  expect(await list.caughtUp()).toHaveLength(60);
});

test('while more keeps coming, what is here already is told of', async () => {
  const station = await aLoneStation();
  await pulled(station, expected(3));
  const list = following(station);
  await list.caughtUp();
  const before = list.told.length;
  // Every look at the clock finds it three seconds later.
  let clock = performance.now();
  const looks = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 3000));
  onTestFinished(() => looks.mockRestore());
  await pulled(station, expected(900, 'MORE'));
  expect(await list.caughtUp()).toHaveLength(900);
  const lengths = list.told.slice(before).map((rows) => rows.length);
  expect(lengths.filter((length) => length > 3 && length < 900)).not.toEqual([]);
});
