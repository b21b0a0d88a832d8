import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { freeBytesOf } from '../../../electron/main/machine/durableFile.ts';
import { openPhotoFiles } from '../../../electron/main/photos/photoFiles.ts';
import { aJournal, append, ids, unsettledIds } from '../../electron/journal/aJournal.ts';
import { aJpeg } from '../../electron/photos/pictures.ts';
import { type LoopImage, makeImage, whyNoImages } from '../loopImage.ts';
import { fillDisk } from './fullDisk.ts';

const images: LoopImage[] = [];
afterEach(async () => {
  for (const image of images.splice(0)) await image.remove();
});

test.skipIf(whyNoImages() !== null)(
  'on a full disk journal and photo files refuse, keep what they have, and go on once there is room',
  async () => {
    const { folder } = await aSmallDisk();
    const inJournal = path.join(folder, 'journal');
    const journal = await aJournal(inJournal, { segmentBytes: 4096 });
    const space = { free: () => freeBytesOf(folder), minimum: 0 };
    const photos = await openPhotoFiles(path.join(folder, 'photos'), space);
    const keep = (bytes: Uint8Array) =>
      photos.keep(createHash('sha256').update(bytes).digest('hex'), bytes);
    for (const id of ids(1, 20)) await append(journal, id);
    const first = Buffer.concat([aJpeg(), randomBytes(50_000)]);
    expect(await keep(first)).toMatchObject({ ok: true });

    const makeRoom = fillDisk(folder, 0);
    const refusedAt = await firstRefused(journal);
    const second = Buffer.concat([aJpeg(), randomBytes(50_000)]);
    expect(await keep(second)).toMatchObject({ ok: false, refusal: { code: 'diskFull' } });
    makeRoom();
    await append(journal, `fact-${refusedAt}`);
    expect(await keep(second)).toMatchObject({ ok: true });
    await journal.close();

    const next = await aJournal(inJournal);
    expect(await unsettledIds(next)).toEqual(ids(1, refusedAt));
    expect(next.state()).toMatchObject({ tornLines: 0, damagedLines: 0 });
    // Closed before its disk goes.
    await next.close();
    expect(photos.list()).toHaveLength(2);
  },
);

/** A write may still find room in a block that is there; the first that does not is refused. */
async function firstRefused(journal: Awaited<ReturnType<typeof aJournal>>): Promise<number> {
  for (let number = 21; ; number += 1) {
    const refusal = await append(journal, `fact-${number}`).then(
      () => null,
      (failure: unknown) => failure,
    );
    if (refusal === null) continue;
    expect(refusal).toMatchObject({ code: 'ENOSPC' });
    return number;
  }
}

async function aSmallDisk(): Promise<LoopImage> {
  const image = await makeImage(16);
  images.push(image);
  return image;
}
