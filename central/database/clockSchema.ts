/** Until when cases are to be decided, as far as the feed was read for it. */
import { bigint, boolean, customType, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

/** Cases with goods here and no final decision. */
export const caseClocks = pgTable(
  'case_clocks',
  {
    caseId: text('case_id').primaryKey(),
    siteId: text('site_id').notNull(),
    /** Null: its days cannot be counted. */
    dueOn: text('due_on'),
    /** A hold that lasts lets the clock stand still: another day, another end. */
    isHeld: boolean('is_held').notNull(),
    /** The day it was worked out on; null: to be worked out again. */
    lookedOn: text('looked_on'),
  },
  (t) => [index('case_clocks_of_site').on(t.siteId, t.dueOn)],
);

/** How far the feed of each site was read for its clocks; `*` is what every site sees. */
export const clockCursors = pgTable('clock_cursors', {
  siteId: text('site_id').primaryKey(),
  xid: xid8().notNull().default('0'),
  sequence: bigint({ mode: 'number' }).notNull().default(0),
  readAt: timestamp('read_at', { withTimezone: true, mode: 'date' }),
});
