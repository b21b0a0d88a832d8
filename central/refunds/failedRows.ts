import { eq } from 'drizzle-orm';
import type { Refund } from '../../shared/facts/documents.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { Rows } from '../database/rows.ts';
import { audit, refunds } from '../database/schema.ts';
import { putDocument } from '../documents/documentRows.ts';
import { refundOf } from './refundRows.ts';
import { noteStep } from './stepRows.ts';

/** What the payment system said no to, longest first. */
export async function failedRefunds(
  rows: Rows,
): Promise<readonly { readonly refund: Refund; readonly why: string }[]> {
  const found = await rows
    .select()
    .from(refunds)
    .where(eq(refunds.state, 'failed'))
    .orderBy(refunds.approvedAt, refunds.id)
    .limit(500);
  return found.map((row) => ({ refund: refundOf(row), why: row.lastError ?? '' }));
}

export type SendAgainRefusal =
  | { readonly code: 'unknownRefund' }
  /** Only what failed is sent again; anything else is under way or done. */
  | { readonly code: 'notFailed'; readonly state: Refund['state'] };

/**
 * Somebody has mended why a refund failed. It is due again, and looked up before it is sent: should
 * it have been paid after all, that is found, and nothing is sent.
 */
export async function sendAgain(
  rows: Rows,
  asked: { readonly id: string; readonly by: string; readonly why: string },
  now: Date,
): Promise<Result<Refund, SendAgainRefusal>> {
  const [row] = await rows.select().from(refunds).where(eq(refunds.id, asked.id)).for('update');
  if (!row) return refuse({ code: 'unknownRefund' });
  if (row.state !== 'failed') return refuse({ code: 'notFailed', state: row.state });
  const [changed] = await rows
    .update(refunds)
    .set({ state: 'due', startedAt: null, claimedUntil: null, lookUpFirst: true, sendAgain: true })
    .where(eq(refunds.id, asked.id))
    .returning();
  if (!changed) return refuse({ code: 'unknownRefund' });
  await rows.insert(audit).values({
    at: now,
    actor: `admin: ${asked.by}`,
    verb: 'send refund again',
    object: asked.id,
    detail: { why: asked.why, failedWith: row.lastError },
  });
  await noteStep(rows, asked.id, { step: 'askedToSend', by: asked.by, why: asked.why }, now);
  const refund = refundOf(changed);
  await putDocument(rows, { collection: 'refunds', body: refund });
  return accept(refund);
}
