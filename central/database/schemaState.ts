import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from './ask.ts';
import type { Rows } from './rows.ts';

export const migrationsFolder = path.join(import.meta.dirname, 'migrations');

const Journal = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) });

/** How a database stands to the schema this central knows: new, the same, or some migrations behind. */
export type SchemaState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'current' }
  | { readonly kind: 'behind'; readonly pending: readonly string[] };

/** Central does not run on this database as it is. The message is for whoever started it. */
export class SchemaRefused extends Error {
  override readonly name = 'SchemaRefused';
}

/** Throws `SchemaRefused` where a newer central has been: this one would misread what that one wrote. */
export async function schemaState(rows: Rows): Promise<SchemaState> {
  const { entries } = Journal.parse(JSON.parse(await migrationJournal()));
  const applied = await newestApplied(rows);
  if (applied === null) return { kind: 'empty' };
  if (applied > (entries.at(-1)?.when ?? 0)) throw tooNew(entries.at(-1)?.tag ?? 'none');
  const pending = entries.filter(({ when }) => when > applied).map(({ tag }) => tag);
  return pending.length === 0 ? { kind: 'current' } : { kind: 'behind', pending };
}

/** The migrations' journal, for whoever must know whether a dump is of this schema. */
export async function migrationJournal(): Promise<string> {
  return readFile(path.join(migrationsFolder, 'meta', '_journal.json'), 'utf8');
}

async function newestApplied(rows: Rows): Promise<number | null> {
  const [table] = await ask(
    rows,
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
    z.object({ there: z.boolean() }),
  );
  if (table?.there !== true) return null;
  const [newest] = await ask(
    rows,
    sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`,
    z.object({ at: z.coerce.number().nullable() }),
  );
  return newest?.at ?? null;
}

function tooNew(last: string): SchemaRefused {
  return new SchemaRefused(
    `This database was brought up to date by a newer central; this one ends at ${last}. Nothing was changed. ` +
      'Start the newer version again, or restore the back-up made before it (central/OPERATING.md).',
  );
}

export function migrationNotAsked(pending: readonly string[]): SchemaRefused {
  const dump = `pg_dump --format=custom --file=quayside-before-${pending[0]}.dump "$DATABASE_URL"`;
  return new SchemaRefused(
    `This database holds data and is ${pending.length} step(s) behind (${pending.join(', ')}). Nothing was changed. ` +
      `Make a back-up first:\n  ${dump}\nand then start one central with --migrate.`,
  );
}
