import { expect, test } from '@playwright/test';
import { centralOnLoopback } from '../../electron/station/centralOnLoopback.ts';
import { openShell, type Shell } from './shellStation.ts';

let shell: Shell;
let central: Awaited<ReturnType<typeof centralOnLoopback>>;

test.beforeAll(async () => {
  central = await centralOnLoopback({
    'GET /central/changes': () => ({
      headers: { 'set-cookie': 'a=b', etag: '"1"' },
      body: { changes: [] },
    }),
    'PATCH /central/photos/abc': ({ body }) => ({
      status: 204,
      headers: { 'upload-offset': String(body.length), 'tus-resumable': '1.0.0' },
    }),
    'HEAD /central/photos/abc': () => ({ headers: { 'upload-offset': '7' } }),
    'POST /central/photos': () => ({
      status: 201,
      headers: { location: `${central.url}/central/photos/abc` },
    }),
    'GET /central/health': () => ({ status: 503, body: { code: 'unavailable', message: '' } }),
    'POST /central/commands': () => ({ cut: true }),
  });
  shell = await openShell();
  const asked = { centralUrl: central.url, code: 'CODE-123', stationName: 'Dock 1' };
  expect(await shell.ask('enrolStation', asked)).toMatchObject({ did: { ok: true } });
});
test.afterAll(async () => {
  await shell.close();
  await central.close();
});

type Asked = { readonly path: string; readonly method?: string; readonly bytes?: number };

function ask(asked: Asked) {
  return shell.page.evaluate(async ({ path, method, bytes }) => {
    const response = await fetch(path, {
      method: method ?? 'GET',
      headers: { authorization: 'Bearer mine', 'upload-offset': '0' },
      ...(bytes === undefined ? {} : { body: new Uint8Array(bytes).fill(7).buffer }),
    });
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, headers, text: await response.text() };
  }, asked);
}

test('a question goes to central with the token and comes back without it', async () => {
  const answer = await ask({ path: '/central/changes?limit=5' });
  expect(answer).toMatchObject({ status: 200, text: '{"changes":[]}', headers: { etag: '"1"' } });
  expect(answer.headers).not.toHaveProperty('set-cookie');
  expect(central.asked.at(-1)).toMatchObject({
    path: '/central/changes?limit=5',
    headers: { authorization: 'Bearer token-1' },
  });
  expect(central.asked.at(-1)?.headers).not.toHaveProperty('cookie');
});

test('three million bytes arrive whole, with tus headers both ways', async () => {
  const made = await ask({ path: '/central/photos', method: 'POST' });
  expect([made.status, made.headers['location']]).toEqual([201, '/central/photos/abc']);
  const sent = await ask({ path: '/central/photos/abc', method: 'PATCH', bytes: 3_000_000 });
  expect([sent.status, sent.headers['upload-offset']]).toEqual([204, '3000000']);
  const body = central.asked.at(-1)?.body;
  expect(body?.length).toBe(3_000_000);
  expect(body?.every((byte) => byte === 7)).toBe(true);
  const head = await ask({ path: '/central/photos/abc', method: 'HEAD' });
  expect(head.headers['upload-offset']).toBe('7');
});

for (const [method, path] of [
  ['GET', '/central/people'],
  ['POST', '/central/token'],
  ['POST', '/central/enrol'],
  ['POST', '/central/admin/enrolment-codes'],
  ['GET', '/central/changes/..%2fpeople'],
  ['GET', '/central/%70eople'],
  ['DELETE', '/central/photos/abc'],
] as const) {
  test(`main keeps to itself: ${method} ${path}`, async () => {
    const before = central.asked.length;
    const answer = await ask({ path, method });
    expect([403, 404, 405]).toContain(answer.status);
    expect(central.asked.length).toBe(before);
  });
}

test("central's own refusals pass, its silence is said to be that", async () => {
  expect((await ask({ path: '/central/health' })).status).toBe(503);
  const cut = await ask({ path: '/central/commands', method: 'POST', bytes: 10 });
  expect([cut.status, JSON.parse(cut.text)]).toMatchObject([502, { code: 'unavailable' }]);
});

test('no way leads the token into the page', async () => {
  const readable = await shell.probe('everythingReadable');
  expect(readable).toHaveProperty('did');
  expect(JSON.stringify(readable)).not.toContain('token-');
});
