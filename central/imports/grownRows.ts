import { getTableName, sql } from 'drizzle-orm';
import { importRows } from '../database/importSchema.ts';
import { officeChanges, officeClaims, officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';
import { changes, documents } from '../database/schema.ts';

/** After so many new records the first time, and each time there are twice as many. */
const first = 2000;
const filled = [officeRecords, officeChanges, officeClaims, importRows, documents, changes];

/**
 * Tells the database how large an import has made its tables. PostgreSQL looks by itself once a minute
 * and the embedded database never, and until then both plan for the few rows that were there before.
 */
export function grownTables() {
  let created = 0;
  let next = first;
  return {
    async by(rows: Rows, count: number): Promise<void> {
      created += count;
      if (created < next) return;
      next = created * 2;
      for (const table of filled)
        await rows.execute(sql`analyze ${sql.identifier(getTableName(table))}`);
    },
  };
}
