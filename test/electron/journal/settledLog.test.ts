import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aJournal, append, appendMany, day, ids, noon, unsettledIds } from './aJournal.ts';

const logIn = (folder: string) => path.join(folder, 'settled.log');
const settledIn = async (folder: string) =>
  (await readFile(logIn(folder), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(17));

test('what central answers twice is written down once', async () => {
  const folder = await temporaryFolder();
  const journal = await aJournal(folder);
  await appendMany(journal, ids(1, 2));
  await journal.settle(['fact-1']);
  await journal.settle(['fact-1', 'fact-2']);
  expect(await settledIn(folder)).toEqual(['fact-1', 'fact-2']);
});

test('what is answered before it is journalled waits for its answer all the same', async () => {
  const folder = await temporaryFolder();
  const journal = await aJournal(folder);
  await journal.settle(['fact-1']);
  await append(journal, 'fact-1');
  expect(await unsettledIds(journal)).toEqual(['fact-1']);
  await journal.close();
  expect(await unsettledIds(await aJournal(folder))).toEqual(['fact-1']);
});

test('the line the power cut in half takes none of the next with it', async () => {
  const folder = await temporaryFolder();
  const first = await aJournal(folder);
  await appendMany(first, ids(1, 3));
  await first.settle(['fact-1']);
  await first.close();
  await appendFile(logIn(folder), '0123456789abcdef fac');

  const second = await aJournal(folder);
  expect(await settledIn(folder)).toEqual(['fact-1']);
  await second.settle(['fact-2']);
  await second.close();
  expect(await unsettledIds(await aJournal(folder))).toEqual(['fact-3']);
});

test('what leaves the journal leaves the list of answers too', async () => {
  const folder = await temporaryFolder();
  const first = await aJournal(folder, { segmentBytes: 1500 });
  await appendMany(first, ids(1, 8));
  await first.settle(ids(1, 8));
  await first.close();
  const later = await aJournal(folder, { now: noon + 31 * day });
  const { answered } = await later.unsettledAfter(0, 100, 0);
  expect(answered.length).toBeLessThan(8);
  expect(await settledIn(folder)).toEqual(answered);
});
