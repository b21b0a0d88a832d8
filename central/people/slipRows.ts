import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { slipCodeOf } from '../../shared/barcodes/barcodeOwn.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { joiningSlips } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';
import { audit, demoPins } from '../database/schema.ts';
import { documentOf } from '../documents/documentRows.ts';
import { fingerprintOf, newEnrolmentCode, readEnrolmentCode } from './secrets.ts';

const dayMs = 24 * 60 * 60_000;
/** It is handed over on paper, before a shift. */
const goodForMs = dayMs;

export type JoiningSlip = {
  readonly slip: string;
  readonly barcode: string;
  readonly goodUntil: string;
};

/** A slip with which a person joins at one station, once. Null: nobody of this id works here. */
export async function issueJoiningSlip(
  rows: Rows,
  personId: string,
  issuedBy: string,
  now: Date,
  reason: string | null = null,
): Promise<JoiningSlip | null> {
  const person = await documentOf(rows, 'people', personId);
  if (!person?.active) return null;
  await rows
    .delete(joiningSlips)
    .where(lt(joiningSlips.goodUntil, new Date(now.getTime() - 30 * dayMs)));
  const slip = newEnrolmentCode();
  const goodUntil = new Date(now.getTime() + goodForMs);
  const hash = fingerprintOf(readEnrolmentCode(slip));
  await rows.insert(joiningSlips).values({ hash, personId, issuedBy, goodUntil });
  await rows.insert(audit).values({
    at: now,
    actor: issuedBy,
    verb: 'issue joining slip',
    object: personId,
    detail: { reason },
  });
  return { slip, barcode: slipCodeOf(slip), goodUntil: goodUntil.toISOString() };
}

/** Where central runs the demo company, its people need nobody to give them one. */
export async function issueDemoSlip(
  rows: Rows,
  personId: string,
  now: Date,
): Promise<JoiningSlip | null> {
  const [shown] = await rows.select().from(demoPins).where(eq(demoPins.personId, personId));
  return shown ? issueJoiningSlip(rows, personId, 'demo', now) : null;
}

export type SlipRefusal = 'codeUnknown' | 'codeUsed' | 'codeExpired';

/** Spends a person's slip once and for all; who gave it. */
export async function spendSlip(
  rows: Rows,
  typed: string,
  personId: string,
  now: Date,
): Promise<Result<{ readonly by: string }, SlipRefusal>> {
  const hash = fingerprintOf(readEnrolmentCode(typed));
  const theirs = and(eq(joiningSlips.hash, hash), eq(joiningSlips.personId, personId));
  const [spent] = await rows
    .update(joiningSlips)
    .set({ usedAt: now })
    .where(and(theirs, isNull(joiningSlips.usedAt), gt(joiningSlips.goodUntil, now)))
    .returning();
  if (spent) return accept({ by: spent.issuedBy });
  const [slip] = await rows.select().from(joiningSlips).where(theirs);
  if (!slip) return refuse('codeUnknown');
  return refuse(slip.usedAt ? 'codeUsed' : 'codeExpired');
}
