import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../../central/database/openDatabase.ts';
import { photoUploadPath } from '../../../shared/sync/centralApi.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../../central/aCompany.ts';
import { aStation } from '../../central/aStation.ts';
import { aPicture } from '../../journeys/aReturnAtWork.ts';
import { type LoopImage, makeImage, whyNoImages } from '../loopImage.ts';
import { leaveFree, makeRoom } from './centralFullDisk.ts';

const why = whyNoImages();
const images: LoopImage[] = [];
afterEach(async () => {
  for (const image of images.splice(0)) await image.remove();
});

async function aDisk(megabytes: number): Promise<string> {
  const image = await makeImage(megabytes);
  images.push(image);
  return image.folder;
}

test.skipIf(why !== null)(
  'photos stop 512 MB before the disk is full, begun ones too, and go on from there once there is room',
  async () => {
    const disk = await aDisk(700);
    let keys: Keys = new Map();
    const central = await startCentral({
      photoPlace: { kind: 'folder', folder: path.join(disk, 'photos') },
      fill: async (tools, database) => {
        keys = await moveInWithoutPins(tools, database);
      },
    });
    try {
      const { token } = await aStation(central, keys);
      const picture = aPicture(100_000);
      const ask = async (method: string, at: string, headers: object, body?: Uint8Array) =>
        await fetch(new URL(at, central.url), {
          method,
          headers: { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', ...headers },
          ...(body === undefined ? {} : { body: Buffer.from(body) }),
        });
      const begin = () =>
        ask('POST', photoUploadPath, {
          'upload-length': String(picture.length),
          'upload-metadata': metadata(picture),
        });
      const send = (at: string, from: number, to: number) =>
        ask(
          'PATCH',
          at,
          { 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
          picture.slice(from, to),
        );
      const at = (await begin()).headers.get('location') ?? '';
      expect((await send(at, 0, 60_000)).status).toBe(204);

      leaveFree(disk, 300);
      for (const refused of [await begin(), await send(at, 60_000, 100_000)]) {
        expect(refused.status).toBe(507);
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      makeRoom(disk);
      expect((await ask('HEAD', at, {})).headers.get('upload-offset')).toBe('60000');
      expect((await send(at, 60_000, 100_000)).status).toBe(204);
    } finally {
      await central.close();
    }
  },
);

test.skipIf(why !== null)(
  'the embedded database does not open where it would find no room, and says so before it touches anything',
  async () => {
    const disk = await aDisk(48);
    const folder = path.join(disk, 'central');
    await expect(openDatabase({ kind: 'folder', folder })).rejects.toThrow(
      /nearly full.*Make room/,
    );
    expect(await readdir(folder)).toEqual([]);
  },
);

function metadata(picture: Uint8Array): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const sha256 = createHash('sha256').update(picture).digest('hex');
  return `sha256 ${base64(sha256)},mediaType ${base64('image/jpeg')}`;
}
