/** What was granted, once and for ever: the register of final decisions and the ledger of order lines. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Grant } from '../../shared/facts/documents.ts';
import type { RefundStep } from '../../shared/sync/adminRefundsApi.ts';
import { caseHands, facts, refunds } from './schema.ts';

/** Every verdict id ever brought, whoever made it: once in the world. Filled by a trigger on facts. */
export const verdictIds = pgTable('verdict_ids', {
  id: text().primaryKey(),
  factId: text('fact_id').notNull(),
});

/**
 * One row per final decision, in the order they were accepted: what it granted or refused, signed by
 * whom. Append-only. A deferred trigger holds that its ledger entries and its refund say the same.
 */
export const grants = pgTable(
  'grants',
  {
    /** The decision's fact. */
    id: text()
      .primaryKey()
      .references(() => facts.id),
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    caseId: text('case_id').notNull(),
    verdictId: text('verdict_id').notNull(),
    siteId: text('site_id').notNull(),
    decision: text({ enum: ['approve', 'decline', 'override'] }).notNull(),
    firstSigner: text('first_signer').notNull(),
    secondSigner: text('second_signer'),
    hand: text().notNull().default('decided'),
    refundId: text('refund_id').unique(),
    /** Decided before there was a ledger; a trigger lets none in once they all are. */
    legacy: boolean().notNull().default(false),
    acceptedAt: timestamp('accepted_at', { withTimezone: true, mode: 'date' }).notNull(),
    body: jsonb().$type<Grant>().notNull(),
  },
  (t) => [
    index('grants_by_case').on(t.caseId, t.sequence),
    foreignKey({
      name: 'grants_first_hand',
      columns: [t.caseId, t.firstSigner, t.hand],
      foreignColumns: [caseHands.caseId, caseHands.personId, caseHands.hand],
    }),
    foreignKey({
      name: 'grants_second_hand',
      columns: [t.caseId, t.secondSigner, t.hand],
      foreignColumns: [caseHands.caseId, caseHands.personId, caseHands.hand],
    }),
    check(
      'grants_decisions',
      sql`${t.decision} in ('approve', 'decline', 'override') and ${t.hand} = 'decided'`,
    ),
    check('grants_two_people', sql`${t.secondSigner} <> ${t.firstSigner}`),
    check(
      'grants_say_what_they_are',
      sql`${t.body} ->> 'id' = ${t.id} and ${t.body} ->> 'caseId' = ${t.caseId}
        and ${t.body} ->> 'verdictId' = ${t.verdictId} and ${t.body} ->> 'decision' = ${t.decision}
        and ${t.body} -> 'signedBy' ->> 0 = ${t.firstSigner}
        and ${t.body} -> 'signedBy' ->> 1 is not distinct from ${t.secondSigner}
        and ${t.body} ->> 'refundId' is not distinct from ${t.refundId}`,
    ),
  ],
);

/**
 * What a grant added to one order line: quantity in thousandths, money in minor units. Append-only;
 * a trigger adds every entry to its line.
 */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id),
    orderLineId: text('order_line_id').notNull(),
    quantity: bigint({ mode: 'number' }).notNull(),
    value: bigint({ mode: 'number' }).notNull(),
    paid: bigint({ mode: 'number' }).notNull(),
    /** What of `value` goes out as goods. */
    exchanged: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.grantId, t.orderLineId] }),
    index('ledger_entries_by_line').on(t.orderLineId),
    check(
      'ledger_entries_only_add',
      sql`${t.quantity} >= 0 and ${t.value} >= 0 and ${t.paid} >= 0
        and ${t.exchanged} between 0 and ${t.value}`,
    ),
  ],
);

/**
 * What was granted of an order line over all cases and for ever, and the most there is. Written by
 * the trigger of the entries alone; `allowed…` is what two supervisors granted beyond, or what had
 * been granted before there was a ledger.
 */
export const ledgerLines = pgTable(
  'ledger_lines',
  {
    orderLineId: text('order_line_id').primaryKey(),
    invoiced: bigint({ mode: 'number' }).notNull(),
    shipped: bigint({ mode: 'number' }).notNull(),
    value: bigint({ mode: 'number' }).notNull().default(0),
    quantity: bigint({ mode: 'number' }).notNull().default(0),
    paid: bigint({ mode: 'number' }).notNull().default(0),
    exchanged: bigint({ mode: 'number' }).notNull().default(0),
    allowedValue: bigint('allowed_value', { mode: 'number' }).notNull().default(0),
    allowedQuantity: bigint('allowed_quantity', { mode: 'number' }).notNull().default(0),
  },
  (t) => [
    check('ledger_lines_within_invoice', sql`${t.value} <= ${t.invoiced} + ${t.allowedValue}`),
    check(
      'ledger_lines_within_shipment',
      sql`${t.quantity} <= ${t.shipped} + ${t.allowedQuantity}`,
    ),
    check('ledger_lines_pay_what_was_granted', sql`${t.paid} + ${t.exchanged} <= ${t.value}`),
  ],
);

/** What was done about each refund since it was approved; the same answer again counts on in its row. */
export const refundSteps = pgTable(
  'refund_steps',
  {
    refundId: text('refund_id')
      .notNull()
      .references(() => refunds.id),
    number: integer().notNull(),
    step: text().$type<RefundStep>().notNull(),
    at: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    lastAt: timestamp('last_at', { withTimezone: true, mode: 'date' }).notNull(),
    times: integer().notNull().default(1),
    /** The administrator who asked for it; null: it went by itself. */
    by: text(),
    why: text(),
  },
  (t) => [primaryKey({ columns: [t.refundId, t.number] })],
);
