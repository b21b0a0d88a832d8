/** The tables of what the office said: the newest of each record, all that was said, and what is whose. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

/** As PostgreSQL writes one: its words in quotation marks, blanks between them. */
const tsvector = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The newest of what was said of each thing. `ownId` is made of the external id, and so is unique with it. */
export const officeRecords = pgTable(
  'office_records',
  {
    kind: text().notNull(),
    ownId: text('own_id').notNull(),
    source: text().notNull(),
    externalId: text('external_id').notNull(),
    version: integer().notNull(),
    state: text({ enum: ['current', 'draft', 'withdrawn'] }).notNull(),
    body: jsonb().$type<unknown>().notNull(),
    /** Our ids of the sites it is about; null: the whole company's. */
    siteIds: text('site_ids').array(),
    changedAt: moment('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
    changedById: text('changed_by_id'),
    /** As `foundBy` says it. */
    foundBy: tsvector('found_by').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.ownId] }),
    index('office_records_by_source').on(t.kind, t.source),
    // Most records are the whole company's: an import of them pays nothing for it.
    index('office_records_by_site').using('gin', t.siteIds).where(sql`site_ids is not null`),
    // What waits to be sorted in is read through by every search: kilobytes of it.
    index('office_records_found').using('gin', t.foundBy).with({ gin_pending_list_limit: 256 }),
    index('office_records_newest').on(t.kind, t.changedAt, t.ownId),
  ],
);

/** Everything that was ever said, by whom and why. Append-only, held by a trigger. */
export const officeChanges = pgTable(
  'office_changes',
  {
    sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().notNull(),
    ownId: text('own_id').notNull(),
    version: integer().notNull(),
    outcome: text({ enum: ['created', 'updated', 'withdrawn'] }).notNull(),
    state: text().notNull(),
    body: jsonb().$type<unknown>().notNull(),
    actor: text().notNull(),
    reason: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('office_changes_of_record').on(t.kind, t.ownId, t.version)],
);

/** Numbers only one record may have: an RMA number, a badge, an article's number. */
export const officeClaims = pgTable(
  'office_claims',
  {
    claim: text().primaryKey(),
    kind: text().notNull(),
    ownId: text('own_id').notNull(),
  },
  (t) => [index('office_claims_of_record').on(t.kind, t.ownId)],
);

/** Answers already given under an Idempotency-Key, for thirty days. */
export const officeAnswers = pgTable(
  'office_answers',
  {
    administratorId: text('administrator_id').notNull(),
    key: text().notNull(),
    /** SHA-256 of method, address and body: another one under the same key is refused. */
    asked: text().notNull(),
    status: integer().notNull(),
    answer: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.administratorId, t.key] }), index('office_answers_at').on(t.at)],
);
