/**
 * Run as a process of its own: journals commands as fast as it can and says each on stdout once it
 * is acknowledged. With a second argument it stops at that many bytes per file, as on a full disk.
 */
import { openJournal } from '../../../electron/main/journal/journal.ts';
import { aCommandAfter } from '../aCommand.ts';

const [folder = '', name = ''] = process.argv.slice(2);
process.on('SIGXFSZ', () => {});
const clock = { now: () => Date.now(), monotonicMs: () => 0 };

try {
  const journal = await openJournal({ folder, clock, bootId: 'boot-1', segmentBytes: 20_000 });
  console.log('open');
  const writers = [1, 2, 3].map((writer) => writeOn(journal, writer));
  await Promise.all(writers);
} catch (failure) {
  console.log(`refused ${failure instanceof Error ? failure.message : ''}`);
  process.exitCode = 3;
}

async function writeOn(journal: Awaited<ReturnType<typeof openJournal>>, writer: number) {
  for (let i = 1; ; i += 1) {
    const id = `${name}-${writer}-${i}`;
    const { command } = await journal.append(id, (head) => aCommandAfter(head, id));
    console.log(`saved ${command.sequence} ${id}`);
  }
}
