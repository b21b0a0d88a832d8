import { expect, onTestFinished, test, vi } from 'vitest';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
import { aLoneStation, dora, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';

const receive = (station: LoneStation, number: string) =>
  receiveAsAnnounced(station.as(dora), {
    barcode: scanned(number),
    raw: number,
    caseId: null,
    dock: 'D1',
    note: '',
  });

/** A station whose disk takes no fact while it is torn, and what it means to do later. */
async function withTornDisk() {
  const station = await aLoneStation();
  const disk = { torn: true };
  station.db.facts.hook('creating', () => {
    if (disk.torn) throw new Error('torn page');
  });
  const timer = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => timer.mockRestore());
  /** What was last put off by so long. */
  const putOffBy = (ms: number) => timer.mock.calls.findLast(([, wait]) => wait === ms)?.[0];
  const forget = () => timer.mockClear();
  return { station, disk, putOffBy, forget };
}

test('what the disk does not take is tried again after 5 s, twice as long each time, a minute at most', async () => {
  const { station, disk, putOffBy, forget } = await withTornDisk();
  expect(refusedWith(await receive(station, 'BOX-00001'))).toMatchObject({ journalled: true });
  let again = putOffBy(5_000);
  for (const wait of [10_000, 20_000, 40_000, 60_000, 60_000]) {
    forget();
    again?.();
    await expect.poll(() => putOffBy(wait)).toBeDefined();
    again = putOffBy(wait);
  }
  expect(await station.db.outbox.count()).toBe(0);
  disk.torn = false;
  forget();
  again?.();
  await expect.poll(() => station.db.outbox.count()).toBe(1);
  expect(putOffBy(60_000)).toBe(undefined);
});

test('a database that was closed meanwhile is left alone: the journal has what it lacks', async () => {
  const { station, putOffBy, forget } = await withTornDisk();
  expect(refusedWith(await receive(station, 'BOX-00001'))).toMatchObject({ journalled: true });
  const again = putOffBy(5_000);
  station.db.close();
  forget();
  again?.();
  await new Promise(setImmediate);
  expect(putOffBy(10_000)).toBe(undefined);
});

test('what waits goes before what comes, each once and in its order', async () => {
  const { station, disk } = await withTornDisk();
  expect(refusedWith(await receive(station, 'BOX-00001'))).toMatchObject({ journalled: true });
  expect(refusedWith(await receive(station, 'BOX-00002'))).toMatchObject({ journalled: false });
  disk.torn = false;
  accepted(await receive(station, 'BOX-00003'));
  accepted(await receive(station, 'BOX-00004'));
  expect(await station.db.outbox.toCollection().primaryKeys()).toEqual([1, 2, 3]);
});
