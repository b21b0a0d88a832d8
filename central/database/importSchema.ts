/** The tables of imports: how a sender's tables are read, and what their rows last said. */
import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** `headings`: a hash of a file's headings, whichever order they stand in. */
export const importMappings = pgTable(
  'import_mappings',
  {
    sender: text().notNull(),
    headings: text().notNull(),
    kind: text().notNull(),
    said: jsonb().$type<unknown>().notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }).notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (t) => [primaryKey({ name: 'import_mappings_pk', columns: [t.sender, t.headings] })],
);

/** Of a record that is still at `version`, a row with this hash says nothing new. */
export const importRows = pgTable('import_rows', {
  ownId: text('own_id').primaryKey(),
  version: integer().notNull(),
  hash: text().notNull(),
});
