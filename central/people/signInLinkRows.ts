import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { AdminScope } from '../../shared/sync/adminApi.ts';
import type { OpenedLink, SetUpSignIn } from '../../shared/sync/signInApi.ts';
import { administrators } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';
import { signInLinks } from '../database/signInSchema.ts';
import { auditAdmin } from './auditRows.ts';
import { isBootstrapRetired } from './bootstrapRows.ts';
import { fingerprintOf } from './secrets.ts';

export type LinkRefusal =
  | { readonly code: 'unknownLink' }
  | { readonly code: 'usedLink' }
  | { readonly code: 'oldLink' }
  | { readonly code: 'takenId' };

const goodForMs = 24 * 60 * 60_000;

/** For the first administrator of a central nobody runs by name yet; null: somebody does, or one is good still. */
export async function firstSignInLink(rows: Rows, now: Date): Promise<string | null> {
  const [anybody] = await rows.select({ id: administrators.id }).from(administrators).limit(1);
  if (anybody || (await isBootstrapRetired(rows))) return null;
  const [good] = await rows
    .select({ hash: signInLinks.hash })
    .from(signInLinks)
    .where(
      and(
        isNull(signInLinks.administratorId),
        isNull(signInLinks.usedAt),
        gt(signInLinks.goodUntil, now),
      ),
    )
    .limit(1);
  return good ? null : issueLink(rows, null, now);
}

/** For somebody who is named; links of before are good no more. Null: nobody of this id, or retired. */
export async function signInLinkFor(
  rows: Rows,
  asked: { readonly id: string; readonly by: string },
  now: Date,
): Promise<{ readonly link: string; readonly goodUntil: string } | null> {
  const { id, by } = asked;
  const [found] = await rows.select().from(administrators).where(eq(administrators.id, id));
  if (!found || found.retiredAt !== null || found.isConnection) return null;
  await rows
    .update(signInLinks)
    .set({ usedAt: now })
    .where(and(eq(signInLinks.administratorId, id), isNull(signInLinks.usedAt)));
  await auditAdmin(rows, { at: now, by, verb: 'issue sign-in link', object: id, detail: {} });
  const link = await issueLink(rows, id, now);
  return { link, goodUntil: new Date(now.getTime() + goodForMs).toISOString() };
}

export async function openLink(
  rows: Rows,
  link: string,
  now: Date,
): Promise<Result<OpenedLink, LinkRefusal>> {
  const [found] = await rows
    .select({ link: signInLinks, who: administrators })
    .from(signInLinks)
    .leftJoin(administrators, eq(administrators.id, signInLinks.administratorId))
    .where(eq(signInLinks.hash, fingerprintOf(link)));
  if (!found || found.who?.retiredAt) return refuse({ code: 'unknownLink' });
  if (found.link.usedAt !== null) return refuse({ code: 'usedLink' });
  if (found.link.goodUntil <= now) return refuse({ code: 'oldLink' });
  const { who } = found;
  return accept({ administrator: who && { id: who.id, name: who.name } });
}

/** Whose it is, for once. The first administrator is named by it, and may do everything. */
export async function useLink(
  rows: Rows,
  given: Pick<SetUpSignIn, 'link' | 'administrator'>,
  now: Date,
): Promise<Result<string, LinkRefusal>> {
  const opened = await openLink(rows, given.link, now);
  if (!opened.ok) return opened;
  const used = await rows
    .update(signInLinks)
    .set({ usedAt: now })
    .where(and(eq(signInLinks.hash, fingerprintOf(given.link)), isNull(signInLinks.usedAt)))
    .returning({ hash: signInLinks.hash });
  if (used.length === 0) return refuse({ code: 'usedLink' });
  if (opened.value.administrator) return accept(opened.value.administrator.id);
  const first = given.administrator;
  if (!first) return refuse({ code: 'takenId' });
  const scopes = [...AdminScope.options];
  const named = await rows
    .insert(administrators)
    .values({ ...first, scopes, appointedBy: 'first sign-in link', appointedAt: now })
    .onConflictDoNothing()
    .returning({ id: administrators.id });
  if (named.length === 0) return refuse({ code: 'takenId' });
  await auditAdmin(rows, {
    at: now,
    by: first.name,
    verb: 'name administrator',
    object: first.id,
    detail: { name: first.name, scopes },
  });
  return accept(first.id);
}

async function issueLink(rows: Rows, administratorId: string | null, now: Date): Promise<string> {
  const link = `ql_${randomBytes(32).toString('base64url')}`;
  const goodUntil = new Date(now.getTime() + goodForMs);
  await rows.insert(signInLinks).values({ hash: fingerprintOf(link), administratorId, goodUntil });
  return link;
}
