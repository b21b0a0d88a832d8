import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Rows } from './rows.ts';

/** Runs a query written by hand and reads its rows by a schema. */
export async function ask<S extends z.ZodType>(
  rows: Rows,
  query: SQL,
  row: S,
): Promise<z.output<S>[]> {
  const answer: unknown = await rows.execute(query);
  return z.object({ rows: z.array(row) }).parse(answer).rows;
}

/**
 * Whole rows as one JSON parameter, for `insert into … select * from` a table of the same shape.
 * A statement with a parameter per value spends most of its time being put together.
 */
export function rowsFrom<T extends PgTable>(table: T, values: readonly T['$inferInsert'][]): SQL {
  const columns = Object.entries(getTableColumns(table));
  const named = values.map((value) => {
    const row = new Map(Object.entries(value));
    return Object.fromEntries(columns.map(([key, { name }]) => [name, row.get(key) ?? null]));
  });
  return sql`select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(named)}::jsonb)`;
}

/** Resolves when the database answers. */
export async function isAnswering(rows: Rows): Promise<void> {
  await rows.execute(sql`select 1`);
}

/** The SQLSTATE of what a query threw, through whatever wraps it; null when it is no database error. */
export function sqlState(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code))
      return cause.code;
  }
  return null;
}
