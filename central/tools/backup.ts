/**
 * npm run backup -- --to DIR [--data DIR]
 *
 * The database first, photos after it, so that every photo the database names is among them: into
 * DIR/<when>/ the dump (or the embedded folder, while central is stopped), and into DIR/photos/by-hash/
 * what is not there yet. Photos in a bucket are left to its versioning.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { takeFolder } from '../database/takeFolder.ts';
import { databasePlace, photoPlace, usualFolder } from '../places.ts';
import { runTool } from './askAsAdmin.ts';

const { values: given } = parseArgs({
  options: { data: { type: 'string', default: usualFolder }, to: { type: 'string' } },
});

async function main(): Promise<void> {
  if (given.to === undefined) throw new Error('Where? --to DIR');
  const folder = path.resolve(given.data);
  const to = path.resolve(given.to);
  const copy = path.join(to, new Date().toISOString().slice(0, 19).replaceAll(':', '-'));
  await mkdir(`${copy}.new`, { recursive: true, mode: 0o700 });
  try {
    const place = databasePlace(folder, false);
    if (place.kind === 'postgres') dump(place.url, path.join(`${copy}.new`, 'quayside.dump'));
    else await copyEmbedded(folder, `${copy}.new`);
    await rename(`${copy}.new`, copy);
  } finally {
    await rm(`${copy}.new`, { recursive: true, force: true });
  }
  console.log(`Database: ${copy}`);
  const photos = photoPlace(folder);
  if (photos.kind === 'bucket') return console.log(`Photos: in the bucket ${photos.bucket}`);
  const { copied, there } = await copyPhotos(photos.folder, path.join(to, 'photos/by-hash'));
  console.log(`Photos: ${copied} copied, ${there} were there`);
}

/** The password goes by the environment: everybody on the machine sees a process's arguments. */
function dump(address: string, file: string): void {
  const url = new URL(address);
  const password = url.password === '' ? {} : { PGPASSWORD: decodeURIComponent(url.password) };
  const env = { ...process.env, ...password };
  url.password = '';
  run('pg_dump', ['--format=custom', `--file=${file}`, `--dbname=${url.href}`], env);
  // A dump that cannot be read is none.
  run('pg_restore', ['--list', file], env);
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status, stderr, error } = spawnSync(program, [...args], {
    env,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT')
    throw new Error(`${program} is not installed here: install PostgreSQL’s client programs`);
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr.trim()}`);
}

async function copyEmbedded(folder: string, to: string): Promise<void> {
  await stat(path.join(folder, 'database'));
  const lock = await takeFolder(folder);
  try {
    await cp(path.join(folder, 'database'), path.join(to, 'database'), { recursive: true });
  } finally {
    await lock.release();
  }
}

async function copyPhotos(folder: string, to: string) {
  const from = path.join(folder, 'by-hash');
  let copied = 0;
  let there = 0;
  for (const shelf of await readdir(from).catch(() => [])) {
    await mkdir(path.join(to, shelf), { recursive: true, mode: 0o700 });
    for (const name of await readdir(path.join(from, shelf))) {
      const source = path.join(from, shelf, name);
      const target = path.join(to, shelf, name);
      if ((await sizeOf(target)) === (await sizeOf(source))) there += 1;
      else {
        await cp(source, `${target}.new`);
        await rename(`${target}.new`, target);
        copied += 1;
      }
    }
  }
  return { copied, there };
}

async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ size }) => size,
    () => null,
  );
}

runTool(main);
