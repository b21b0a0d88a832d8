/**
 * Run as a process of its own: journals commands and keeps photos as fast as it can, and says each
 * on stdout once it is acknowledged.
 */
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { openJournal } from '../../../electron/main/journal/journal.ts';
import { freeBytesOf } from '../../../electron/main/machine/durableFile.ts';
import { openPhotoFiles } from '../../../electron/main/photos/photoFiles.ts';
import { aCommandAfter } from '../../electron/aCommand.ts';
import { aJpeg } from '../../electron/photos/pictures.ts';

const [folder = '', round = ''] = process.argv.slice(2);
const clock = { now: () => Date.now(), monotonicMs: () => 0 };
const space = { free: () => freeBytesOf(folder), minimum: 0 };

const journal = await openJournal({
  folder: path.join(folder, 'journal'),
  clock,
  bootId: `boot-${round}`,
  segmentBytes: 20_000,
});
const photos = await openPhotoFiles(path.join(folder, 'photos'), space);
console.log('open');
await Promise.all([commands(1), commands(2), pictures()]);

async function commands(writer: number): Promise<void> {
  for (let i = 1; ; i += 1) {
    const id = `round-${round}-${writer}-${i}`;
    const { command } = await journal.append(id, (head) => aCommandAfter(head, id));
    console.log(`command ${command.sequence} ${id}`);
  }
}

async function pictures(): Promise<void> {
  for (let i = 1; ; i += 1) {
    const bytes = Buffer.concat([aJpeg(), randomBytes(200_000)]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kept = await photos.keep(sha256, bytes);
    if (!kept.ok) throw new Error(kept.refusal.code);
    console.log(`photo ${i} ${sha256}`);
  }
}
