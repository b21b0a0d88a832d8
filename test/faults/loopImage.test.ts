import { existsSync } from 'node:fs';
import { open, readFile, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { writeDurably } from '../../electron/main/machine/durableFile.ts';
import { type LoopImage, makeImage, whyNoImages } from './loopImage.ts';

const images: LoopImage[] = [];
afterEach(async () => {
  for (const image of images.splice(0)) await image.remove();
});

test.skipIf(whyNoImages() !== null)(
  'a power cut keeps what was synced and loses what only waited in memory',
  async () => {
    const disk = await makeImage(16);
    images.push(disk);
    await writeDurably(path.join(disk.folder, 'synced'), 'kept');
    await writeFile(path.join(disk.folder, 'waiting'), 'lost');
    const unsynced = await open(path.join(disk.folder, 'synced'), 'a');
    await unsynced.write(' and more');
    await unsynced.close();

    const after = await disk.copyAsAfterPowerCut();
    images.push(after);
    expect(await readFile(path.join(after.folder, 'synced'), 'utf8')).toBe('kept');
    expect(existsSync(path.join(after.folder, 'waiting'))).toBe(false);
    expect(await readFile(path.join(disk.folder, 'synced'), 'utf8')).toBe('kept and more');
  },
);

test.skipIf(whyNoImages() !== null)(
  'an image is a disk of its size, and full when full',
  async () => {
    const disk = await makeImage(16);
    images.push(disk);
    const { blocks, bsize } = await statfs(disk.folder);
    expect(blocks * bsize).toBeLessThan(16 * 1024 * 1024);
    const filling = writeFile(path.join(disk.folder, 'big'), Buffer.alloc(17 * 1024 * 1024));
    await expect(filling).rejects.toMatchObject({ code: 'ENOSPC' });
  },
);
