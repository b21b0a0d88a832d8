import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Clients' bank accounts, sealed with a key that is in no database (`bankVault.ts`). No feed reads it. */
export const bankAccounts = pgTable('bank_accounts', {
  clientId: text('client_id').primaryKey(),
  sealed: text().notNull(),
  /** Masked. */
  shown: text().notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }).notNull(),
  changedBy: text('changed_by').notNull(),
});
