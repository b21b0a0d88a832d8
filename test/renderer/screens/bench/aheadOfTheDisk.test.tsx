import { describe, expect, test } from 'vitest';
import { must } from '../../components/mount.tsx';
import { aBench, soon } from './aBench.tsx';

import { asks, hit, hitAll, touch, withGroups, withUnits } from './aPerson.ts';
import { slowJournal } from './slowJournal.ts';

type Bench = Awaited<ReturnType<typeof aBench>>;

const found = async (bench: Bench) =>
  (await bench.recorded('finding')).map(({ units, observation, note }) => ({
    units: units?.map(({ from, to }) => [from, to]),
    what: observation.kind === 'defect' ? observation.severity : 'sound',
    note,
  }));
const sound = (from: number, to: number, note = '') => ({
  units: [[from, to]],
  what: 'sound',
  note,
});
/** The next picture is drawn. */
const settled = async () => {
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
};
const quantity = () => document.querySelector<HTMLInputElement>('[data-question="units"] input');
const note = () => must(document.querySelector<HTMLInputElement>('input[name="note"]'));

describe('what is touched while a finding is recorded', () => {
  test('chooses fewer units of the next one', async () => {
    const bench = await aBench();
    await withUnits(bench, 6);
    await asks('units');
    const free = slowJournal(bench);
    await hitAll('1', 'Enter', '0', 'Enter');
    for (const name of ['One less', 'One less']) {
      touch(name);
      await settled();
    }
    free();
    await expect.poll(() => quantity()?.value, soon).toBe('3');
    await asks('units');
    await hitAll('Enter', '0', 'Enter');
    await expect.poll(() => found(bench), soon).toEqual([sound(0, 1), sound(1, 4)]);
  });

  test('names a unit of the next one by its number', async () => {
    const bench = await aBench();
    await withUnits(bench, 6);
    await asks('units');
    const free = slowJournal(bench);
    bench.scan('QS-F-N-1');
    await asks('defect');
    await hitAll('0', 'Enter');
    touch('By number');
    await hitAll('6', 'Enter', '0', 'Enter');
    free();
    await expect.poll(() => found(bench), soon).toEqual([sound(0, 1), sound(5, 6)]);
  });

  test('chooses a piece of the bar', async () => {
    const bench = await aBench();
    await withUnits(bench, 3);
    await asks('units');
    await hitAll('1', 'Enter', '0', 'Enter');
    await bench.says('1 of 3 inspected');
    await asks('units');
    const free = slowJournal(bench);
    await hitAll('1', 'Enter', '0', 'Enter');
    must(document.querySelector<HTMLElement>('ul[aria-label="Units"] button')).click();
    free();
    const chosen = () => document.querySelector('ul[aria-label="Units"] [aria-pressed="true"]');
    await expect.poll(() => chosen() !== null, soon).toBe(true);
    await expect.poll(async () => (await found(bench)).length, soon).toBe(2);
    must(document.querySelector<HTMLElement>('[data-now]')).focus();
    await hitAll('l', 'e', 'a', 'Enter', '2', '1', 'Enter');
    await expect
      .poll(async () => (await found(bench)).at(-1), soon)
      .toEqual({ units: [[0, 1]], what: 'major', note: '' });
  });

  test('is recorded in its turn, and a Record pressed twice is one', async () => {
    const bench = await aBench();
    await withUnits(bench, 3);
    await asks('units');
    await hitAll('1', 'l', 'e', 'a', 'Enter', '2', '1');
    const free = slowJournal(bench);
    touch('Record finding');
    touch('Record finding');
    await settled();
    must(document.querySelector<HTMLElement>('input[type="radio"][value="critical"]')).click();
    await settled();
    touch('Record finding');
    free();
    await bench.says('1 of 3 inspected');
    await bench.says('Choose the defect');
    await expect.poll(async () => (await found(bench)).length, soon).toBe(1);
    await hitAll('l', 'e', 'a', 'Enter', '1', 'Enter');
    await expect
      .poll(async () => (await found(bench)).map(({ units, what }) => ({ units, what })), soon)
      .toEqual([
        { units: [[0, 1]], what: 'major' },
        { units: [[1, 3]], what: 'critical' },
      ]);
  });

  test('says nothing of one that is refused', async () => {
    const bench = await aBench();
    await withUnits(bench, 3);
    await asks('units');
    const free = slowJournal(bench, { code: 'diskFull', freeBytes: 0 });
    await hitAll('1', 'Enter', '0', 'Enter');
    touch('One less');
    await settled();
    free();
    await bench.says('disk is full');
    await asks('record');
    await hit('Enter');
    await expect.poll(() => found(bench), soon).toEqual([sound(0, 1)]);
  });

  test('puts the caret into the note of the next one', async () => {
    const bench = await aBench();
    await withUnits(bench, 3);
    await asks('units');
    const free = slowJournal(bench);
    await hitAll('1', 'Enter', '0', 'n', 'o', 'k', 'Enter');
    note().focus();
    await hitAll('w', 'e', 't');
    free();
    await expect.poll(() => note().value, soon).toBe('wet');
    expect(await found(bench)).toEqual([sound(0, 1, 'ok')]);
  });
});

test('a space in a note that is typed ahead is a space, and takes no picture', async () => {
  const bench = await aBench();
  await withUnits(bench, 3);
  await asks('units');
  const free = slowJournal(bench);
  await hitAll('1', 'Enter', '0', 'Enter');
  await hitAll('Enter', '0', 'n', 'a', ' ', 'b', ' ', '2', 'Enter');
  free();
  await expect.poll(() => found(bench), soon).toEqual([sound(0, 1), sound(1, 3, 'a b 2')]);
  expect(document.body.textContent).not.toContain('No picture was taken');
});

describe('as many as are left, where nobody said how many', () => {
  test('are those that are counted by then', async () => {
    const bench = await aBench();
    await bench.receive('1Z999');
    bench.scan('1Z999');
    await bench.says('Not counted yet');
    for (let piece = 1; piece <= 3; piece += 1) bench.scan(']C10109521101530001');
    await bench.says('3 left');
    expect(quantity()?.value).toBe('3');
    await hitAll('Enter', '0', 'Enter');
    await expect.poll(() => found(bench), soon).toEqual([sound(0, 3)]);
  });

  test('are those of a finding that was taken back too', async () => {
    const bench = await aBench();
    await withUnits(bench, 12);
    await asks('units');
    await hitAll('8', 'Enter', '0', 'Enter');
    await bench.says('8 of 12 inspected');
    bench.scan('QS-CMD-UNDO');
    await bench.says('12 left');
    expect(quantity()?.value).toBe('12');
    await hitAll('Enter', '0', 'Enter');
    await expect.poll(() => found(bench), soon).toEqual([sound(0, 12)]);
  });
});

describe('whoever comes back to units before what was begun of them is stored', () => {
  test('goes on with every answer', async () => {
    const bench = await aBench();
    await withGroups(bench, { quantity: 5 }, { quantity: 2, lot: 'B' });
    await asks('units');
    const free = slowJournal(bench);
    await hitAll('3', 'l', 'e', 'a', 'Enter', '2', '1');
    await hitAll('PageDown', 'PageUp');
    await expect.poll(() => quantity()?.value, soon).toBe('3');
    await asks('record');
    free();
    await hit('Enter');
    await expect
      .poll(() => found(bench), soon)
      .toEqual([{ units: [[0, 3]], what: 'major', note: '' }]);
  });

  test('finds nothing begun of what is being recorded, and stays where they went', async () => {
    const bench = await aBench();
    await withGroups(bench, { quantity: 1 }, { quantity: 2, lot: 'B' }, { quantity: 2, lot: 'C' });
    await asks('defect');
    const free = slowJournal(bench);
    await hitAll('0', 'Enter', 'PageDown', 'PageDown');
    free();
    await expect.poll(() => found(bench), soon).toEqual([sound(0, 1)]);
    const chosen = () =>
      document.querySelector('[aria-label="Articles"] input:checked')?.closest('label')
        ?.textContent;
    await hit('x');
    expect(chosen()).toContain('C');
  });

  test('goes on with the units that were named', async () => {
    const bench = await aBench();
    await withGroups(
      bench,
      { quantity: 3, serials: ['SN-01', 'SN-02', 'SN-03'] },
      { quantity: 2, lot: 'B' },
    );
    await asks('units');
    bench.scan('SN-03');
    await bench.says('Unit SN-03 belongs to this finding');
    await asks('defect');
    await hitAll('0', 'PageDown', 'PageUp');
    await asks('record');
    await hit('Enter');
    await expect
      .poll(() => bench.recorded('finding'), soon)
      .toMatchObject([{ serials: ['SN-03'] }]);
  });
});
