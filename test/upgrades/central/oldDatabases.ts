/**
 * Databases as earlier versions of central left them. 0000.sql holds the rows the first schema's
 * central wrote for a company at work: a refund whose answer got lost and one still due, an
 * inspected return, and commands applied, refused, deferred and put aside. 0000.keys.json holds the
 * test people's keys and the station's token.
 */
import { createPrivateKey } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as onPGlite } from 'drizzle-orm/pglite';
import { migrate as migratePGlite } from 'drizzle-orm/pglite/migrator';
import { Client } from 'pg';
import { z } from 'zod';
import { migrationJournal, migrationsFolder } from '../../../central/database/schemaState.ts';
import { beginDatabase } from '../../builders/central/emptyDatabase.ts';
import type { Keys } from '../../central/aCompany.ts';

const Journal = z.looseObject({
  entries: z.array(z.looseObject({ tag: z.string(), when: z.number() })),
});
const Known = z.object({
  stationId: z.string(),
  token: z.string(),
  lastSequence: z.number(),
  lastHash: z.string(),
  keys: z.record(z.string(), z.string()),
});

/** Tags of every migration, first to last. */
export async function shippedMigrations(): Promise<readonly string[]> {
  return Journal.parse(JSON.parse(await migrationJournal())).entries.map(({ tag }) => tag);
}

/** Who worked there: continues where the old database ends. */
export async function oldStation() {
  const file = path.join(import.meta.dirname, '0000.keys.json');
  const { keys, ...known } = Known.parse(JSON.parse(await readFile(file, 'utf8')));
  const people: Keys = new Map(
    Object.entries(keys).map(([id, key]) => [
      id,
      createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' }),
    ]),
  );
  return { ...known, keys: people };
}

/** Rows that only a schema from this migration (by number) on could hold. */
const sinceThen: readonly (readonly [number, string])[] = [
  [
    2,
    `insert into stations select 'another-station', site_id, 'Dock 2', enrolled_at, null, 0, null, null from stations limit 1;
     insert into commands select id, 'another-station', 1, content_hash, 'refused',
       jsonb_build_object('kind', 'refused', 'id', id, 'refusal', jsonb_build_object('code', 'otherSite')),
       brings, envelope, received_at from commands where id = 'fact-arrival-1';`,
  ],
  [3, `update refunds set look_up_first = true where state = 'due';`],
  // Entered by the first start after the ledger came: both paid ten pumps of one line, before it.
  [
    7,
    `alter table meta disable trigger meta_ledger_begins_once;
     delete from meta where key = 'ledgerBackfilled';
     alter table meta enable trigger meta_ledger_begins_once;
     insert into grants (id, case_id, verdict_id, site_id, decision, first_signer, refund_id, legacy, accepted_at, body)
       select fact.id, fact.case_id, verdict_id, fact.site_id, 'approve', person_id, refunds.id, true, accepted_at,
         jsonb_build_object('id', fact.id, 'caseId', fact.case_id, 'verdictId', verdict_id, 'siteId', fact.site_id,
           'decision', 'approve', 'currency', 'USD', 'portions', '[]'::jsonb, 'orderLines', '["order-line-1"]'::jsonb,
           'added', '[{"orderLineId": "order-line-1", "quantity": 10, "value": 125000, "paid": 125000}]'::jsonb,
           'refundId', refunds.id, 'signedBy', jsonb_build_array(person_id), 'acceptedAt', '2026-11-20T16:00:00.000Z')
       from facts as fact join refunds on refunds.case_id = fact.case_id where kind = 'verdictDecided';
     insert into ledger_entries select id, 'order-line-1', 10000, 125000, 125000, 0 from grants;
     insert into meta values ('ledgerBackfilled', '2026-11-20T16:30:00.000Z');`,
  ],
];

/** From 0022 on what central keeps of a person's key is its public half. */
const noPrivateKeys = 22;

function withPublicKeysAlone(rows: string): string {
  return rows.replaceAll(
    /INSERT INTO person_keys \(.*?\) VALUES \(('\w+', '[^']+'), .*\);/g,
    `INSERT INTO signing_keys (person_id, public_key, vouched_by) VALUES ($1, '{"kind": "before"}');`,
  );
}

/** The rows a central of the first `count` migrations would have written. */
export async function rowsOf(count: number): Promise<string> {
  const written = await readFile(path.join(import.meta.dirname, '0000.sql'), 'utf8');
  const first = count > noPrivateKeys ? withPublicKeysAlone(written) : written;
  return [first, ...sinceThen.flatMap(([from, rows]) => (from < count ? [rows] : []))].join('\n');
}

/** A migration folder as it was when `count` of them had been shipped; or with one of the future. */
export async function migrationsUpTo(folder: string, count: number): Promise<string> {
  await cp(migrationsFolder, folder, { recursive: true });
  const { entries, ...rest } = Journal.parse(JSON.parse(await migrationJournal()));
  const shipped = entries.slice(0, count);
  if (count > entries.length) {
    shipped.push({ ...entries.at(-1), idx: entries.length, tag: 'of_the_future', when: 4e12 });
    await writeFile(
      path.join(folder, 'of_the_future.sql'),
      'create table of_the_future (id text);',
    );
  }
  const journal = path.join(folder, 'meta', '_journal.json');
  await writeFile(journal, JSON.stringify({ ...rest, entries: shipped }));
  return folder;
}

export async function migratePostgresWith(
  url: string,
  folders: readonly string[],
  rows: string | null,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const [first = '', ...later] = folders;
  await migratePostgres(onPostgres(client), { migrationsFolder: first });
  if (rows !== null) await client.query(rows);
  for (const folder of later)
    await migratePostgres(onPostgres(client), { migrationsFolder: folder });
  await client.end();
}

/** In memory; closed, its files as a dump. */
export async function dumpOfPGliteWith(folders: readonly string[], rows: string): Promise<Blob> {
  const client = await beginDatabase();
  await migratePGliteBy(client, folders, rows);
  const dump = await client.dumpDataDir('none');
  await client.close();
  return dump;
}

/** In a folder; left closed. */
export async function layPGliteWith(
  place: string,
  folders: readonly string[],
  rows: string,
): Promise<void> {
  const client = await beginDatabase(place);
  await migratePGliteBy(client, folders, rows);
  await client.close();
}

async function migratePGliteBy(
  client: PGlite,
  [first = '', ...later]: readonly string[],
  rows: string,
): Promise<void> {
  await migratePGlite(onPGlite(client), { migrationsFolder: first });
  await client.exec(rows);
  for (const folder of later) await migratePGlite(onPGlite(client), { migrationsFolder: folder });
}
