import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import { desktopApi } from '../../../shared/desktop/desktopApi.ts';
import { centralOnLoopback } from '../../electron/station/centralOnLoopback.ts';
import { openShell, type Shell } from './shellStation.ts';

let shell: Shell;
let elsewhere: Awaited<ReturnType<typeof centralOnLoopback>>;

test.beforeAll(async () => {
  elsewhere = await centralOnLoopback();
  shell = await openShell();
});
test.afterAll(async () => {
  await shell.close();
  await elsewhere.close();
});

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob: mediastream:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

test('the page comes with the strict policy and no guessing of types', async () => {
  const headers = await shell.probe('headers');
  expect(headers).toMatchObject({
    did: {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
    },
  });
  expect(await shell.page.evaluate(() => [isSecureContext, origin])).toEqual([
    true,
    'app://quayside',
  ]);
});

test('inline script, style and handlers in the page did nothing', async () => {
  const seen = await shell.page.evaluate(() => ({
    inline: window.inlineRan,
    handler: window.handlerRan,
    size: getComputedStyle(document.body).fontSize,
    colour: getComputedStyle(document.body).color,
  }));
  expect(seen).toEqual({
    inline: undefined,
    handler: undefined,
    size: '16px',
    colour: 'rgb(0, 0, 0)',
  });
});

for (const name of [
  'eval',
  'newFunction',
  'timerText',
  'addedInlineScript',
  'dataScript',
  'blobScript',
  'blobWorker',
  'addedStyleElement',
]) {
  test(`script of the page cannot run or style by text: ${name}`, async () => {
    expect(await shell.probe(name)).toHaveProperty('failed');
  });
}

for (const name of ['foreignFetch', 'foreignImage', 'foreignStyle', 'foreignSocket', 'frame']) {
  test(`the page reaches nobody but its own origin: ${name}`, async () => {
    expect(await shell.probe(name, `${elsewhere.url}/anything`)).toHaveProperty('failed');
    expect(elsewhere.asked).toEqual([]);
  });
}

test('a peer connection sends nobody a datagram and opens no stream past the policy', async () => {
  const own = Object.values(networkInterfaces())
    .flatMap((them) => them ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  const address = own ?? '127.0.0.1';
  let heard = 0;
  const datagrams = createSocket('udp4').on('message', () => {
    heard += 1;
  });
  const streams = createServer((socket) => {
    heard += 1;
    socket.on('error', () => undefined).destroy();
  });
  await new Promise<void>((resolve) => datagrams.bind(0, address, resolve));
  await new Promise<void>((resolve) => streams.listen(0, '0.0.0.0', resolve));
  const listening = streams.address();
  const port = typeof listening === 'object' ? listening?.port : undefined;
  try {
    for (const at of ['127.0.0.1', 'localhost', address])
      await shell.probe('ahead', `http://${at}:${port}/`).catch(() => null);
    expect(heard).toBe(0);
    const { port: datagramPort } = datagrams.address();
    await Promise.all(
      [address, '127.0.0.1', 'localhost'].map((at) =>
        shell.probe('peer', `${at} ${datagramPort} ${port}`),
      ),
    );
    expect(heard).toBe(0);
  } finally {
    datagrams.close();
    streams.close();
  }
});

test('no dictionary is asked for, whatever is typed', async () => {
  const checked = await shell.app.evaluate(({ session, BrowserWindow }) => ({
    enabled: session.defaultSession.isSpellCheckerEnabled(),
    page: BrowserWindow.getAllWindows().map(({ webContents }) =>
      webContents.session.isSpellCheckerEnabled(),
    ),
  }));
  expect(checked).toEqual({ enabled: false, page: [false] });
});

test('what the application needs works: own fetch, styles by script, wasm, pictures', async () => {
  expect(await shell.probe('ownFetch', '/probe.js')).toEqual({ did: 200 });
  expect(await shell.probe('styleByScript')).toEqual({ did: '35px' });
  expect(await shell.probe('webAssembly')).toEqual({ did: true });
  expect(await shell.probe('blobImage')).toEqual({ did: 'loaded' });
});

test('the page is in a sandbox and knows nothing of Node', async () => {
  const known = await shell.page.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'global', '__dirname'].filter((it) => it in window),
  );
  expect(known).toEqual([]);
});

test('window.quayside has exactly the names of the contract and cannot be changed', async () => {
  const names = Object.keys(desktopApi).toSorted();
  expect(await shell.probe('desktopNames')).toEqual({ did: names });
  expect(await shell.probe('desktopChanged')).toEqual({
    did: { changes: [false, false, false, false], same: true },
  });
});

test('the abilities answer the page, and bad questions with a code and nothing else', async () => {
  const { ask } = shell;
  const sha256 = 'a'.repeat(64);
  expect(await ask('stationState', {})).toMatchObject({
    did: { enrolment: null, electron: expect.any(String) },
  });
  expect(await ask('keepPhoto', { sha256, bytes: 3 })).toMatchObject({
    did: { ok: false, refusal: { code: 'hashMismatch' } },
  });
  const failed = (what: string) => ({ failed: `Error: quayside ${what}` });
  expect(await ask('keepPhoto', { sha256, bytes: 17 * 1024 * 1024 })).toEqual(
    failed('keepPhoto: tooLarge'),
  );
  expect(await ask('readPhoto', { sha256: '../../etc/passwd' })).toEqual(
    failed('readPhoto: badInput'),
  );
  expect(await ask('stationState', { more: 1 })).toEqual(failed('stationState: badInput'));
});

test('the main process hears only our window, only our channel and only known names', async () => {
  const heard = await shell.app.evaluate(async ({ BrowserWindow }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false },
    });
    await stranger.loadURL('app://quayside/');
    const answers: unknown = await stranger.webContents.executeJavaScript(`(async () => {
      const { ipcRenderer } = require('electron');
      const refused = (failure) => 'refused';
      return [
        await ipcRenderer.invoke('quayside', 'stationState', {}),
        await ipcRenderer.invoke('quayside', 'nothing', {}),
        await ipcRenderer.invoke('other', 'stationState', {}).catch(refused),
      ];
    })()`);
    stranger.destroy();
    return answers;
  });
  const notOurPage = { ok: false, failure: 'notOurPage' };
  expect(heard).toEqual([notOurPage, notOurPage, 'refused']);
});

test('the camera is allowed without sound; everything else is denied', async () => {
  expect(await shell.probe('camera')).toEqual({ did: ['video'] });
  for (const name of ['microphone', 'cameraWithSound', 'screen', 'geolocation', 'readClipboard'])
    expect(await shell.probe(name), name).toHaveProperty('failed');
  expect(await shell.probe('notifications')).toEqual({ did: 'denied' });
});

test('the page may keep its database for good', async () => {
  expect(await shell.probe('persist')).toEqual({ did: true });
});

test('the page cannot leave, open a window or send a form', async () => {
  const { app } = shell;
  expect(await shell.probe('open', 'https://elsewhere.example/')).toEqual({ did: true });
  expect(await shell.probe('open', 'app://quayside/')).toEqual({ did: true });
  for (const address of ['https://elsewhere.example/', 'file:///etc/passwd', 'app://other/'])
    await shell.probe('navigate', address);
  await shell.probe('clickEverything');
  const standing = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );
  expect(standing).toEqual(['app://quayside/']);
  expect(await shell.probe('ownFetch', '/')).toEqual({ did: 200 });
});

test('a page that empties itself is loaded again', async () => {
  await shell.page.evaluate(() => {
    window.textRan = true;
  });
  await shell.probe('navigate', 'about:blank').catch(() => null);
  const isNew = 'window.probe !== undefined && window.textRan === undefined';
  await expect.poll(() => shell.page.evaluate(isNew).catch(() => false)).toBe(true);
  expect(shell.page.url()).toBe('app://quayside/');
});

for (const path of [
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..%5c..%5cpackage.json',
  '/../../package.json',
  '/%2e%2e%2felectron%2fmain.cjs',
  '/.%2e/electron/main.cjs',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/index.html/',
  '/missing.js',
  '/%',
  '/probe',
]) {
  test(`nothing outside the page is served: ${path}`, async () => {
    expect(await shell.probe('ownFetch', `app://quayside${path}`)).toEqual({ did: 404 });
  });
}

test('another host of our scheme is empty', async () => {
  const status = await shell.app.evaluate(
    async ({ net }) => (await net.fetch('app://other/')).status,
  );
  expect(status).toBe(404);
});

test('the title is ours whatever the page says', async () => {
  const title = await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getTitle(),
  );
  expect(title).toBe('Quayside');
});
