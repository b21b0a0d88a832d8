/** The tables of people's keys and of administrators' tokens, and of how they come to them. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { Person } from '../../shared/facts/documents.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Who said that a key is its person's. */
type KeptVouching =
  /** Made by central, before keys were born at stations. */
  | { readonly kind: 'before' }
  /** Signs what a demo tells, or an empty central is filled with. */
  | { readonly kind: 'teller' }
  | { readonly kind: 'slip'; readonly by: string }
  | { readonly kind: 'key'; readonly publicKey: string; readonly signature: string };

/** What each person signs with at each station where they joined. Only public keys: none is born here. */
export const signingKeys = pgTable(
  'signing_keys',
  {
    publicKey: text('public_key').primaryKey(),
    personId: text('person_id').notNull(),
    /** Null: from before keys were born at stations. */
    stationId: text('station_id'),
    since: moment('since'),
    /** A slip and who gave it, or the person's other key with its signature. */
    vouchedBy: jsonb('vouched_by').$type<KeptVouching>().notNull(),
  },
  (t) => [
    index('signing_keys_by_person').on(t.personId),
    unique('signing_keys_once_a_station').on(t.personId, t.stationId),
  ],
);

/** One-time slips with which people join at a station. */
export const joiningSlips = pgTable('joining_slips', {
  hash: text().primaryKey(),
  personId: text('person_id').notNull(),
  issuedBy: text('issued_by').notNull(),
  goodUntil: moment('good_until').notNull(),
  usedAt: moment('used_at'),
});

/** PIN tries as each station tells of them; both numbers only grow. */
export const pinTries = pgTable(
  'pin_tries',
  {
    personId: text('person_id').notNull(),
    stationId: text('station_id').notNull(),
    made: integer().notNull(),
    cleared: integer().notNull(),
    toldAt: moment('told_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.stationId] })],
);

/** Keys that were a person's until a moment, with the person as they were then. Never deleted. */
export const retiredPersonKeys = pgTable(
  'retired_person_keys',
  {
    personId: text('person_id').notNull(),
    publicKey: text('public_key').notNull(),
    retiredAt: moment('retired_at').notNull(),
    why: text({ enum: ['left', 'replaced', 'compromised'] }).notNull(),
    person: jsonb().$type<Person>().notNull(),
    /** Null: from before keys were born at stations. */
    stationId: text('station_id'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.publicKey] }),
    check('retired_person_keys_why', sql`${t.why} in ('left', 'replaced', 'compromised')`),
  ],
);

/** Who runs central, and what each may do. Never deleted. */
export const administrators = pgTable('administrators', {
  id: text().primaryKey(),
  name: text().notNull(),
  scopes: text().array().notNull(),
  appointedBy: text('appointed_by').notNull(),
  appointedAt: moment('appointed_at').notNull(),
  retiredAt: moment('retired_at'),
  /** A system of the company's, not somebody: it has keys and never signs in. */
  isConnection: boolean('is_connection').notNull().default(false),
  /** The only sites it speaks for; null: the whole company. */
  siteIds: text('site_ids').array(),
});

/** What connections asked last, a row each; kept for some days and so many. */
export const connectionCalls = pgTable(
  'connection_calls',
  {
    sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    administratorId: text('administrator_id').notNull(),
    /** Which of its keys: the beginning of its hash. */
    key: text().notNull(),
    at: moment('at').notNull(),
    method: text().notNull(),
    path: text().notNull(),
    status: integer().notNull(),
    /** Why it was refused. */
    says: text(),
    ms: integer().notNull(),
  },
  (t) => [index('connection_calls_of').on(t.administratorId, t.sequence)],
);

export const adminTokens = pgTable(
  'admin_tokens',
  {
    hash: text().primaryKey(),
    administratorId: text('administrator_id')
      .notNull()
      .references(() => administrators.id),
    goodUntil: moment('good_until').notNull(),
    /** When it was shown last, to the hour. */
    usedAt: moment('used_at'),
  },
  (t) => [index('admin_tokens_by_administrator').on(t.administratorId)],
);
