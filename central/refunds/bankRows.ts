import { eq } from 'drizzle-orm';
import type { Refund } from '../../shared/facts/documents.ts';
import {
  type BankAccount,
  maskedIban,
  type ShownAccount,
} from '../../shared/office/bodies/bank.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { bankAccounts } from '../database/bankSchema.ts';
import type { Rows } from '../database/rows.ts';
import { audit } from '../database/schema.ts';
import { documentOf } from '../documents/documentRows.ts';
import type { BankVault } from './bankVault.ts';

type Said = { readonly by: string; readonly reason: string };

/** From now on refunds of this client by transfer go there. Kept sealed; the audit says it masked. */
export async function keepAccount(
  rows: Rows,
  vault: BankVault,
  { clientId, account }: { readonly clientId: string; readonly account: BankAccount },
  { by, reason }: Said,
  now: Date,
): Promise<ShownAccount> {
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
  if (!row) return null;
  const { shown: iban, changedAt, changedBy } = row;
  return { iban, changedAt: changedAt.toISOString(), changedBy };
}

/** Where a refund goes; null: by another way, or nobody told us. Refused: told, and it cannot be opened. */
export async function accountOf(
  rows: Rows,
  vault: BankVault | null,
  { method, caseId }: Refund,
): Promise<Result<BankAccount | null, string>> {
  if (method !== 'bankTransfer') return accept(null);
  const clientId = (await documentOf(rows, 'cases', caseId))?.clientId ?? null;
  if (clientId === null) return accept(null);
  const [row] = await rows.select().from(bankAccounts).where(eq(bankAccounts.clientId, clientId));
  if (!row) return accept(null);
  const account = vault?.open(clientId, row.sealed) ?? null;
  return account === null
    ? refuse('the client’s bank account was sealed with another key than this central has')
    : accept(account);
}
