/** Writers whose transactions do not commit in the order they began, and two ways to read after them. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from '../../../central/database/ask.ts';
import type { CentralDatabase } from '../../../central/database/openDatabase.ts';
import { changes } from '../../../central/database/schema.ts';
import { appendChanges, readChanges } from '../../../central/feed/changeRows.ts';

/** Transactions of different lengths, so that they do not commit in the order they began. */
export async function writeChanges(
  database: CentralDatabase,
  writer: number,
  transactions: number,
  rowsEach: number,
): Promise<void> {
  for (let n = 0; n < transactions; n += 1)
    await database.write(async (rows) => {
      const things = Array.from({ length: rowsEach }, (_, row) => ({
        siteId: null,
        collection: 'sites' as const,
        id: `${writer}.${n}.${row}`,
      }));
      await appendChanges(rows, things);
      await rows.execute(sql`select pg_sleep(${((writer * 7 + n * 3) % 11) / 1000})`);
    });
}

type Seen = { readonly ids: Set<string>; xid: string; sequence: number };

export async function readOn(state: { done: boolean }, read: (seen: Seen) => Promise<number>) {
  const seen: Seen = { ids: new Set(), xid: '0', sequence: 0 };
  for (;;) {
    const wasDone = state.done;
    const count = await read(seen);
    if (wasDone && count === 0) return seen.ids;
  }
}

export async function readOurs({ rows }: CentralDatabase, seen: Seen): Promise<number> {
  const page = await readChanges(rows, 'site-1', seen, 1000);
  for (const { id } of page) seen.ids.add(id);
  Object.assign(seen, page.at(-1) ?? {});
  return page.length;
}

export async function readNaively({ rows }: CentralDatabase, seen: Seen): Promise<number> {
  const page = await ask(
    rows,
    sql`select id, sequence from ${changes} where sequence > ${seen.sequence} order by sequence limit 1000`,
    z.object({ id: z.string(), sequence: z.coerce.number() }),
  );
  for (const { id } of page) seen.ids.add(id);
  seen.sequence = page.at(-1)?.sequence ?? seen.sequence;
  return page.length;
}
