import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as onPGlite } from 'drizzle-orm/pglite';
import { migrate as migratePGlite } from 'drizzle-orm/pglite/migrator';
import { Pool } from 'pg';
import { assertNever } from '../../shared/result.ts';
import { type Log, silent } from '../log.ts';
import { copyBeforeMigrating } from './copyBeforeMigrating.ts';
import { refuseWhenNearlyFull } from './freeSpace.ts';
import { checkFeed } from './metaRows.ts';
import type { Rows } from './rows.ts';
import { migrationNotAsked, migrationsFolder, schemaState } from './schemaState.ts';
import { openWal, syncTree } from './syncWal.ts';
import { takeFolder } from './takeFolder.ts';

export type CentralDatabase = {
  readonly kind: 'pglite' | 'postgres';
  /** For reading. */
  readonly rows: Rows;
  /** One transaction, on disk when it returns. */
  write<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type DatabasePlace =
  /** Where there is data, it is migrated only when that was asked for: its back-up is not ours to make. */
  | { readonly kind: 'postgres'; readonly url: string; readonly mayMigrate?: boolean }
  | { readonly kind: 'folder'; readonly folder: string }
  /** Only for tests: gone with the process. */
  | { readonly kind: 'memory'; readonly from: Blob | null };

/** Any number, the same in every process: one of them migrates, the others wait. */
const migrationLock = 7_235_110;

/** Opens central's database, brings its schema up to date and notices a moved one. */
export async function openDatabase(
  place: DatabasePlace,
  log: Log = silent,
): Promise<CentralDatabase> {
  const database = await openPlace(place, log);
  try {
    await database.write((rows) => checkFeed(rows, new Date()));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function openPlace(place: DatabasePlace, log: Log): Promise<CentralDatabase> {
  switch (place.kind) {
    case 'postgres':
      return openPostgres(place.url, place.mayMigrate ?? true);
    case 'folder':
      return openFolder(place.folder, log);
    case 'memory':
      return openMemory(place.from);
    default:
      return assertNever(place);
  }
}

async function openPostgres(url: string, mayMigrate: boolean): Promise<CentralDatabase> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // A transaction left open would hold back the whole change feed.
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: 120_000,
  });
  // A lost connection is replaced at the next use. The loss is an event of the pool while nobody has
  // the connection, and of the connection between two questions of a transaction: an event nobody
  // listens to ends the process.
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => void connection.on('error', () => undefined));
  const rows = onPostgres(pool);
  try {
    await migrateAlone(pool, mayMigrate);
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

async function migrateAlone(pool: Pool, mayMigrate: boolean): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const rows = onPostgres(client);
    const state = await schemaState(rows);
    if (state.kind === 'behind' && !mayMigrate) throw migrationNotAsked(state.pending);
    await migratePostgres(rows, { migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    client.release();
  }
}

async function openMemory(from: Blob | null): Promise<CentralDatabase> {
  const client = await PGlite.create(from ? { loadDataDir: from } : {});
  const rows = onPGlite(client);
  await schemaState(rows);
  await migratePGlite(rows, { migrationsFolder });
  return {
    kind: 'pglite',
    rows,
    write: (work) => rows.transaction(work),
    close: () => client.close(),
  };
}

async function openFolder(folder: string, log: Log): Promise<CentralDatabase> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await refuseWhenNearlyFull(folder);
  const lock = await takeFolder(folder);
  try {
    const place = path.join(folder, 'database');
    if (!existsSync(place)) await makeDatabase(place);
    const client = await openMigrated(folder, log);
    const rows = onPGlite(client);
    const wal = await openWal(place);
    await wal.sync();
    return {
      kind: 'pglite',
      rows,
      async write(work) {
        const result = await rows.transaction(async (inside) => {
          // In its turn: many that wait would together need more than is kept free.
          await refuseWhenNearlyFull(folder);
          return work(inside);
        });
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

async function openMigrated(folder: string, log: Log): Promise<PGlite> {
  const place = path.join(folder, 'database');
  const looking = await PGlite.create(place);
  const state = await schemaState(onPGlite(looking)).catch(async (error: unknown) => {
    await looking.close();
    throw error;
  });
  if (state.kind === 'current') return looking;
  if (state.kind === 'empty') return migrated(looking);
  await looking.close();
  const copy = await copyBeforeMigrating(folder, state.pending[0] ?? '', new Date());
  log.warn({ copy, pending: state.pending }, 'the database was copied before its schema changes');
  return migrated(await PGlite.create(place));
}

async function migrated(client: PGlite): Promise<PGlite> {
  await migratePGlite(onPGlite(client), { migrationsFolder });
  return client;
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
