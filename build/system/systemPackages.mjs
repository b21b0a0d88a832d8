import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

const electron = {
  'libnss3.so': ['libnss3'],
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libgbm.so.1': ['libgbm1'],
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libXss.so.1': ['libxss1'],
};

/**
 * What a job needs from the operating system: a library, a command or a path, and the Debian
 * packages that bring it (newer releases renamed some).
 */
const needs = {
  display: { Xvfb: ['xvfb'] },
  electron,
  camera: { ffmpeg: ['ffmpeg'] },
  chromium: { chromium: ['chromium'] },
  postgresql: { '/usr/lib/postgresql/*/bin/postgres': ['postgresql'] },
  packaging: { mksquashfs: ['squashfs-tools'], 'desktop-file-validate': ['desktop-file-utils'] },
};

/** @typedef {keyof typeof needs} Job */

/**
 * Sees to it that the system packages of these jobs are there: installs them as root, otherwise
 * prints the exact line and ends.
 * @param {readonly Job[]} jobs
 */
export function installMissingSystemPackages(jobs) {
  if (process.platform !== 'linux') return;
  const libraries = systemLibraries();
  const missing = jobs
    .flatMap((job) => Object.entries(needs[job]))
    .filter(([thing]) => !isPresent(thing, libraries));
  if (missing.length === 0) return;
  const things = missing.map(([thing]) => thing).join(', ');
  if (!isPresent('apt-get', libraries)) {
    console.error(`Missing on this system: ${things}. Install them with its package manager.`);
    process.exit(1);
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot) apt(['update', '-q']);
  const packages = missing.map(([, names]) => obtainable(names));
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  if (!isRoot) {
    console.error(`Missing on this system: ${things}. Please run:\n`);
    console.error(`  sudo apt-get update && sudo apt-get ${install.join(' ')}\n`);
    process.exit(1);
  }
  console.log(`Installing system packages: ${packages.join(' ')} …`);
  if (apt(install) === 0) return;
  console.error(`apt-get ${install.join(' ')} failed.`);
  process.exit(1);
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status;
}

function obtainable(names) {
  const found = names.find((name) => {
    const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
    return /Candidate: (?!\(none\))/.test(stdout);
  });
  return found ?? names[0];
}

function isPresent(thing, libraries) {
  if (thing.startsWith('/')) return globSync(thing).length > 0;
  if (thing.includes('.so')) return libraries.includes(thing);
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, thing)));
}

function systemLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((it) => existsSync(it));
  const { stdout } = spawnSync(ldconfig ?? 'ldconfig', ['-p'], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').map((line) => line.trim().split(' ')[0]);
}
