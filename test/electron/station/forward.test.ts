import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aJpeg, aPng } from '../photos/pictures.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aStation, enrol, memoryKeyring } from './aStation.ts';
import type { Answered, Asked } from './centralOnLoopback.ts';
import { listening } from './listening.ts';
import { loopbackCentral } from './loopbackCentral.ts';

async function enrolled(answers: Record<string, () => Answered> = {}) {
  const central = await loopbackCentral(answers);
  const station = await aStation({ folder: await temporaryFolder() });
  await enrol(station, central.url);
  const before = central.asked.length;
  return {
    central,
    ask: (path: string, init: RequestInit = {}) =>
      station.forward(new Request(`app://quayside${path}`, init)),
    arrived: () => central.asked.slice(before),
  };
}

describe('what the page asks', () => {
  test('goes to central with the token and without anything else it said about itself', async () => {
    const { ask, arrived } = await enrolled({
      'POST /central/commands': () => ({ body: { results: [] } }),
    });
    const response = await ask('/central/commands?x=1', {
      method: 'POST',
      body: '{"commands":[]}',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer stolen',
        cookie: 'a=b',
        origin: 'app://evil',
        'x-forwarded-for': '1.2.3.4',
      },
    });
    expect(await response.json()).toEqual({ results: [] });
    const [seen] = arrived();
    expect(seen?.headers.authorization).toBe('Bearer token-1');
    expect(seen).toMatchObject({ method: 'POST', path: '/central/commands?x=1' });
    expect(seen?.body.toString()).toBe('{"commands":[]}');
    for (const name of ['cookie', 'origin', 'x-forwarded-for'])
      expect(seen?.headers).not.toHaveProperty(name);
  });

  test('goes with the version of the station, the last number it sealed and its own time', async () => {
    const central = await loopbackCentral({
      'GET /central/changes': () => ({ body: { changes: [] } }),
    });
    const versions = { version: '1.2.3', electron: '0', chromium: '0' };
    const station = await aStation({ folder: await temporaryFolder(), versions });
    await enrol(station, central.url);
    await station.forward(
      new Request('app://quayside/central/changes', { headers: { 'quayside-station': '9.9.9 7' } }),
    );
    expect(central.asked.at(-1)?.headers['quayside-station']).toMatch(/^1\.2\.3 0 \d{13}$/);
  });

  test('comes back without cookies and whatever else central did not need to say', async () => {
    const { ask } = await enrolled({
      'GET /central/changes': () => ({
        status: 429,
        headers: {
          'set-cookie': ['a=b', 'c=d'],
          'retry-after': '3',
          'access-control-allow-origin': '*',
          'content-security-policy': 'none',
          server: 'x',
        },
        body: { code: 'tooMany', message: '' },
      }),
    });
    const response = await ask('/central/changes');
    expect(response.status).toBe(429);
    expect([...response.headers.keys()].toSorted()).toEqual([
      'content-type',
      'date',
      'retry-after',
      'x-content-type-options',
    ]);
  });

  test('carries tus both ways, with an upload address of our own origin', async () => {
    const bytes = randomBytes(3_000_000);
    const { ask, arrived, central } = await enrolled({
      'HEAD /central/photos/abc': () => ({
        headers: { 'upload-offset': '7', 'tus-resumable': '1.0.0', 'cache-control': 'no-store' },
      }),
      'PATCH /central/photos/abc': () => ({ status: 204, headers: { 'upload-offset': '3000007' } }),
    });
    central.say('POST /central/photos', () => ({
      status: 201,
      headers: { location: `${central.url}/central/photos/abc`, 'tus-resumable': '1.0.0' },
    }));
    const tus = { 'tus-resumable': '1.0.0' };
    const metadata = { 'upload-length': '3000007', 'upload-metadata': 'sha256 YQ==' };
    const made = await ask('/central/photos', { method: 'POST', headers: { ...tus, ...metadata } });
    expect([made.status, made.headers.get('location')]).toEqual([201, '/central/photos/abc']);
    const head = await ask('/central/photos/abc', { method: 'HEAD', headers: tus });
    expect([head.headers.get('upload-offset'), head.headers.get('tus-resumable')]).toEqual([
      '7',
      '1.0.0',
    ]);
    const patched = await ask('/central/photos/abc', {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': '7', 'content-type': 'application/offset+octet-stream' },
      body: bytes,
    });
    expect([patched.status, patched.headers.get('upload-offset')]).toEqual([204, '3000007']);
    const [first, , last] = arrived();
    expect(first?.headers).toMatchObject(metadata);
    expect(last?.body.equals(bytes)).toBe(true);
    expect(last?.headers['content-type']).toBe('application/offset+octet-stream');
  });

  test.each(['http://evil.example/central/photos/abc', '/elsewhere/abc', 'javascript:alert(1)'])(
    'an upload address elsewhere is dropped: %s',
    async (location) => {
      const { ask } = await enrolled({
        'POST /central/photos': () => ({ status: 201, headers: { location } }),
      });
      const response = await ask('/central/photos', { method: 'POST' });
      expect(response.headers.get('location')).toBeNull();
    },
  );

  test('large answers stream through whole', async () => {
    const body = randomBytes(5_000_000);
    const { ask } = await enrolled({ 'GET /central/changes': () => ({ body }) });
    const response = await ask('/central/changes');
    expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
  });
});

describe('a picture from central', () => {
  const path = `/central/photos/shown/${'a'.repeat(64)}`;
  const answering = (answered: Answered) => enrolled({ [`GET ${path}`]: () => answered });
  const jpeg = { 'content-type': 'image/jpeg' };

  test.each([
    ['of forty megapixels', aPng(8000, 5000), 'image/png'],
    ['that calls itself a page', aJpeg(), 'image/jpeg'],
  ])('%s comes through as what its bytes are', async (_what, body, type) => {
    const { ask } = await answering({ headers: { 'content-type': 'text/html' }, body });
    const response = await ask(path);
    expect(response.headers.get('content-type')).toBe(type);
    expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
  });

  test.each<[string, Answered]>([
    ['of 3 600 megapixels', { headers: jpeg, body: aPng(60_000, 60_000) }],
    ['just over forty', { headers: jpeg, body: aPng(8001, 5000) }],
    ['of three bytes', { headers: jpeg, body: Buffer.of(0xff, 0xd8, 0xff) }],
    ['that is a page', { headers: jpeg, body: Buffer.from('<!doctype html><b>') }],
    [
      'over fifteen megabytes',
      { headers: jpeg, body: Buffer.concat([aJpeg(), Buffer.alloc(15 << 20)]) },
    ],
    ['in part', { status: 206, headers: jpeg, body: aJpeg() }],
  ])('%s never reaches the page', async (_what, answered) => {
    const { ask } = await answering(answered);
    // However the page writes the address.
    for (const asked of [path, path.replace('shown', '%73hown')]) {
      const response = await ask(asked);
      expect(response.status).toBe(502);
      expect((await response.arrayBuffer()).byteLength).toBeLessThan(200);
    }
  });

  test('that is not there is answered as central did, and an original not asked for at all', async () => {
    const { ask, arrived } = await answering({
      status: 404,
      body: { code: 'notFound', message: '' },
    });
    expect((await ask(path)).status).toBe(404);
    expect((await ask(path.replace('shown', 'by-hash'))).status).toBe(404);
    expect(arrived()).toHaveLength(1);
  });
});

describe('what is not forwarded', () => {
  test.each([
    ['GET', '/central/people'],
    ['POST', '/central/token'],
    ['POST', '/central/enrol'],
    ['POST', '/central/admin/enrolment-codes'],
    ['POST', '/central/admin/stations/s1/revoke'],
    ['GET', '/central/People'],
    ['GET', '/central/people/'],
    ['GET', '/central//people'],
    ['GET', '/central/./people'],
    ['GET', '/central/changes/../people'],
    ['GET', '/central/changes/%2e%2e/people'],
    ['GET', '/central/changes/%2e%2e%2fpeople'],
    ['GET', '/central/%70eople'],
    ['GET', '/central/changes%2f..%2fpeople'],
    ['GET', '/central/changes%5c..%5cpeople'],
    ['GET', '/central/changes%00'],
    ['GET', '/central/changes%0d%0aX:1'],
    ['GET', '/central/changes;x'],
    ['GET', '/central/cases/%252e%252e/refunds'],
    ['GET', '/central/cases/../../people'],
    ['GET', '/central/%'],
    ['GET', '/central'],
    ['GET', '/central/'],
    ['GET', '/'],
    ['GET', '/elsewhere'],
    ['GET', '/Central/changes'],
    ['POST', '/central/changes'],
    ['GET', '/central/commands'],
    ['PUT', '/central/commands'],
    ['DELETE', '/central/photos/abc'],
    ['PATCH', '/central/photos'],
    ['PATCH', '/central/photos/abc/def'],
  ])('%s %s', async (method, path) => {
    const { ask, arrived } = await enrolled();
    expect((await ask(path, { method })).status).toBe(404);
    expect(arrived()).toEqual([]);
  });

  test('a body over 16 MB', async () => {
    const { ask, arrived } = await enrolled();
    const body = Buffer.alloc(16 * 1024 * 1024 + 1);
    const response = await ask('/central/commands', { method: 'POST', body });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'tooLarge' });
    expect(arrived()).toEqual([]);
  });

  test('anything before the station is enrolled', async () => {
    const station = await aStation({
      folder: await temporaryFolder(),
      centralUrl: 'http://127.0.0.1:1',
    });
    const response = await station.forward(new Request('app://quayside/central/changes'));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'unauthorised' });
  });
});

describe('when central fails', () => {
  test.each<[string, Answered]>([
    ['cuts the connection', { cut: true }],
    ['redirects', { status: 302, headers: { location: '/central/people' } }],
  ])('and %s, the page hears that it is unavailable', async (_, said) => {
    const { ask } = await enrolled({ 'GET /central/changes': () => said });
    const response = await ask('/central/changes');
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ code: 'unavailable' });
  });

  test('by breaking off in the middle of an answer, the answer fails for the page too', async () => {
    const half = createServer((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf');
        setImmediate(() => socket.destroy());
      });
    });
    const centralUrl = await listening(half);
    onTestFinished(() => void half.close());
    const keyring = memoryKeyring();
    const central = await loopbackCentral();
    const folder = await temporaryFolder();
    const station = await aStation({ folder, keyring });
    await enrol(station, central.url);
    await station.close();
    const again = await aStation({ folder, keyring, centralUrl });
    const response = await again.forward(new Request('app://quayside/central/changes'));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  test('and calls the token stale, it is exchanged once and everything asked again', async () => {
    const { ask, central } = await enrolled();
    const stale: (asked: Asked) => Answered = ({ headers }) =>
      headers.authorization === 'Bearer token-1'
        ? { status: 401, body: { code: 'unauthorised', message: '' } }
        : { body: { changes: [] } };
    central.say('GET /central/changes', stale);
    central.say('HEAD /central/photos/abc', stale);
    const answers = await Promise.all([
      ask('/central/changes'),
      ask('/central/changes'),
      ask('/central/photos/abc', { method: 'HEAD' }),
    ]);
    expect(answers.map((it) => it.status)).toEqual([200, 200, 200]);
    expect(central.askedFor('/central/token')).toHaveLength(2);
  });

  test('a 401 that does not say revoked changes nothing here', async () => {
    const { ask } = await enrolled({
      'GET /central/changes': () => ({ status: 401, body: { code: 'unauthorised', message: '' } }),
    });
    const response = await ask('/central/changes');
    expect([response.status, await response.json()]).toEqual([
      401,
      { code: 'unauthorised', message: '' },
    ]);
    expect((await ask('/central/health')).status).toBe(404);
  });
});
