import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { quickImports } from '../../build/system/quickImports.mjs';
import { provingFetch } from '../../electron/main/station/provingFetch.ts';
import { newStationKey } from '../../electron/main/station/stationKey.ts';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { startCentral } from '../builders/central/centralInMemory.ts';
import { layEmptyDatabase } from '../builders/central/emptyDatabase.ts';
import { moveInWithoutPins } from '../central/aCompany.ts';
import { ownCertificate } from '../e2e/ownCertificate.ts';

const root = path.resolve(import.meta.dirname, '../..');
const name = 'returns.example';
const { cert, key } = ownCertificate({ dns: name });
const admin = 'the-admin-token-of-this-test';
const Ready = z.object({ url: z.string(), enrolmentCode: z.string().nullable() });
const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find((file) => existsSync(file));

let folder: string;
/** The blocks of OPERATING.md's first chapter, as somebody copies them. */
let written: readonly string[];
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-doors-'));
  await writeFile(path.join(folder, 'fullchain.pem'), cert);
  await writeFile(path.join(folder, 'privkey.pem'), key);
  const operating = await readFile(path.join(root, 'central/OPERATING.md'), 'utf8');
  const doors = operating.slice(operating.indexOf('## Doors'), operating.indexOf('## Back-up'));
  await layCompany(path.join(folder, 'one'));
  written = doors.split('```').flatMap((text, place) => (place % 2 === 1 ? [text.trim()] : []));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(
    running
      .filter(({ exitCode }) => exitCode === null)
      .map((child) => new Promise((resolve) => child.once('exit', resolve))),
  );
  await rm(folder, { recursive: true, force: true });
});

/** A company of which each central here has a copy. */
async function layCompany(place: string): Promise<void> {
  await layEmptyDatabase(place);
  const filled = await startCentral({
    place: { kind: 'folder', folder: place },
    fill: async (tools, database) => void (await moveInWithoutPins(tools, database, 1)),
  });
  await filled.close();
}

/** As the command says, but on a free port of this machine alone. */
async function start(command: string, data: string): Promise<z.infer<typeof Ready>> {
  const [node, script = '', ...given] = command.split(' ');
  expect([node, script]).toEqual(['node', 'central/start.ts']);
  const place = path.join(folder, data);
  await cp(path.join(folder, 'one'), place, { recursive: true });
  const here = ['--host', '127.0.0.1', '--port', '0', '--data', place];
  const own = [...here, '--enrol-at', 'site-1'];
  const child = spawn(
    process.execPath,
    [...quickImports, path.join(root, script), ...given, ...own],
    {
      cwd: folder,
      env: { ...process.env, QUAYSIDE_ADMIN_TOKEN: admin, QUAYSIDE_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  running.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString('utf8')));
    child.once('exit', (code) => reject(new Error(`central ended with ${code}`)));
  });
  return Ready.parse(JSON.parse(line));
}

type Answer = { readonly status: number; readonly body: Buffer; readonly headers: Headers };
type Asked = { readonly from?: string; readonly host?: string } & RequestInit;

/** Over TLS, under the name of the certificate, whatever the Host header says. */
function ask(url: string, { from, host = name, ...init }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port, pathname, search } = new URL(url);
    const asked = https.request(
      {
        host: '127.0.0.1',
        port,
        path: `${pathname}${search}`,
        servername: name,
        ca: cert,
        method: init.method ?? 'GET',
        headers: { ...Object.fromEntries(new Headers(init.headers)), host },
        ...(from !== undefined && { localAddress: from }),
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(pieces),
            headers: new Headers(answer.headers as Record<string, string>),
          }),
        );
      },
    );
    asked.once('error', reject);
    asked.end(typeof init.body === 'string' ? init.body : undefined);
  });
}

const json = { 'content-type': 'application/json' };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** What holds at either door. */
async function expectGuarded(url: string, code: string | null): Promise<void> {
  expect((await ask(`${url}/central/health`)).status).toBe(200);
  expect((await ask(`${url}/central/health`, { host: 'evil.example' })).status).toBe(421);
  for (const page of ['/central/metrics', '/central/register']) {
    expect((await ask(`${url}${page}`)).status).toBe(401);
    const near = { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' };
    expect((await ask(`${url}${page}`, { headers: near })).status).toBe(401);
    expect((await ask(`${url}${page}`, { headers: bearer(admin) })).status).toBe(200);
  }
  const enrol = (typed: string, from = '127.0.0.1', more: Record<string, string> = {}) =>
    ask(`${url}/central/enrol`, {
      method: 'POST',
      headers: { ...json, ...more },
      from,
      body: JSON.stringify({ code: typed, stationName: 'Dock 1' }),
    });
  const enrolled = await enrol(code ?? '');
  expect(enrolled.status).toBe(200);
  const { token } = centralApi.enrol.response.parse(JSON.parse(enrolled.body.toString('utf8')));
  const proving = provingFetch(
    async (address, init) => {
      const { status, body, headers } = await ask(address, init);
      return new Response(new Uint8Array(body), { status, headers });
    },
    newStationKey(),
    Date.now,
  );
  // As much as a station pushes at once, which is more than proxies let through by themselves.
  const push = { contractVersion: 1, epoch: null, commands: ['x'.repeat(1_000_000)] };
  const pushed = await proving(`${url}/central/commands`, {
    method: 'POST',
    headers: { ...json, ...bearer(token) },
    body: JSON.stringify(push),
  });
  expect(pushed.status).toBe(200);
  expect((await ask(`${url}/central/people`, { headers: bearer(token) })).status).toBe(401);

  const seen: number[] = [];
  for (let n = 0; n < 15; n += 1)
    seen.push(
      (await enrol('GUESS-1', '127.0.0.2', { 'x-forwarded-for': `203.0.113.${n}` })).status,
    );
  expect(seen.filter((status) => status === 404)).toHaveLength(10);
  expect(seen.filter((status) => status === 429)).toHaveLength(5);
  expect((await enrol('GUESS-1', '127.0.0.3')).status).toBe(404);
}

test('central with its own certificate files, as OPERATING.md says', async () => {
  const { url, enrolmentCode } = await start(written[0] ?? '', 'tls');
  expect(url).toMatch(/^https:/);
  await expectGuarded(url, enrolmentCode);
  const plain = http.get(url.replace('https:', 'http:'));
  await expect(
    new Promise((resolve, reject) => plain.once('response', resolve).once('error', reject)),
  ).rejects.toThrow(/hang up|ECONNRESET|Parse Error/);
}, 600_000);

async function freePort(): Promise<number> {
  const socket = createSocketServer();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

/** The block of OPERATING.md, in front of that address. */
async function startNginx(block: string, upstream: string): Promise<string> {
  const port = await freePort();
  const at = path.join(folder, 'nginx');
  await mkdir(at);
  const server = block
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('ssl_certificate fullchain.pem', `ssl_certificate ${folder}/fullchain.pem`)
    .replace('ssl_certificate_key privkey.pem', `ssl_certificate_key ${folder}/privkey.pem`)
    .replace('http://127.0.0.1:7420', upstream);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${at}/${kind};`)
    .join('\n');
  const config = `daemon off;\nmaster_process off;\npid ${at}/pid;\nerror_log stderr error;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${server}\n}\n`;
  await writeFile(path.join(at, 'nginx.conf'), config);
  running.push(
    spawn(nginx ?? '', ['-e', 'stderr', '-c', path.join(at, 'nginx.conf')], { stdio: 'inherit' }),
  );
  const url = `https://127.0.0.1:${port}`;
  await expect
    .poll(() => ask(`${url}/central/health`).catch(() => ({ status: 0 })), { timeout: 120_000 })
    .toMatchObject({ status: 200 });
  return url;
}

/** What the block says, in so many lines: for where nginx is not installed. */
async function startPlainProxy(upstream: string): Promise<string> {
  const { port } = new URL(upstream);
  const proxy = https.createServer({ cert, key }, (request, answer) => {
    const { headers, method, url, socket } = request;
    const before = headers['x-forwarded-for'];
    const passed = http.request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url ?? '/',
        headers: {
          ...headers,
          'x-forwarded-for': [before, socket.remoteAddress].filter(Boolean).join(', '),
        },
      },
      (said) => {
        answer.writeHead(said.statusCode ?? 502, said.headers);
        said.pipe(answer);
      },
    );
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxy.unref();
  return `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

describe('central behind a proxy, as OPERATING.md says', () => {
  const proxy = nginx === undefined ? 'one that does the same' : 'nginx';
  test(`behind ${proxy}, with the block that stands there`, async () => {
    const { url, enrolmentCode } = await start(written[1] ?? '', 'behind');
    const front = nginx === undefined ? startPlainProxy(url) : startNginx(written[2] ?? '', url);
    await expectGuarded(await front, enrolmentCode);
  }, 600_000);
});
