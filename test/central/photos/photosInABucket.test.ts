import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPhotoStore } from '../../../central/photos/openPhotoStore.ts';
import type { PhotoStore } from '../../../central/photos/photoStore.ts';
import { photoPath, photoUploadPath } from '../../../shared/sync/centralApi.ts';
import { anObjectStore, type ObjectStore, placeIn } from '../../builders/central/anObjectStore.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../../builders/central/postgresServer.ts';
import { aJpeg } from '../../electron/photos/pictures.ts';
import { type Keys, moveInWithoutPins } from '../aCompany.ts';
import { aStation, type TestStation } from '../aStation.ts';

const bin = findPostgres();

describe.skipIf(bin === null)('two centrals, one PostgreSQL and one bucket', () => {
  let bucket: ObjectStore;
  let postgres: PostgresServer;
  let here: CentralInMemory;
  let there: CentralInMemory;
  let station: TestStation;
  let store: PhotoStore;

  beforeAll(async () => {
    bucket = await anObjectStore();
    postgres = await startPostgres(bin ?? '');
    const url = await postgres.createCentralDatabase();
    const photoPlace = placeIn(bucket);
    const place = { kind: 'postgres', url } as const;
    let keys: Keys | undefined;
    here = await startCentral({
      place,
      photoPlace,
      fill: async (tools, database) => {
        keys = await moveInWithoutPins(tools, database);
      },
    });
    there = await startCentral({ place, photoPlace });
    if (!keys) throw new Error('nobody moved in');
    station = await aStation(here, keys);
    store = await openPhotoStore(photoPlace);
  }, 60_000);
  afterAll(async () => {
    await here.close();
    await there.close();
    await postgres.stop();
    await bucket.close();
  });

  const jpeg = (size: number) => Buffer.concat([aJpeg(), randomBytes(size)]);
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const base64 = (words: string) => Buffer.from(words).toString('base64');

  function ask(
    central: CentralInMemory,
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body: Buffer | null = null,
  ) {
    return fetch(`${central.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${station.token}`, 'tus-resumable': '1.0.0', ...headers },
      body: body && new Uint8Array(body),
    });
  }

  async function begin(central: CentralInMemory, bytes: Buffer): Promise<string> {
    const answer = await ask(central, 'POST', photoUploadPath, {
      'upload-length': String(bytes.length),
      'upload-metadata': `sha256 ${base64(hashOf(bytes))},mediaType ${base64('image/jpeg')}`,
    });
    expect(answer.status).toBe(201);
    return answer.headers.get('location') ?? '';
  }

  const send = (central: CentralInMemory, upload: string, from: number, bytes: Buffer) =>
    ask(
      central,
      'PATCH',
      upload,
      { 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
      bytes,
    );

  test('an upload begun at one central goes on at another, and either hands the photo out', async () => {
    const bytes = jpeg(7 * 1024 * 1024);
    const upload = await begin(here, bytes);
    const cut = 6 * 1024 * 1024;
    expect((await send(here, upload, 0, bytes.subarray(0, cut))).status).toBe(204);
    const standing = await ask(there, 'HEAD', upload);
    expect(standing.headers.get('upload-offset')).toBe(String(cut));
    expect((await send(there, upload, cut, bytes.subarray(cut))).status).toBe(204);
    for (const central of [here, there]) {
      const back = await ask(central, 'GET', photoPath(hashOf(bytes)));
      expect(hashOf(Buffer.from(await back.arrayBuffer()))).toBe(hashOf(bytes));
    }
  });

  test('while the bucket does not answer nothing counts as stored, and afterwards it goes on', async () => {
    const bytes = jpeg(3000);
    const upload = await begin(here, bytes);
    bucket.beBusy(1000);
    expect((await send(here, upload, 0, bytes)).status).toBeGreaterThanOrEqual(500);
    bucket.beBusy(0);
    expect((await ask(here, 'GET', photoPath(hashOf(bytes)))).status).toBe(404);
    const standing = Number((await ask(there, 'HEAD', upload)).headers.get('upload-offset'));
    expect((await send(there, upload, standing, bytes.subarray(standing))).status).toBe(204);
    expect((await ask(here, 'GET', photoPath(hashOf(bytes)))).status).toBe(200);
  });

  test('what was given up leaves the bucket after a week, what was checked stays', async () => {
    const kept = await store.put(jpeg(100));
    const givenUp = (await begin(here, jpeg(100))).split('/').at(-1) ?? '';
    expect(bucket.objects.has(`${givenUp}.info`)).toBe(true);
    const inSixDays = new Date(Date.now() + 6 * 24 * 60 * 60_000);
    await store.sweep(inSixDays);
    expect(bucket.objects.has(`${givenUp}.info`)).toBe(true);
    const inEightDays = new Date(Date.now() + 8 * 24 * 60 * 60_000);
    await store.sweep(inEightDays);
    expect(bucket.objects.has(`${givenUp}.info`)).toBe(false);
    expect(await store.read(kept.sha256)).not.toBeNull();
  });

  test('a central whose bucket is not there does not start', async () => {
    await expect(openPhotoStore({ ...placeIn(bucket), bucket: 'elsewhere' })).rejects.toThrow(
      'The photo bucket elsewhere cannot be opened',
    );
  });
});
