import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openPhotoFiles } from '../../../electron/main/photos/photoFiles.ts';
import { aJournal } from '../../electron/journal/aJournal.ts';
import { type LoopImage, makeImage } from '../loopImage.ts';

const script = path.join(import.meta.dirname, 'saveUntilStopped.ts');
const images: LoopImage[] = [];
const children: ChildProcess[] = [];

/** A small disk on which nothing but a sync puts anything down while a test runs. */
export async function aDisk(): Promise<LoopImage> {
  return keep(await makeImage(96, { mountOptions: ['commit=300'] }));
}

export async function removeDisks(): Promise<void> {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const image of images.splice(0)) await image.remove();
}

export type Saved = {
  readonly commands: ReadonlyMap<string, number>;
  readonly photos: readonly string[];
};

/** What was acknowledged before the power went, and what of it the next start does not find. */
export async function cutWhileSaving(
  image: LoopImage,
  cut: number,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly saved: Saved; readonly lost: readonly string[] }> {
  const writer = spawn(process.execPath, [script, image.folder, String(cut)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  children.push(writer);
  const lines: string[] = [];
  const wanted = 30 + ((cut * 37) % 120);
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: writer.stdout }).on('line', (line) => {
      lines.push(line);
      if (lines.length === wanted) resolve();
    });
    writer.once('exit', () => reject(new Error('it ended by itself')));
  });
  writer.kill('SIGSTOP');
  const acknowledged = lines.slice();
  const after = keep(await image.copyAsAfterPowerCut());
  writer.removeAllListeners('exit');
  writer.kill('SIGKILL');

  const saved = savedIn(acknowledged);
  const journal = await aJournal(path.join(after.folder, 'journal'), { now: Date.now() });
  const found = await journal.unsettledAfter(0, 1_000_000);
  const sequences = new Map(found.commands.map((it) => [String(it.fact.id), it.sequence]));
  await journal.close();
  const space = { free: async () => 1e12, minimum: 0 };
  const photos = await openPhotoFiles(path.join(after.folder, 'photos'), space);
  const lost = [...saved.commands].filter(([id, at]) => sequences.get(id) !== at).map(([id]) => id);
  for (const sha256 of saved.photos) if ((await photos.read(sha256)) === null) lost.push(sha256);
  return { saved, lost };
}

function savedIn(lines: readonly string[]): Saved {
  const said = lines.map((line) => line.split(' '));
  return {
    commands: new Map(
      said.flatMap(([kind, sequence, id]) =>
        kind === 'command' && id ? [[id, Number(sequence)]] : [],
      ),
    ),
    photos: said.flatMap(([kind, , sha256]) => (kind === 'photo' && sha256 ? [sha256] : [])),
  };
}

function keep(image: LoopImage): LoopImage {
  images.push(image);
  return image;
}
