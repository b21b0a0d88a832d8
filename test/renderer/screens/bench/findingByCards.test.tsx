import { expect, onTestFinished, test, vi } from 'vitest';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { must } from '../../components/mount.tsx';
import { aBench, soon } from './aBench.tsx';
import { asks, hit, hitAll, withGroups, withUnits } from './aPerson.ts';

test('a finding is said and recorded by cards alone, in any order', async () => {
  const bench = await aBench();
  await withUnits(bench, 5);
  await asks('units');
  const found = async () => (await bench.recorded('finding')).length;
  for (const card of ['C-MANUFACTURING', 'N-3', 'D-FUNCTION.LEAK', 'S-MAJOR']) {
    bench.scan(`QS-F-${card}`);
    await expect.poll(() => bench.station.db.drafts.toArray(), soon).not.toEqual([]);
  }
  await asks('record');
  bench.scan('QS-F-RECORD');
  await expect.poll(found, soon).toBe(1);
  await asks('units');
  bench.scan('QS-F-SOUND');
  await asks('record');
  bench.scan('QS-F-RECORD');
  await expect.poll(found, soon).toBe(2);
  expect(await bench.recorded('finding')).toMatchObject([
    {
      quantity: 3,
      observation: { code: 'function.leak', severity: 'major', cause: 'manufacturing' },
    },
    { quantity: 2, observation: { kind: 'noDefect' } },
  ]);
});

test('a card that says nothing here says so, and changes nothing', async () => {
  const bench = await aBench();
  await withUnits(bench, 2);
  await asks('units');
  bench.scan('QS-F-N-7');
  await bench.says('This card says nothing here');
  bench.scan('QS-F-D-NOBODYS');
  await bench.says('This card says nothing here');
  expect(await bench.recorded('finding')).toEqual([]);
});

test('a card that records asks for what is open instead', async () => {
  const bench = await aBench();
  await withUnits(bench, 2);
  await asks('units');
  bench.scan('QS-F-D-FUNCTION.LEAK');
  await asks('severity');
  bench.scan('QS-F-RECORD');
  await bench.says('Choose how bad it is');
  expect(await bench.recorded('finding')).toEqual([]);
});

test('who scans quicker than the disk means the next finding', async () => {
  const bench = await aBench();
  await withGroups(bench, { quantity: 2 }, { quantity: 1, lot: 'B' });
  await asks('units');
  for (const card of ['N-1', 'SOUND', 'RECORD', 'SOUND', 'RECORD', 'D-FUNCTION.LEAK', 'S-MINOR'])
    bench.scan(`QS-F-${card}`);
  await expect.poll(() => bench.recorded('finding'), soon).toHaveLength(2);
  await asks('cause');
  for (const card of ['C-WEAR', 'RECORD']) bench.scan(`QS-F-${card}`);
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([{ quantity: 1 }, { quantity: 1 }, { observation: { cause: 'wear' } }]);
});

test('a unit of another article is named where it lies, and named no more when it is scanned again', async () => {
  const bench = await aBench();
  const [, other] = await withGroups(
    bench,
    { quantity: 2 },
    { quantity: 2, lot: 'B', serials: ['SN-01', 'SN-02'] },
  );
  await asks('units');
  bench.scan('SN-02');
  await bench.says('Unit SN-02 belongs to this finding');
  bench.scan('SN-01');
  await bench.says('Unit SN-01 belongs to this finding');
  bench.scan('SN-01');
  await bench.says('Unit SN-01 does not belong to this finding any more');
  for (const card of ['SOUND', 'RECORD']) bench.scan(`QS-F-${card}`);
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([{ unitGroupId: other?.unitGroupId, serials: ['SN-02'] }]);
});

test('a card goes to the next article and back to the first, and so do keys', async () => {
  const bench = await aBench();
  await withGroups(bench, { quantity: 3 }, { quantity: 5, lot: 'B' });
  await asks('units');
  const left = () => document.querySelector('[data-question="units"]')?.textContent;
  expect(left()).toContain('3 left');
  for (const [act, units] of [
    [() => bench.scan('QS-F-NEXT'), '5 left'],
    [() => bench.scan('QS-F-NEXT'), '3 left'],
    [() => hit('PageDown'), '5 left'],
    [() => hit('PageUp'), '3 left'],
  ] as const) {
    void act();
    await expect.poll(left, soon).toContain(units);
    await asks('units');
  }
});

test('DONE finishes where something is open once it has been said, and a card read twice says it once', async () => {
  const bench = await aBench();
  await withUnits(bench, 2);
  await asks('units');
  await hitAll('1', 'Enter', '0', 'Enter');
  await bench.says('1 of 2 inspected');
  const clock = vi.spyOn(performance, 'now').mockReturnValue(5_000);
  onTestFinished(() => clock.mockRestore());
  bench.scan('QS-CMD-DONE');
  await bench.says('Not everything is done');
  clock.mockReturnValue(5_900);
  bench.scan('QS-CMD-DONE');
  expect(await bench.recorded('inspectionFinished')).toEqual([]);
  bench.scan('QS-CMD-OK');
  await expect.poll(() => document.querySelector('[role="dialog"]'), soon).toBeNull();
  const again = () => bench.scan('QS-CMD-DONE') && document.querySelector('[role="dialog"]');
  await expect.poll(again, soon).not.toBeNull();
  clock.mockReturnValue(7_000);
  bench.scan('QS-CMD-DONE');
  await expect.poll(() => bench.recorded('inspectionFinished'), soon).toHaveLength(1);
});

/** The bench with an article that is a set of these. */
async function aBenchOfSets(...parts: string[]) {
  const article = { ...anOrderLine().article, parts };
  return await aBench(
    officeDocuments().map((change) =>
      change.collection === 'orderLines' ? { ...change, body: anOrderLine({ article }) } : change,
    ),
  );
}

test('what is missing from a set is a finding by nine keys, however many parts it has', async () => {
  const bench = await aBenchOfSets(...Array.from({ length: 12 }, (_, at) => `Part ${at + 1}`));
  await withUnits(bench, 1);
  await asks('defect');
  must(document.activeElement).dispatchEvent(
    new KeyboardEvent('keydown', { key: 'p', code: 'KeyP', altKey: true, bubbles: true }),
  );
  await bench.says('12 parts missing');
  await hitAll('0', '2');
  await bench.says('1 part missing');
  await hit('Enter');
  await asks('severity');
  await hitAll('2', '1', 'Enter');
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([{ missingParts: ['Part 2'] }]);
});

test('what is missing from a set is a finding, by cards alone', async () => {
  const bench = await aBenchOfSets('Pump', 'Coupling', 'Manual');
  await withUnits(bench, 2);
  await asks('units');
  for (const card of ['N-1', 'PARTS']) bench.scan(`QS-F-${card}`);
  await bench.says('Tick what is there');
  await bench.says('3 parts missing');
  bench.scan('QS-F-N-1');
  bench.scan('manual');
  await bench.says('1 part missing');
  bench.scan('QS-F-N-4');
  expect(bench.turnedAway).toEqual(['card']);
  bench.scan('QS-CMD-OK');
  await bench.says('Missing: Coupling');
  await expect.poll(() => document.querySelector('[role="dialog"]'), soon).toBeNull();
  for (const card of ['S-MAJOR', 'C-MANUFACTURING', 'RECORD']) bench.scan(`QS-F-${card}`);
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([
      {
        quantity: 1,
        observation: { code: 'quantity.partsMissing' },
        missingParts: ['Coupling'],
      },
    ]);
  await bench.says('Missing: Coupling');
});

test('a mixed return of twelve by cards and labels alone, none of its findings more than nine', async () => {
  const bench = await aBench();
  const serials = ['SN-01', 'SN-02', 'SN-03'];
  await withGroups(bench, { quantity: 3, serials }, { quantity: 9, lot: 'B' });
  await asks('units');
  const misuse = ['D-WORKMANSHIP.SURFACE', 'S-MAJOR', 'I-LIQUIDTRACE', 'I-OVERLOAD', 'RECORD'];
  const said = [
    ['SN-01', ...misuse],
    ['SN-02', 'SN-03', 'SOUND', 'RECORD'],
    ['N-7', 'D-FUNCTION.LEAK', 'S-MAJOR', 'C-MANUFACTURING', 'RECORD'],
    ['N-1', 'D-QUANTITY.PARTSMISSING', 'S-MAJOR', 'C-MANUFACTURING', 'RECORD'],
    ['SOUND', 'RECORD'],
  ];
  for (const [at, scans] of said.entries()) {
    expect(scans.length).toBeLessThanOrEqual(9);
    for (const one of scans) bench.scan(one.startsWith('SN-') ? one : `QS-F-${one}`);
    await expect.poll(() => bench.recorded('finding'), soon).toHaveLength(at + 1);
  }
  await bench.says('Every unit has a finding');
  expect(await bench.recorded('finding')).toMatchObject([
    {
      serials: ['SN-01'],
      observation: { cause: 'misuse', indicators: ['liquidTrace', 'overload'] },
    },
    { serials: ['SN-02', 'SN-03'], observation: { kind: 'noDefect' } },
    { quantity: 7, observation: { code: 'function.leak' } },
    { quantity: 1, observation: { code: 'quantity.partsMissing' } },
    { quantity: 1, observation: { kind: 'noDefect' } },
  ]);
});
