import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from './ask.ts';
import { bankAccounts } from './bankSchema.ts';
import { joiningSlips, pinTries, signingKeys } from './keySchema.ts';
import { grants, ledgerEntries, ledgerLines, verdictIds } from './ledgerSchema.ts';
import { officeAnswers, officeChanges, officeClaims, officeRecords } from './officeSchema.ts';
import type { Rows } from './rows.ts';
import {
  caseHands,
  changes,
  commands,
  demoPins,
  documents,
  enrolmentCodes,
  facts,
  meta,
  photos,
  refunds,
  stations,
  stationTokens,
} from './schema.ts';
import { factTallies } from './tallySchema.ts';

/** Reads a value there is one of, making it the first time. */
export async function readMeta(rows: Rows, key: string, make: () => string): Promise<string> {
  const [found] = await rows.select().from(meta).where(eq(meta.key, key));
  if (found) return found.value;
  await rows.insert(meta).values({ key, value: make() }).onConflictDoNothing();
  const [made] = await rows.select().from(meta).where(eq(meta.key, key));
  if (!made) throw new Error(`meta ${key} vanished`);
  return made.value;
}

/** Writes down, once and for ever, that something was done. */
export async function markDone(rows: Rows, key: string, value: string): Promise<void> {
  await rows.insert(meta).values({ key, value }).onConflictDoNothing();
}

export async function isDone(rows: Rows, key: string): Promise<boolean> {
  const found = await rows.select().from(meta).where(eq(meta.key, key));
  return found.length > 0;
}

export async function writeMeta(rows: Rows, key: string, value: string): Promise<void> {
  await rows
    .insert(meta)
    .values({ key, value })
    .onConflictDoUpdate({ target: meta.key, set: { value } });
}

export async function centralId(rows: Rows): Promise<string> {
  return readMeta(rows, 'centralId', randomUUID);
}

export async function readEpoch(rows: Rows): Promise<string> {
  return readMeta(rows, 'epoch', randomUUID);
}

/** What a demo is: moving in, or lived in. A move that was broken off begins again from nothing. */
export async function demoState(rows: Rows): Promise<'none' | 'movingIn' | 'livedIn'> {
  const [found] = await rows.select().from(meta).where(eq(meta.key, 'demo'));
  return found?.value === 'movingIn' || found?.value === 'livedIn' ? found.value : 'none';
}

export async function setDemoState(rows: Rows, state: 'movingIn' | 'livedIn'): Promise<void> {
  await writeMeta(rows, 'demo', state);
}

/** Empties every table but what says who this central is. Only for a demo that never moved in. */
export async function clearOut(rows: Rows): Promise<void> {
  const tables = [documents, changes, facts, factTallies, caseHands, commands, refunds];
  const granted = [grants, ledgerEntries, ledgerLines, verdictIds, bankAccounts];
  const said = [officeRecords, officeChanges, officeClaims, officeAnswers];
  const joined = [signingKeys, joiningSlips, pinTries];
  for (const table of [
    ...tables,
    photos,
    ...granted,
    ...said,
    ...joined,
    demoPins,
    enrolmentCodes,
    stationTokens,
    stations,
  ])
    await rows.execute(sql`truncate ${table} cascade`);
}

/**
 * Transaction ids do not survive a dump into another server: rows from the future of this one
 * would never be served. Then the feed is stamped anew and the epoch changes.
 */
export async function checkFeed(rows: Rows, now: Date): Promise<void> {
  const [feed] = await ask(
    rows,
    sql`select coalesce(max(xid) >= pg_snapshot_xmax(pg_current_snapshot()), false) as moved from ${changes}`,
    z.object({ moved: z.boolean() }),
  );
  await (feed?.moved === true ? startEpoch(rows, now) : readEpoch(rows));
}

/** When a back-up was last put in service, as an Instant; null: never. */
export async function restoredAt(rows: Rows): Promise<string | null> {
  const [found] = await rows.select().from(meta).where(eq(meta.key, 'restoredAt'));
  return found?.value ?? null;
}

/** After central was restored from a back-up: everybody reads again and offers again. */
export async function startEpoch(rows: Rows, now: Date): Promise<string> {
  await rows.execute(
    sql`update ${changes} set xid = pg_current_xact_id(), sequence = stamped.sequence
      from (select site_id, collection, id, nextval('change_sequence') as sequence
            from (select site_id, collection, id from ${changes} order by xid, sequence) as ordered) as stamped
      where ${changes.siteId} = stamped.site_id and ${changes.collection} = stamped.collection
        and ${changes.id} = stamped.id`,
  );
  const epoch = randomUUID();
  await writeMeta(rows, 'epoch', epoch);
  await writeMeta(rows, 'restoredAt', now.toISOString());
  return epoch;
}
