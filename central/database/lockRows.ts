import { sql } from 'drizzle-orm';
import type { Rows } from './rows.ts';

/**
 * Locks things by name until the transaction ends, always in the same order. Whoever needs all locks
 * cases and arrivals first, order lines after them and pictures last.
 */
export async function lockEntities(rows: Rows, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await rows.execute(sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(id, 0) as key
      from unnest(${sql.param([...ids])}::text[]) as id order by key
    ) as keys`);
}

/** The name an order line is locked by. */
export function lineLock(orderLineId: string): string {
  return `order line ${orderLineId}`;
}

/** The name of the lock for whoever counts serials and decides in one go. */
export const serialsLock = 'serials';
