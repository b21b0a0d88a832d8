import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aJournal, append } from './aJournal.ts';
import { expectKeptThroughKills } from './journalKills.ts';
import { journalProcess } from './journalProcess.ts';

/** Twenty in `journalKills.long.ts`. */
const kills = 5;

test(`${kills} times kill -9 while it saves: every acknowledged command is there`, async () => {
  await expectKeptThroughKills(kills);
}, 60_000);

test('a second process is told that the journal is open elsewhere, and writes nothing', async () => {
  const folder = await temporaryFolder();
  const first = journalProcess(folder, 'first');
  await first.said(3);
  const second = journalProcess(folder, 'second');
  await second.ended;
  expect(second.lines).toEqual([expect.stringContaining('is in use by another process')]);
  first.child.kill('SIGKILL');
  await first.ended;
  const journal = await aJournal(folder);
  const { commands } = await journal.unsettledAfter(0, 1000);
  expect(commands.filter((it) => it.fact.id.startsWith('second'))).toEqual([]);
});

test('a write that fails half way leaves whole lines only, and the next start goes on', async () => {
  const folder = await temporaryFolder();
  const process = journalProcess(folder, 'full', 10);
  await process.ended;
  expect(process.lines.at(-1)).toMatch(/^refused EFBIG/);
  const journal = await aJournal(folder);
  const { commands } = await journal.unsettledAfter(0, 1000);
  expect(commands.length).toBe(process.saved().length);
  expect(journal.state()).toMatchObject({ tornLines: 0, damagedLines: 0 });
  expect((await append(journal, 'after')).command.sequence).toBe(commands.length + 1);
});
