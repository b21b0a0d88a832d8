import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { sandboxArguments } from '../../../build/run/runningStation.mjs';
import { openDisplay } from '../../../build/system/display.mjs';
import { electronRuntime } from '../../../build/system/electron-runtime.mjs';
import { assembleShell } from './shellStation.ts';

/** Electron calls itself packaged once its executable is not called electron any more. */
async function packaged() {
  const { folder, app } = assembleShell();
  const runtime = mkdtempSync(path.join(tmpdir(), 'quayside-release-'));
  const release = path.join(runtime, 'release');
  const { folder: dist } = await electronRuntime();
  spawnSync('cp', ['-a', '--reflink=auto', dist, release]);
  renameSync(path.join(release, 'electron'), path.join(release, 'quayside'));
  cpSync(app, path.join(release, 'resources/app'), { recursive: true });
  return {
    executable: path.join(release, 'quayside'),
    profile: path.join(folder, 'profile'),
    remove() {
      rmSync(`${path.join(folder, 'profile')} Demo`, { recursive: true, force: true });
      rmSync(runtime, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let release: Awaited<ReturnType<typeof packaged>>;
test.beforeAll(async () => {
  release = await packaged();
});
test.afterAll(() => release.remove());

async function start(switches: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const display = await openDisplay();
  return spawn(
    release.executable,
    [`--user-data-dir=${release.profile}`, ...sandboxArguments, ...switches],
    { env: { ...display.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
}

for (const refused of [
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--disable-web-security',
  '--ignore-certificate-errors',
  '--load-extension=/tmp',
  '--js-flags=--expose-gc',
  '--proxy-server=http://127.0.0.1:1',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '-remote-debugging-port=0',
]) {
  test(`a release build does not start with ${refused}`, async () => {
    const child = await start([refused]);
    let said = '';
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(64);
    expect(said).toContain('Quayside does not start with --');
  });
}

test('without a keyring a release build does not start, and says what to install', async () => {
  const child = await start(['--lang=en'], { DBUS_SESSION_BUS_ADDRESS: 'disabled:' });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString('utf8');
  });
  await expect.poll(() => said, { timeout: 30_000 }).toContain('gnome-keyring');
  expect(existsSync(path.join(release.profile, 'station/vault'))).toBe(false);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
});

test('a release build starts plainly, heeds no development server and hands over no code', async () => {
  const child = await start(['--demo'], {
    VITE_DEV_SERVER_URL: 'http://127.0.0.1:1/',
    QUAYSIDE_DEMO: '1',
    QUAYSIDE_ENROLMENT_CODE: 'CODE-123',
    SSLKEYLOGFILE: path.join(release.profile, 'keys'),
    https_proxy: 'http://127.0.0.1:1',
  });
  const lock = path.join(`${release.profile} Demo`, 'station/journal/lock');
  await expect.poll(() => existsSync(lock)).toBe(true);
  expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: child.pid });
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  expect(existsSync(lock)).toBe(false);
  expect(existsSync(path.join(release.profile, 'keys'))).toBe(false);
});
