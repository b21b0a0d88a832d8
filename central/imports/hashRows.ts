import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import { ask, rowsFrom } from '../database/ask.ts';
import { importRows } from '../database/importSchema.ts';
import { officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';

/** By our id, the hash of the row a record was last written from, where nothing else was said of it since. */
export async function knownHashes(
  rows: Rows,
  kind: OfficeKind,
  ownIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await ask(
    rows,
    sql`select said.own_id, said.hash from ${importRows} as said
      join ${officeRecords} as record on record.kind = ${kind} and record.own_id = said.own_id
      where said.own_id = any(${sql.param([...ownIds])}::text[])
        and record.version = said.version and record.state = 'current'`,
    z.object({ own_id: z.string(), hash: z.string() }),
  );
  return new Map(found.map(({ own_id: ownId, hash }) => [ownId, hash]));
}

export async function keepHashes(
  rows: Rows,
  said: readonly (typeof importRows.$inferInsert)[],
): Promise<void> {
  if (said.length === 0) return;
  await rows.execute(
    sql`insert into ${importRows} ${rowsFrom(importRows, said)}
      on conflict (own_id) do update set version = excluded.version, hash = excluded.hash`,
  );
}
