/** Central's empty database, made once for this schema: a new one takes seconds. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { openDatabase } from '../../../central/database/openDatabase.ts';

const root = path.join(import.meta.dirname, '../../..');
export const migrations = path.join(root, 'central/database/migrations');
const pglite = path.join(root, 'node_modules/@electric-sql/pglite/package.json');
export const cache = path.join(root, 'node_modules/.cache/quayside');

export async function migratedDump(): Promise<Blob> {
  const file = path.join(cache, `central-alone-${await schemaHash()}.tar`);
  if (!existsSync(file)) await dumpTo(file);
  return await dumpIn(file);
}

/** Lays it where a central of this folder finds it, as if it had been started there before. */
export async function layEmptyDatabase(folder: string): Promise<void> {
  const kept = path.join(cache, `central-folder-${await schemaHash()}`);
  if (!existsSync(kept)) await makeFolder(kept);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await cp(path.join(kept, 'database'), path.join(folder, 'database'), { recursive: true });
}

export async function schemaHash(): Promise<string> {
  const hash = createHash('sha256').update(sparing);
  for (const file of (await readdir(migrations)).filter((name) => name.endsWith('.sql')).sort())
    hash.update(await readFile(path.join(migrations, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Read once in this process, and not again at every start: a Blob copies its megabytes each time. */
const dumps = new Map<string, Promise<Blob>>();

export function dumpIn(file: string): Promise<Blob> {
  const dump = dumps.get(file) ?? readDump(file);
  dumps.set(file, dump);
  return dump;
}

async function readDump(file: string): Promise<Blob> {
  const { buffer } = new Uint8Array(await readFile(file));
  return Object.assign(new Blob([]), { arrayBuffer: async () => buffer });
}

/**
 * Each start clears these buffers: the usual 128 MB cost it more than all the rest, and what a test
 * keeps lies in some eight.
 */
const sparing = `alter system set shared_buffers = '8MB'`;

/** A database in which nothing was made yet: to begin one costs three seconds of a processor. */
export async function beginDatabase(place?: string): Promise<PGlite> {
  const version = createHash('sha256')
    .update(await readFile(pglite))
    .update(sparing)
    .digest('hex')
    .slice(0, 16);
  const file = path.join(cache, `begun-by-${version}.tar`);
  if (!existsSync(file)) {
    const client = await PGlite.create();
    await client.exec(sparing);
    await keepDump(client, file);
    await client.close();
  }
  const begun = { loadDataDir: await dumpIn(file) };
  return place === undefined ? PGlite.create(begun) : PGlite.create(place, begun);
}

async function dumpTo(file: string): Promise<void> {
  const client = await beginDatabase();
  await migrate(drizzle(client), { migrationsFolder: migrations });
  // Nothing is made of them here, and each start would read their six hundred files.
  for (const template of ['template0', 'template1']) {
    await client.query('update pg_database set datistemplate = false where datname = $1', [
      template,
    ]);
    await client.exec(`drop database ${template}`);
  }
  await keepDump(client, file);
  await client.close();
}

async function keepDump(client: PGlite, file: string): Promise<void> {
  const dump = await client.dumpDataDir('none');
  await mkdir(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(fresh, Buffer.from(await dump.arrayBuffer()));
  await rename(fresh, file);
}

async function makeFolder(kept: string): Promise<void> {
  const fresh = `${kept}.${process.pid}.${randomUUID()}`;
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await (await beginDatabase(path.join(fresh, 'database'))).close();
  const database = await openDatabase({ kind: 'folder', folder: fresh });
  await database.close();
  // Somebody else may have been quicker with the same.
  await rename(fresh, kept).catch(() => rm(fresh, { recursive: true, force: true }));
}
