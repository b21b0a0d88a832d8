// Builds page, main and preload into dist/, unless nothing they are made of has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './system/dependencies.mjs';

const sources = [
  '{renderer,electron,shared,assets}/**/*.*',
  'build/{targets,package/notices}.mjs',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const stamp = path.join(projectRoot, 'dist/built-from');

/** True when dist/ holds a build of the present sources afterwards. */
export function compile() {
  const now = fingerprint();
  if (now === builtFrom()) return true;
  const vite = path.join(projectRoot, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  if (status === 0) writeFileSync(stamp, now);
  return status === 0;
}

function fingerprint() {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: projectRoot, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) {
    hash.update(path.relative(projectRoot, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function builtFrom() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = compile() ? 0 : 1;
