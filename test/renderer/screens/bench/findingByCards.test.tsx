import { expect, test } from 'vitest';
import { aBench, soon } from './aBench.tsx';
import { asks, withUnits } from './aPerson.ts';

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
