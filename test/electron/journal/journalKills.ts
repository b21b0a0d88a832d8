import { expect } from 'vitest';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aJournal } from './aJournal.ts';
import { journalProcess } from './journalProcess.ts';

/** Kills a process that journals so many times, each later than the last: what it acknowledged is there. */
export async function expectKeptThroughKills(kills: number): Promise<void> {
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
}
