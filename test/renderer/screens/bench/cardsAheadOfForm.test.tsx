import { Dexie } from 'dexie';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { StationDatabase } from '../../../../renderer/storage/stationDatabase.ts';
import { aBench, soon } from './aBench.tsx';
import { asks, hit, withGroups } from './aPerson.ts';

const pump = ']C10109521101530001';
const inTwoLots = [
  { quantity: 2 },
  { quantity: 2, lot: 'B', serials: ['SN-01', 'SN-02'] },
] as const;

test('a scan is answered once its form is drawn, however late a busy disk makes that', async () => {
  const bench = await aBench();
  await withGroups(bench, ...inTwoLots);
  await asks('units');
  const free = holdDrafts(bench.station.db);
  const passed = eachLookTakesASecond();
  bench.scan('SN-02');
  for (const card of ['SOUND', 'RECORD']) bench.scan(`QS-F-${card}`);
  await expect.poll(passed, soon).toBeGreaterThan(60_000);
  free();
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([{ serials: ['SN-02'], observation: { kind: 'noDefect' } }]);
});

test('a card is answered that is scanned right behind the first piece it is about', async () => {
  const bench = await aBench();
  await bench.receive('1Z999');
  bench.scan('1Z999');
  await bench.says('Not counted yet');
  bench.scan(pump);
  for (const card of ['SOUND', 'RECORD']) bench.scan(`QS-F-${card}`);
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([{ quantity: 1, observation: { kind: 'noDefect' } }]);
});

test('a card behind the one that goes to the next article is answered there', async () => {
  const bench = await aBench();
  const [, second] = await withGroups(bench, ...inTwoLots);
  await asks('units');
  for (const card of ['NEXT', 'SOUND', 'RECORD']) bench.scan(`QS-F-${card}`);
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([{ unitGroupId: second?.unitGroupId }]);
});

test('where nothing was counted a card says nothing, at once', async () => {
  const bench = await aBench();
  await bench.receive('1Z999');
  bench.scan('1Z999');
  await bench.says('Not counted yet');
  bench.scan('QS-F-SOUND');
  await bench.says('This card says nothing here');
  expect(await bench.recorded('finding')).toEqual([]);
});

test('who chooses other units meanwhile is not held up by a scan that waits for their form', async () => {
  const bench = await aBench();
  await withGroups(bench, ...inTwoLots);
  await asks('units');
  const free = holdDrafts(bench.station.db);
  bench.scan('SN-02');
  await expect.poll(() => document.querySelector('[data-question="units"]'), soon).toBeNull();
  await hit('PageUp');
  await bench.says('This card says nothing here');
  bench.scan('QS-CMD-HAZARD');
  await bench.says('Stop. Do not handle.');
  free();
});

/** Nothing is read of what is begun until the answer is called. */
function holdDrafts(db: StationDatabase): () => void {
  let free = () => {};
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  void db.transaction('rw', db.drafts, async () => {
    await Dexie.waitFor(held);
  });
  onTestFinished(() => free());
  return () => free();
}

/** How much has passed by the page's own clock, which goes on by a second at each look. */
function eachLookTakesASecond(): () => number {
  const start = performance.now();
  let passed = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    passed += 1_000;
    return start + passed;
  });
  onTestFinished(() => clock.mockRestore());
  return () => passed;
}
