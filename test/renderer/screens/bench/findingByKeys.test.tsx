import { expect, test } from 'vitest';
import { must } from '../../components/mount.tsx';
import { aBench, soon } from './aBench.tsx';
import { asks, hit, hitAll, withGroups, withUnits } from './aPerson.ts';
import { slowJournal } from './slowJournal.ts';

/** As few as a finding may take, counted from the open form. */
const mostKeys = 9;

const pieces = () =>
  [...document.querySelectorAll('ul[aria-label="Units"] li > [hidden]')].map(
    (piece) => piece.textContent,
  );

test('a mixed return of twelve by keys alone, none of its findings more than nine', async () => {
  const bench = await aBench();
  await withUnits(bench, 12);
  // Nothing was pressed since the scan: the first act is where the focus is.
  await asks('units');
  const recorded = async () => (await bench.recorded('finding')).length;

  expect(await hitAll('8', 'l', 'e', 'a')).toBe(4);
  expect(await hitAll('Enter', '2', '1')).toBe(3);
  await asks('record');
  await hit('Enter');
  await expect.poll(recorded, soon).toBe(1);
  await asks('units');

  // The whole answer again, but with another cause: one key each.
  const misuse = await hitAll('1', 'Enter', '1', 'ArrowUp', '5', '1', '3', 'Enter');
  expect(misuse).toBeLessThanOrEqual(mostKeys);
  await expect.poll(recorded, soon).toBe(2);
  await asks('units');

  const sound = await hitAll('Enter', '0', 'Enter');
  expect(sound).toBe(3);
  await expect.poll(recorded, soon).toBe(3);
  await bench.says('12 of 12 inspected');
  await bench.says('Every unit has a finding');

  const findings = await bench.recorded('finding');
  expect(
    findings.map(({ quantity, units, observation }) => ({ quantity, units, observation })),
  ).toEqual([
    {
      quantity: 8,
      units: [{ from: 0, to: 8 }],
      observation: {
        kind: 'defect',
        code: 'function.leak',
        severity: 'major',
        cause: 'manufacturing',
        indicators: [],
        claimed: true,
      },
    },
    {
      quantity: 1,
      units: [{ from: 8, to: 9 }],
      observation: {
        kind: 'defect',
        code: 'function.leak',
        severity: 'major',
        cause: 'misuse',
        indicators: ['liquidTrace', 'overload'],
        claimed: true,
      },
    },
    { quantity: 3, units: [{ from: 9, to: 12 }], observation: { kind: 'noDefect' } },
  ]);
  expect(pieces().map((piece) => piece.split(' · ')[0])).toEqual([
    'no. 1 to 8',
    'no. 9',
    'no. 10 to 12',
  ]);
});

test('whoever is quicker than the disk says the next finding, and never of the same units', async () => {
  const bench = await aBench();
  await withUnits(bench, 4);
  await asks('units');
  await hitAll('1', 'Enter', '0');
  const form = document.activeElement ?? document.body;
  for (const key of ['Enter', 'Enter', '0', 'Enter'])
    form.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const units = async () => (await bench.recorded('finding')).map((finding) => finding.units);
  await expect.poll(units, soon).toEqual([[{ from: 0, to: 1 }], [{ from: 1, to: 4 }]]);
});

test('whoever is quicker than the disk is heard with every key: letters, a note, and units by number', async () => {
  const bench = await aBench();
  await withUnits(bench, 4);
  await asks('units');
  const free = slowJournal(bench);
  await hitAll('1', 'Enter', '0', 'n', 'o', 'k', 'Enter');
  await hitAll('3', '.', 'l', 'e', 'a', 'Enter', '2', '1', 'n', 'd', '1', 'Enter', '0', 'Enter');
  expect(await bench.recorded('finding')).toEqual([]);
  free();
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([
      { units: [{ from: 0, to: 1 }], note: 'ok', observation: { kind: 'noDefect' } },
      {
        units: [{ from: 2, to: 3 }],
        note: 'd1',
        observation: { code: 'function.leak', severity: 'major', cause: 'manufacturing' },
      },
    ]);
  await asks('defect');
  await hitAll('0', 'Enter');
  await expect.poll(async () => (await bench.recorded('finding')).length, soon).toBe(3);
});

test('what is touched while a finding is recorded is said of the next one', async () => {
  const bench = await aBench();
  await withUnits(bench, 4);
  await asks('units');
  const free = slowJournal(bench);
  await hitAll('1', 'l', 'e', 'a', 'Enter', '2', '1', 'Enter');
  const severity = (name: string) =>
    must(document.querySelector<HTMLInputElement>(`input[type="radio"][value="${name}"]`));
  severity('critical').click();
  free();
  await expect.poll(async () => (await bench.recorded('finding')).length, soon).toBe(1);
  await expect.poll(() => severity('critical').checked, soon).toBe(true);
  await hitAll('2', 'l', 'e', 'a', 'Enter');
  await expect.poll(() => severity('critical').checked, soon).toBe(true);
  const severities = async () =>
    (await bench.recorded('finding')).map(({ observation }) =>
      observation.kind === 'defect' ? observation.severity : null,
    );
  expect(await severities()).toEqual(['major']);
});

test('what is typed ahead goes on at the units that come next', async () => {
  const bench = await aBench();
  await withGroups(bench, { quantity: 1 }, { quantity: 2, lot: 'B' });
  await asks('defect');
  const free = slowJournal(bench);
  await hitAll('0', 'Enter', '1', 'Enter', '0', 'Enter');
  free();
  await expect
    .poll(async () => (await bench.recorded('finding')).map((one) => one.quantity), soon)
    .toEqual([1, 1]);
});

test('what was typed ahead of a finding that is refused is not said of it', async () => {
  const bench = await aBench();
  await withUnits(bench, 2);
  await asks('units');
  const free = slowJournal(bench, { code: 'diskFull', freeBytes: 0 });
  await hitAll('1', 'Enter', '0', 'Enter', '1', 'Enter', '0', 'Enter');
  free();
  await bench.says('disk is full');
  await asks('record');
  expect(await bench.recorded('finding')).toEqual([]);
  await hit('Enter');
  await expect.poll(async () => (await bench.recorded('finding')).length, soon).toBe(1);
});

test('letters in a note are letters of the note, and Enter in it records', async () => {
  const bench = await aBench();
  await withUnits(bench, 2);
  await asks('units');
  await hitAll('Enter', '0', 'n', 'd', '1', 'n', '0');
  const note = must(document.querySelector<HTMLInputElement>('input[name="note"]'));
  expect(note.value).toBe('d1n0');
  await hit('Enter');
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([{ quantity: 2, note: 'd1n0', observation: { kind: 'noDefect' } }]);
});

test('an arrow goes back to what was answered, and what is open is asked instead of recorded', async () => {
  const bench = await aBench();
  await withUnits(bench, 3);
  await asks('units');
  await hitAll('Enter', '3', '1');
  await asks('severity');
  await hitAll('ArrowDown', 'ArrowDown', 'Enter');
  await asks('severity');
  await bench.says('Choose how bad it is');
  await hitAll('2', '7');
  await asks('record');
  await hitAll('ArrowUp', '1');
  await asks('record');
  await hit('Enter');
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([
      {
        quantity: 3,
        observation: { code: 'function.dead', severity: 'major', cause: 'manufacturing' },
      },
    ]);
});

test('serials that are scanned are the units of the finding', async () => {
  const bench = await aBench();
  const serials = ['SN-01', 'SN-02', 'SN-03'];
  await withUnits(bench, 3, serials);
  await asks('units');
  for (const serial of ['SN-03', 'SN-01']) {
    bench.scan(serial);
    await bench.says(`Unit ${serial} belongs to this finding`);
  }
  await asks('defect');
  await hitAll('0', 'Enter');
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([{ quantity: 2, serials: ['SN-03', 'SN-01'] }]);
  await expect.poll(pieces, soon).toHaveLength(2);
});

test('a piece of the bar is chosen with a key, shows what was found, and takes another finding', async () => {
  const bench = await aBench();
  await withUnits(bench, 5);
  await asks('units');
  await hitAll('2', 'Enter', '0', 'Enter');
  await bench.says('2 of 5 inspected');
  const [found] = document.querySelectorAll<HTMLElement>('ul[aria-label="Units"] button');
  must(found).click();
  await expect.poll(() => found?.getAttribute('aria-pressed'), soon).toBe('true');
  await bench.says('no. 1 to 2 · 2 × No defect found');
  must(document.querySelector<HTMLElement>('[data-now]')).focus();
  await hitAll('3', '1', '3', '6', 'Enter');
  await expect
    .poll(async () => (await bench.recorded('finding')).map((f) => f.units), soon)
    .toEqual([[{ from: 0, to: 2 }], [{ from: 0, to: 2 }]]);
});

test('units are named by their numbers with a key, and Enter goes on', async () => {
  const bench = await aBench();
  await withUnits(bench, 5);
  await asks('units');
  expect(await hitAll('.', '2', 'Enter', '0', 'Enter')).toBeLessThanOrEqual(mostKeys);
  await expect
    .poll(() => bench.recorded('finding'), soon)
    .toMatchObject([{ quantity: 1, units: [{ from: 1, to: 2 }] }]);
});

test('a misused unit is named by its number in nine keys, also where no such number is left', async () => {
  const bench = await aBench();
  await withUnits(bench, 12);
  await asks('units');
  expect(await hitAll('3', '.', '4', '1', '2', '5', '1', '3', 'Enter')).toBeLessThanOrEqual(
    mostKeys,
  );
  const said = async () =>
    (await bench.recorded('finding')).map(({ units, observation }) => ({
      units,
      cause: observation.kind === 'defect' && observation.cause,
    }));
  const third = { units: [{ from: 2, to: 3 }], cause: 'misuse' };
  await expect.poll(said, soon).toEqual([third]);
  await asks('units');
  await hitAll('1', '2');
  await bench.says('no. 12');
  await hitAll('.', '0', 'Enter');
  const last = { units: [{ from: 11, to: 12 }], cause: false };
  await expect.poll(said, soon).toEqual([third, last]);
});

test('two lots of one article are told apart by their lots, in the choice and in what is still open', async () => {
  const bench = await aBench();
  await withGroups(bench, { quantity: 2, lot: 'L-70A' }, { quantity: 3, lot: 'L-70B' });
  await asks('units');
  const articles = must(document.querySelector('[role="radiogroup"][aria-label="Articles"]'));
  expect(articles.textContent).toContain('L-70A · Another lot · 0 of 2 inspected');
  expect(articles.textContent).toContain('L-70B · Another lot · 0 of 3 inspected');
  await hitAll('Enter', '0', 'Enter');
  await bench.says('2 of 2 inspected');
  bench.scan('QS-CMD-DONE');
  await expect
    .poll(() => document.querySelector('[role="dialog"]')?.textContent, soon)
    .toContain('· L-70B');
});
