import { existsSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import { drizzle as onPGlite } from 'drizzle-orm/pglite';
import { Pool } from 'pg';
import type { DatabasePlace } from './openDatabase.ts';
import type { Rows } from './rows.ts';
import { takeFolder } from './takeFolder.ts';

export type SeenDatabase = { readonly rows: Rows; readonly close: () => Promise<unknown> };

/**
 * Opens central's database as it stands: nothing is migrated, stamped or made. PostgreSQL may be in use
 * meanwhile and writes nothing for us; the embedded one only while no central has it.
 */
export async function lookAtDatabase(
  place: Exclude<DatabasePlace, { readonly kind: 'memory' }>,
): Promise<SeenDatabase> {
  if (place.kind === 'postgres') {
    const pool = new Pool({
      connectionString: place.url,
      max: 1,
      connectionTimeoutMillis: 10_000,
      options: '-c default_transaction_read_only=on',
    });
    pool.on('error', () => undefined);
    return { rows: onPostgres(pool), close: () => pool.end() };
  }
  const database = path.join(place.folder, 'database');
  if (!existsSync(database))
    throw new Error(`There is no database in ${place.folder}: the first start makes one`);
  const lock = await takeFolder(place.folder);
  try {
    const client = await PGlite.create(database);
    return {
      rows: onPGlite(client),
      async close() {
        await client.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
