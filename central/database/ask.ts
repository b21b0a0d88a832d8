import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Rows } from './openDatabase.ts';

/** Runs a query written by hand and reads its rows by a schema. */
export async function ask<S extends z.ZodType>(
  rows: Rows,
  query: SQL,
  row: S,
): Promise<z.output<S>[]> {
  const answer: unknown = await rows.execute(query);
  return z.object({ rows: z.array(row) }).parse(answer).rows;
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
