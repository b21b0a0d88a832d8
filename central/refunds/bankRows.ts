import { and, eq, gt, ne } from 'drizzle-orm';
import type { Refund } from '../../shared/facts/documents.ts';
import {
  type BankAccount,
  maskedIban,
  type ShownAccount,
} from '../../shared/office/bodies/bank.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { canonicalJson } from '../../shared/sync/canonicalJson.ts';
import { bankAccounts } from '../database/bankSchema.ts';
import { refundSteps } from '../database/ledgerSchema.ts';
import type { Rows } from '../database/rows.ts';
import { audit } from '../database/schema.ts';
import { documentOf } from '../documents/documentRows.ts';
import type { BankVault } from './bankVault.ts';
import type { Instructed } from './refundPort.ts';

type Said = { readonly by: string; readonly reason: string };

/**
 * From now on refunds of this client by transfer go there. Kept sealed; the audit says it masked. The same
 * told again, as a company's system may do every night, changes nothing.
 */
export async function keepAccount(
  rows: Rows,
  vault: BankVault,
  { clientId, account }: { readonly clientId: string; readonly account: BankAccount },
  { by, reason }: Said,
  now: Date,
): Promise<ShownAccount> {
  const [before] = await rows
    .select()
    .from(bankAccounts)
    .where(eq(bankAccounts.clientId, clientId));
  const known = before && vault.open(clientId, before.sealed);
  if (before && known && canonicalJson(known) === canonicalJson(account)) return shownOf(before);
  const shown = maskedIban(account.iban);
  const row = { sealed: vault.seal(clientId, account), shown, changedAt: now, changedBy: by };
  await rows
    .insert(bankAccounts)
    .values({ clientId, ...row })
    .onConflictDoUpdate({ target: bankAccounts.clientId, set: row });
  await rows.insert(audit).values({
    at: now,
    actor: by,
    verb: 'keep bank account',
    object: clientId,
    detail: { iban: shown, why: reason },
  });
  return { iban: shown, changedAt: now.toISOString(), changedBy: by };
}

/** False: there was none. */
export async function dropAccount(
  rows: Rows,
  clientId: string,
  { by, reason }: Said,
  now: Date,
): Promise<boolean> {
  const [gone] = await rows
    .delete(bankAccounts)
    .where(eq(bankAccounts.clientId, clientId))
    .returning({ shown: bankAccounts.shown });
  if (!gone) return false;
  await rows.insert(audit).values({
    at: now,
    actor: by,
    verb: 'drop bank account',
    object: clientId,
    detail: { iban: gone.shown, why: reason },
  });
  return true;
}

export async function shownAccount(rows: Rows, clientId: string): Promise<ShownAccount | null> {
  const [row] = await rows.select().from(bankAccounts).where(eq(bankAccounts.clientId, clientId));
  return row ? shownOf(row) : null;
}

function shownOf({ shown, changedAt, changedBy }: typeof bankAccounts.$inferSelect): ShownAccount {
  return { iban: shown, changedAt: changedAt.toISOString(), changedBy };
}

type NotSent = Extract<Instructed, { readonly kind: 'failed' | 'unheard' }>;

/**
 * Where a refund goes; null: by another way, or nobody told us. Refused: told, and it cannot be opened;
 * or told otherwise since the refund was approved, and nobody but whoever changed it has asked to send
 * it. One person alone never turns money that is on its way to another account.
 */
export async function accountOf(
  rows: Rows,
  vault: BankVault | null,
  { id, method, caseId, approvedAt }: Refund,
): Promise<Result<BankAccount | null, NotSent>> {
  if (method !== 'bankTransfer') return accept(null);
  const clientId = (await documentOf(rows, 'cases', caseId))?.clientId ?? null;
  if (clientId === null) return accept(null);
  const [row] = await rows.select().from(bankAccounts).where(eq(bankAccounts.clientId, clientId));
  if (!row) return accept(null);
  const { changedAt, changedBy, sealed } = row;
  const account = vault?.open(clientId, sealed) ?? null;
  if (account === null)
    return refuse({
      kind: 'unheard',
      why: 'the client’s bank account was sealed with another key than this central has',
    });
  const isSeen = changedAt <= new Date(approvedAt) || (await isSeenByAnother(rows, id, row));
  if (isSeen) return accept(account);
  const day = changedAt.toISOString().slice(0, 16).replace('T', ' ');
  return refuse({
    kind: 'failed',
    why: `the client’s bank account was changed by ${changedBy} (${day} UTC), after this was approved: not sent until another administrator has looked at it and sends it again`,
  });
}

/** Somebody else asked to send it after the account was changed. */
async function isSeenByAnother(
  rows: Rows,
  refundId: string,
  { changedAt, changedBy }: typeof bankAccounts.$inferSelect,
): Promise<boolean> {
  const [asked] = await rows
    .select({ by: refundSteps.by })
    .from(refundSteps)
    .where(
      and(
        eq(refundSteps.refundId, refundId),
        eq(refundSteps.step, 'askedToSend'),
        gt(refundSteps.lastAt, changedAt),
        ne(refundSteps.by, changedBy),
      ),
    )
    .limit(1);
  return asked !== undefined;
}
