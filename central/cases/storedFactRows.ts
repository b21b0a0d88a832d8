import { type SQL, sql } from 'drizzle-orm';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Rows } from '../database/rows.ts';
import { facts } from '../database/schema.ts';

export type Stored = { readonly body: Fact; readonly acceptedAt: Date };
export const asStored = { body: facts.body, acceptedAt: facts.acceptedAt };

/** One parameter however many ids. */
export const among = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::text[])`;

/** Taken back by nobody. */
export const standing = sql`not exists (select from facts as undone
  where undone.kind = 'correction' and undone.body ->> 'corrects' = ${facts.id})`;

export function stored(rows: Rows, which: SQL): Promise<readonly Stored[]> {
  return rows.select(asStored).from(facts).where(which);
}

export async function correctionsOf(
  rows: Rows,
  ids: readonly string[],
): Promise<readonly Stored[]> {
  return ids.length === 0
    ? []
    : stored(
        rows,
        sql`${facts.kind} = 'correction' and ${facts.body} ->> 'corrects' = ${among(ids)}`,
      );
}
