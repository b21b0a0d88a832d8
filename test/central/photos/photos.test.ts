import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { centralApi, limits, photoPath, photoUploadPath } from '../../../shared/sync/centralApi.ts';
import { anObjectStore, type ObjectStore, placeIn } from '../../builders/central/anObjectStore.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { aJpeg } from '../../electron/photos/pictures.ts';
import { type Keys, moveInWithoutPins } from '../aCompany.ts';
import { aStation, type TestStation } from '../aStation.ts';

describe.each(['a folder', 'a bucket'])('photos in %s', (place) => {
  let central: CentralInMemory;
  let bucket: ObjectStore | null = null;
  let keys: Keys;
  let station: TestStation;
  beforeAll(async () => {
    if (place === 'a bucket') bucket = await anObjectStore();
    central = await startCentral({
      ...(bucket && { photoPlace: placeIn(bucket) }),
      fill: async (tools, database) => {
        keys = await moveInWithoutPins(tools, database);
      },
    });
    station = await aStation(central, keys);
  }, 60_000);
  afterAll(async () => {
    await central.close();
    await bucket?.close();
  });

  const jpeg = (size = 3000) => Buffer.concat([aJpeg(), randomBytes(size)]);
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  function tus(method: string, path: string, headers: Record<string, string>, body?: Buffer) {
    return fetch(`${central.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${station.token}`,
        'tus-resumable': '1.0.0',
        ...headers,
      },
      body: body ? new Uint8Array(body) : null,
    });
  }
  const metadata = (sha256: string, mediaType = 'image/jpeg') =>
    `sha256 ${Buffer.from(sha256).toString('base64')},mediaType ${Buffer.from(mediaType).toString('base64')}`;
  async function begin(bytes: Buffer, sha256 = hashOf(bytes)): Promise<string> {
    const answer = await tus('POST', photoUploadPath, {
      'upload-length': String(bytes.length),
      'upload-metadata': metadata(sha256),
    });
    expect(answer.status).toBe(201);
    return answer.headers.get('location') ?? '';
  }
  const send = (path: string, offset: number, bytes: Buffer) =>
    tus(
      'PATCH',
      path,
      { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      bytes,
    );
  async function stateOf(sha256: string, by = station) {
    const answer = await by.call('POST', centralApi.photoStates.path, { sha256: [sha256] });
    return centralApi.photoStates.response.parse(answer.body).photos[0]?.state;
  }

  test('a photo sent in pieces is verified by its hash and comes back the same', async () => {
    const bytes = jpeg();
    const sha256 = hashOf(bytes);
    const upload = await begin(bytes);
    expect((await send(upload, 0, bytes.subarray(0, 1000))).status).toBe(204);
    expect(await stateOf(sha256)).toBe('missing');
    const where = await tus('HEAD', upload, {});
    expect(where.headers.get('upload-offset')).toBe('1000');
    expect((await send(upload, 1000, bytes.subarray(1000))).status).toBe(204);
    expect(await stateOf(sha256)).toBe('verified');
    const back = await fetch(`${central.url}${photoPath(sha256)}`, {
      headers: { authorization: `Bearer ${station.token}` },
    });
    expect(back.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('bytes that are not what was announced are thrown away and stay missing', async () => {
    const bytes = jpeg();
    const announced = hashOf(jpeg());
    const upload = await begin(bytes, announced);
    expect((await send(upload, 0, bytes)).status).toBe(460);
    expect(await stateOf(announced)).toBe('missing');
    expect((await tus('HEAD', upload, {})).status).toBe(404);
    expect(await central.photos.inspect(upload.split('/').at(-1) ?? '')).toBeNull();
  });

  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a wave that begins like a WebP', Buffer.from('RIFF1234WAVEfmt ')],
  ])('%s is no photo, whatever it calls itself', async (_what, bytes) => {
    const upload = await begin(bytes);
    expect((await send(upload, 0, bytes)).status).toBe(460);
    expect(await stateOf(hashOf(bytes))).toBe('missing');
  });

  test('an upload without hash, kind or length, or larger than allowed, never begins', async () => {
    const good = { 'upload-length': '10', 'upload-metadata': metadata('a'.repeat(64)) };
    const status = async (headers: Record<string, string>) =>
      (await tus('POST', photoUploadPath, headers)).status;
    expect(await status({ ...good, 'upload-metadata': metadata('../../etc') })).toBe(400);
    expect(await status({ 'upload-length': '10' })).toBe(400);
    expect(
      await status({ ...good, 'upload-metadata': metadata('a'.repeat(64), 'image/svg+xml') }),
    ).toBe(415);
    expect(
      await status({ 'upload-defer-length': '1', 'upload-metadata': good['upload-metadata'] }),
    ).toBe(400);
    expect(await status({ ...good, 'upload-length': String(limits.photoBytes + 1) })).toBe(413);
  });

  test('an upload is nobody else’s to see or to go on with', async () => {
    const bytes = jpeg();
    const upload = await begin(bytes);
    const mine = station;
    station = await aStation(central, keys);
    try {
      expect((await tus('HEAD', upload, {})).status).toBe(404);
      expect((await send(upload, 0, bytes)).status).toBe(404);
    } finally {
      station = mine;
    }
    expect((await send(upload, 0, bytes)).status).toBe(204);
  });

  test('a photo is seen by the sites it belongs to', async () => {
    const bytes = jpeg();
    const elsewhere = await aStation(central, keys, 'site-2');
    const sha256 = await central.seed.keepPhoto(bytes, ['site-1']);
    const reads = async (by: TestStation) => (await by.call('GET', photoPath(sha256))).status;
    expect([await reads(station), await reads(elsewhere)]).toEqual([200, 404]);
    expect(await stateOf(sha256, elsewhere)).toBe('missing');
    await central.seed.keepPhoto(bytes, null);
    expect([await reads(station), await reads(elsewhere)]).toEqual([200, 200]);
  });

  test('cut off between the last byte and the check, the next question finishes it', async () => {
    const bytes = jpeg();
    const sha256 = hashOf(bytes);
    const upload = await begin(bytes);
    await send(upload, 0, bytes);
    await central.database.write((rows) => rows.execute('delete from photos'));
    expect(await stateOf(sha256)).toBe('missing');
    expect((await tus('HEAD', upload, {})).headers.get('upload-offset')).toBe(String(bytes.length));
    expect(await stateOf(sha256)).toBe('verified');
  });
});
