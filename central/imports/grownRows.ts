import { getTableName, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { importRows } from '../database/importSchema.ts';
import { officeChanges, officeClaims, officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';
import { changes, documents } from '../database/schema.ts';

/** After so many new records the first time, and each time there are several times as many. */
const first = 2000;
const times = 4;

/**
 * What rows are looked up by. Bodies and what is worked out of them are left out: going through those of
 * thirty thousand rows took a fifth of what a whole import asks of the database.
 */
const filled: readonly (readonly [PgTable, readonly PgColumn[]])[] = [
  [officeRecords, [officeRecords.kind, officeRecords.ownId, officeRecords.source]],
  [officeChanges, [officeChanges.kind, officeChanges.ownId, officeChanges.version]],
  [officeClaims, [officeClaims.claim, officeClaims.kind, officeClaims.ownId]],
  [importRows, [importRows.ownId]],
  [documents, [documents.collection, documents.id]],
  [changes, [changes.siteId, changes.collection, changes.id]],
];

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
      next = created * times;
      for (const [table, columns] of filled) {
        const named = columns.map(({ name }) => sql.identifier(name));
        await rows.execute(
          sql`analyze ${sql.identifier(getTableName(table))} (${sql.join(named, sql`, `)})`,
        );
      }
    },
  };
}
