import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aJournal, append } from './aJournal.ts';
import { journalProcess } from './journalProcess.ts';

const kills = 20;

test(`${kills} times kill -9 while it saves: every acknowledged command is there`, async () => {
  const folder = await temporaryFolder();
  const acknowledged = new Map<string, number>();
  for (let round = 1; round <= kills; round += 1) {
    const process = journalProcess(folder, `round-${round}`);
    await process.said(5 + round * 3);
    process.child.kill('SIGKILL');
    await process.ended;
    for (const line of process.saved()) {
      const [, sequence, id = ''] = line.split(' ');
      acknowledged.set(id, Number(sequence));
    }
  }
  const journal = await aJournal(folder);
  const found = new Map<string, number>();
  for (let after = 0, more = true; more; ) {
    const page = await journal.unsettledAfter(after, 1000);
    for (const { fact, sequence } of page.commands) found.set(fact.id, sequence);
    after = page.commands.at(-1)?.sequence ?? after;
    more = page.more;
  }
  expect(acknowledged.size).toBeGreaterThan(kills * 10);
  expect([...acknowledged].filter(([id, sequence]) => found.get(id) !== sequence)).toEqual([]);
  expect([...found.values()]).toEqual([...found.keys()].map((_, i) => i + 1));
  expect(journal.state().damagedLines).toBe(0);
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
