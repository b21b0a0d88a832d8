import { bigint, integer, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/**
 * By case, and by arrival of goods without one (`placeOf`): how many facts there are; and for each group
 * of a case its counts without serials that stand, in sum. Kept by a trigger of the facts alone.
 */
export const factTallies = pgTable(
  'fact_tallies',
  {
    place: text().notNull(),
    /** Empty: of all facts. */
    unitGroupId: text('unit_group_id').notNull().default(''),
    facts: integer().notNull(),
    /** Of all facts as JSON; 0 of a group. */
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    quantity: numeric({ mode: 'number' }).notNull().default(0),
    /** One of the counts, which says what the group is. */
    firstId: text('first_id'),
  },
  (t) => [primaryKey({ columns: [t.place, t.unitGroupId] })],
);
