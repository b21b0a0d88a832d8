import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as onPGlite } from 'drizzle-orm/pglite';
import { migrate as migratePGlite } from 'drizzle-orm/pglite/migrator';
import { Pool } from 'pg';
import { assertNever } from '../../shared/result.ts';
import { takeFolder } from './folderLock.ts';
import { checkFeed } from './metaRows.ts';
import { openWal, syncTree } from './syncWal.ts';

/** Where rows are read and written: the database itself, or one transaction in it. */
export type Rows = PgDatabase<PgQueryResultHKT>;

export type CentralDatabase = {
  readonly kind: 'pglite' | 'postgres';
  /** For reading. */
  readonly rows: Rows;
  /** One transaction, on disk when it returns. */
  write<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type DatabasePlace =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'folder'; readonly folder: string }
  /** Only for tests: gone with the process. */
  | { readonly kind: 'memory'; readonly from: Blob | null };

const migrationsFolder = path.join(import.meta.dirname, 'migrations');
/** Any number, the same in every process: one of them migrates, the others wait. */
const migrationLock = 7_235_110;

/** Opens central's database, brings its schema up to date and notices a moved one. */
export async function openDatabase(place: DatabasePlace): Promise<CentralDatabase> {
  const database = await openPlace(place);
  try {
    await database.write((rows) => checkFeed(rows, new Date()));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function openPlace(place: DatabasePlace): Promise<CentralDatabase> {
  switch (place.kind) {
    case 'postgres':
      return openPostgres(place.url);
    case 'folder':
      return openFolder(place.folder);
    case 'memory':
      return openMemory(place.from);
    default:
      return assertNever(place);
  }
}

async function openPostgres(url: string): Promise<CentralDatabase> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // A transaction left open would hold back the whole change feed.
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: 120_000,
  });
  // A connection lost while idle is replaced at the next use; without a listener it ends the process.
  pool.on('error', () => undefined);
  const rows = onPostgres(pool);
  try {
    await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: 'postgres',
    rows,
    write: async (work) => rows.transaction(work),
    close: async () => pool.end(),
  };
}

async function migrateAlone(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migratePostgres(onPostgres(client), { migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    client.release();
  }
}

async function openMemory(from: Blob | null): Promise<CentralDatabase> {
  const client = await PGlite.create(from ? { loadDataDir: from } : {});
  const rows = onPGlite(client);
  await migratePGlite(rows, { migrationsFolder });
  return {
    kind: 'pglite',
    rows,
    write: (work) => rows.transaction(work),
    close: () => client.close(),
  };
}

async function openFolder(folder: string): Promise<CentralDatabase> {
  const lock = await takeFolder(folder);
  try {
    const place = path.join(folder, 'database');
    if (!existsSync(place)) await makeDatabase(place);
    const client = await PGlite.create(place);
    const rows = onPGlite(client);
    const wal = await openWal(place);
    await migratePGlite(rows, { migrationsFolder });
    await wal.sync();
    return {
      kind: 'pglite',
      rows,
      async write(work) {
        const result = await rows.transaction(work);
        await wal.sync();
        return result;
      },
      async close() {
        await client.close();
        await wal.close();
        await syncTree(place);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Under its name only once it is whole: half of one, left by a kill, would never open again. */
async function makeDatabase(place: string): Promise<void> {
  const fresh = `${place}.new`;
  await rm(fresh, { recursive: true, force: true });
  const client = await PGlite.create(fresh);
  await client.close();
  await syncTree(fresh);
  await rename(fresh, place);
  await syncTree(path.dirname(place));
}

/** The migrations' journal, for whoever must know whether a dump is of this schema. */
export async function migrationJournal(): Promise<string> {
  return readFile(path.join(migrationsFolder, 'meta', '_journal.json'), 'utf8');
}
