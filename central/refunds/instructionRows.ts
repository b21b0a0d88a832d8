import { and, eq, inArray, isNull, lt, not, or, sql } from 'drizzle-orm';
import type { Refund } from '../../shared/facts/documents.ts';
import { accept, assertNever, type Result, refuse } from '../../shared/result.ts';
import type { Rows } from '../database/rows.ts';
import { audit, refunds } from '../database/schema.ts';
import { putDocument } from '../documents/documentRows.ts';
import { isWaiting } from './photoWaitRows.ts';
import type { Instructed, RefundPort } from './refundPort.ts';
import { refundOf } from './refundRows.ts';
import { noteStep, stepOf } from './stepRows.ts';

/** Longer than a call may take: after it, the one who claimed is dead and the outcome unknown. */
const leaseMs = 60_000;
const longestWaitMs = 60 * 60_000;

/**
 * Takes the most urgent refund nobody talks about and writes down the intent to instruct it, before
 * anything leaves the house. Several processes may ask at once; each gets another one.
 */
export async function claimDue(
  rows: Rows,
  port: RefundPort['kind'],
  now: Date,
): Promise<Refund | null> {
  const [due] = await rows
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.state, 'due'), not(isWaiting), not(mayBeKnown(port))))
    .orderBy(refunds.dueOn, refunds.approvedAt)
    .limit(1)
    .for('update', { skipLocked: true });
  if (!due) return null;
  return change(rows, due.id, {
    state: 'instructed',
    port,
    startedAt: now,
    claimedUntil: new Date(now.getTime() + leaseMs),
  });
}

export type OpenRefund = { readonly refund: Refund; readonly sendAgain: boolean };

/** Takes a refund whose instruction was sent, or was about to be, and nobody knows what became of it. */
export async function claimUnknown(rows: Rows, now: Date): Promise<OpenRefund | null> {
  const [open] = await rows
    .select({ id: refunds.id, sendAgain: refunds.sendAgain })
    .from(refunds)
    .where(
      and(
        or(
          and(inArray(refunds.state, ['instructed', 'unknown']), eq(refunds.port, 'webhook')),
          and(eq(refunds.state, 'due'), not(isWaiting), mayBeKnown('webhook')),
        ),
        or(isNull(refunds.claimedUntil), lt(refunds.claimedUntil, now)),
      ),
    )
    .orderBy(refunds.dueOn, refunds.approvedAt)
    .limit(1)
    .for('update', { skipLocked: true });
  if (!open) return null;
  const refund = await change(rows, open.id, {
    state: 'unknown',
    port: 'webhook',
    claimedUntil: new Date(now.getTime() + leaseMs),
  });
  return { refund, sendAgain: open.sendAgain };
}

export type LookUpRefusal =
  | { readonly code: 'unknownRefund' }
  /** Only what was sent, and whose end nobody knows, is looked up. */
  | { readonly code: 'nothingToLookUp'; readonly state: Refund['state'] };

/**
 * Somebody wants to know now what became of a refund that waits to be looked up. Who talks about it
 * just now is left to it: nobody is asked the same twice at a time.
 */
export async function lookUpNow(
  rows: Rows,
  asked: { readonly id: string; readonly by: string },
  now: Date,
): Promise<Result<Refund, LookUpRefusal>> {
  const [row] = await rows.select().from(refunds).where(eq(refunds.id, asked.id)).for('update');
  if (!row) return refuse({ code: 'unknownRefund' });
  const { state, port, claimedUntil } = row;
  if (port !== 'webhook' || (state !== 'unknown' && state !== 'instructed'))
    return refuse({ code: 'nothingToLookUp', state });
  // Further away than any lease: it is a wait.
  if (claimedUntil && claimedUntil.getTime() > now.getTime() + leaseMs)
    await rows.update(refunds).set({ claimedUntil: null }).where(eq(refunds.id, asked.id));
  await noteStep(rows, asked.id, { step: 'askedToLookUp', by: asked.by }, now);
  await rows.insert(audit).values({
    at: now,
    actor: `admin: ${asked.by}`,
    verb: 'look refund up',
    object: asked.id,
    detail: { state, lastError: row.lastError },
  });
  return accept(refundOf(row));
}

/** The other side never heard of it, or said no and is asked once more: it may be sent. */
export async function instructAgain(rows: Rows, refund: Refund, now: Date): Promise<Refund> {
  return change(rows, refund.id, {
    state: 'instructed',
    startedAt: now,
    sendAgain: false,
    claimedUntil: new Date(now.getTime() + leaseMs),
  });
}

/** Nothing stands in its way any more, and it leaves the house: not before, for it may be stopped here. */
export async function noteSending(rows: Rows, { id }: Refund, now: Date): Promise<void> {
  await rows.select({ id: refunds.id }).from(refunds).where(eq(refunds.id, id)).for('update');
  await noteStep(rows, id, { step: 'sent' }, now);
}

/** Writes down what became of an instruction. What stays unknown is asked about later and later. */
export async function recordOutcome(
  rows: Rows,
  refund: Refund,
  outcome: Instructed,
  now: Date,
): Promise<Refund> {
  const [row] = await rows.select().from(refunds).where(eq(refunds.id, refund.id)).for('update');
  // It was looked up meanwhile, and found to be paid.
  if (row?.state === 'acknowledged') return refundOf(row);
  await noteStep(rows, refund.id, stepOf(outcome, refund.state === 'unknown'), now);
  switch (outcome.kind) {
    case 'instructed':
    case 'acknowledged':
      return change(rows, refund.id, {
        state: outcome.kind,
        startedAt: sql`coalesce(${refunds.startedAt}, ${now.toISOString()}::timestamptz)`,
        sendAgain: false,
        claimedUntil: null,
        lastError: null,
      });
    case 'failed':
      return change(rows, refund.id, {
        state: 'failed',
        startedAt: null,
        claimedUntil: null,
        lastError: outcome.why,
      });
    case 'unheard':
    case 'unknown':
      return change(rows, refund.id, {
        state: 'unknown',
        ...(outcome.kind === 'unheard' && { startedAt: null }),
        lastError: outcome.why,
        lookUps: sql`${refunds.lookUps} + 1`,
        claimedUntil: sql`${now.toISOString()}::timestamptz + least(
          ${longestWaitMs}, 5000 * power(2, least(${refunds.lookUps}, 20))) * interval '1 millisecond'`,
      });
    default:
      return assertNever(outcome);
  }
}

/** Approved before a restored back-up was put in service, so the payment system is asked first. */
function mayBeKnown(port: RefundPort['kind']) {
  return port === 'webhook' ? eq(refunds.lookUpFirst, true) : sql`false`;
}

async function change(
  rows: Rows,
  id: string,
  set: Parameters<ReturnType<typeof rows.update<typeof refunds>>['set']>[0],
): Promise<Refund> {
  const [changed] = await rows.update(refunds).set(set).where(eq(refunds.id, id)).returning();
  if (!changed) throw new Error(`Refund ${id} vanished`);
  const refund = refundOf(changed);
  await putDocument(rows, { collection: 'refunds', body: refund });
  return refund;
}
