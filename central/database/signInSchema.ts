/** The tables of how administrators sign in on central's page. */
import { bigint, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { administrators } from './keySchema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const whose = () => text('administrator_id').references(() => administrators.id);

/** What a passphrase opens: the secret of the second factor, and nothing without the passphrase. */
export const signInSecrets = pgTable('sign_in_secrets', {
  administratorId: whose().primaryKey(),
  salt: text().notNull(),
  sealed: text().notNull(),
  /** Of the last code that counted: none counts twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull(),
  /** In a row. */
  failures: integer().notNull(),
  failedAt: moment('failed_at'),
  setAt: moment('set_at').notNull(),
});

/** One-time links to choose a passphrase and a second factor; of nobody yet: the first administrator's. */
export const signInLinks = pgTable('sign_in_links', {
  hash: text().primaryKey(),
  administratorId: whose(),
  goodUntil: moment('good_until').notNull(),
  usedAt: moment('used_at'),
});

export const signInSessions = pgTable(
  'sign_in_sessions',
  {
    hash: text().primaryKey(),
    administratorId: whose().notNull(),
    beganAt: moment('began_at').notNull(),
    /** To the minute. */
    seenAt: moment('seen_at').notNull(),
  },
  (t) => [index('sign_in_sessions_by_administrator').on(t.administratorId)],
);
