import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as onPGlite } from 'drizzle-orm/pglite';
import { migrate as migratePGlite } from 'drizzle-orm/pglite/migrator';
import { Pool } from 'pg';
import { takeFolder } from './folderLock.ts';
import { checkFeed } from './metaRows.ts';
import { openWal } from './syncWal.ts';

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
  const database =
    place.kind === 'postgres' ? await openPostgres(place.url) : await openPGlite(place);
  try {
    await database.write(checkFeed);
    return database;
  } catch (error) {
    await database.close();
    throw error;
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

async function openPGlite(
  place: Exclude<DatabasePlace, { kind: 'postgres' }>,
): Promise<CentralDatabase> {
  const lock = place.kind === 'folder' ? await takeFolder(place.folder) : null;
  try {
    const folder = place.kind === 'folder' ? path.join(place.folder, 'database') : null;
    const client = await (folder === null
      ? PGlite.create(place.kind === 'memory' && place.from ? { loadDataDir: place.from } : {})
      : PGlite.create(folder));
    const rows = onPGlite(client);
    await migratePGlite(rows, { migrationsFolder });
    const wal = folder === null ? null : await openWal(folder);
    return {
      kind: 'pglite',
      rows,
      write: async (work) => {
        const result = await rows.transaction(work);
        await wal?.sync();
        return result;
      },
      close: async () => {
        await client.close();
        await wal?.close();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** The migrations' journal, for whoever must know whether a dump is of this schema. */
export async function migrationJournal(): Promise<string> {
  return readFile(path.join(migrationsFolder, 'meta', '_journal.json'), 'utf8');
}
