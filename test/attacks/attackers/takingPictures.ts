import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import sharp from 'sharp';
import { expect } from 'vitest';
import { hasTooManyPixels, readImageHeader } from '../../../shared/facts/imageHeader.ts';
import { shownPhotoPath } from '../../../shared/sync/centralApi.ts';
import type { CentralInMemory } from '../../builders/central/centralInMemory.ts';
import type { TestStation } from '../../central/aStation.ts';
import { uploadPhoto } from '../../central/uploadPhoto.ts';
import { hostilePictures } from './hostilePictures.ts';

export type Taken = {
  readonly kept: number;
  readonly refused: number;
  readonly shown: number;
  readonly neverShown: number;
  /** What anybody else waited for an answer at most, in milliseconds. */
  readonly othersWaited: number;
  readonly kinds: Readonly<Record<string, string>>;
};

/** Sends so many hostile pictures, asks to see each, and asks other things all the while. */
export async function takePictures(
  central: CentralInMemory,
  station: TestStation,
  count: number,
): Promise<Taken> {
  const others = askingMeanwhile(central.url);
  const [seen, kinds] = [
    { kept: 0, refused: 0, shown: 0, neverShown: 0 },
    new Map<string, string>(),
  ];
  for await (const { kind, bytes } of hostilePictures(count)) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const status = await uploadPhoto(central.url, station, bytes, sha256);
    expect([kind, [204, 460]]).toEqual([kind, expect.arrayContaining([status])]);
    const header = readImageHeader(bytes);
    const isWhole = header !== null && !hasTooManyPixels(header);
    expect([kind, status]).toEqual([kind, isWhole ? 204 : 460]);
    const see = () =>
      fetch(`${central.url}${shownPhotoPath(sha256)}`, {
        headers: { authorization: `Bearer ${station.token}` },
      });
    let shown = await see();
    // Told that it is not ready, a station asks again.
    for (let times = 0; shown.status === 503 && times < 3; times += 1) {
      await shown.body?.cancel();
      shown = await see();
    }
    expect([kind, [200, 404]]).toEqual([kind, expect.arrayContaining([shown.status])]);
    const made = Buffer.from(await shown.arrayBuffer());
    if (shown.ok) await provePlain(made);
    seen[status === 204 ? 'kept' : 'refused'] += 1;
    seen[shown.ok ? 'shown' : 'neverShown'] += 1;
    kinds.set(kind, `${status}, ${shown.status}`);
  }
  return { ...seen, othersWaited: await others(), kinds: Object.fromEntries(kinds) };
}

/** Small, a JPEG, and with nothing in it but pixels. */
async function provePlain(bytes: Buffer): Promise<void> {
  const { format, width, height, exif, icc, xmp, comments } = await sharp(bytes).metadata();
  expect({ format, exif, icc, xmp, comments }).toEqual({ format: 'jpeg' });
  expect(Math.max(width, height)).toBeLessThanOrEqual(2560);
  for (const trace of ['<script>', 'PK\x03\x04', 'Ivan']) expect(bytes.includes(trace)).toBe(false);
}

function askingMeanwhile(url: string): () => Promise<number> {
  let longest = 0;
  const over = new AbortController();
  const asking = (async (): Promise<void> => {
    while (!over.signal.aborted) {
      const begun = performance.now();
      const answer = await fetch(`${url}/central/health`, { headers: { connection: 'close' } });
      await answer.text();
      longest = Math.max(longest, performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  // Central closed first when the test has failed.
  asking.catch(() => undefined);
  return async () => {
    over.abort();
    await asking;
    return Math.round(longest);
  };
}
