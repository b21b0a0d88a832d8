import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { AdminScope } from '../../shared/sync/adminApi.ts';
import { administrators, adminTokens } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';
import { auditAdmin } from './auditRows.ts';
import { fingerprintOf, newAdminToken } from './secrets.ts';

export type Administrator = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly AdminScope[];
};
/** Somebody, or a system of the company's. `siteIds`: the only sites it speaks for. */
export type LetIn = Administrator & {
  readonly isConnection: boolean;
  readonly siteIds: readonly string[] | null;
};
export type IssuedAdminToken = { readonly token: string; readonly goodUntil: string };

const dayMs = 24 * 60 * 60_000;
const usualDays = 90;
/** Where a token is exchanged, the one before works a day more: two are good meanwhile, never three. */
const graceMs = dayMs;
const usedNotedEveryMs = 60 * 60_000;

/** Who shows this token; null: nobody, not any more, or too late. */
export async function administratorOf(rows: Rows, token: string, now: Date): Promise<LetIn | null> {
  const hash = fingerprintOf(token);
  const [found] = await rows
    .select({ who: administrators, usedAt: adminTokens.usedAt })
    .from(adminTokens)
    .innerJoin(administrators, eq(administrators.id, adminTokens.administratorId))
    .where(and(eq(adminTokens.hash, hash), gt(adminTokens.goodUntil, now)));
  if (!found || found.who.retiredAt !== null) return null;
  if (found.usedAt === null || now.getTime() - found.usedAt.getTime() > usedNotedEveryMs)
    await rows.update(adminTokens).set({ usedAt: now }).where(eq(adminTokens.hash, hash));
  const { id, name, scopes, isConnection, siteIds } = found.who;
  return { id, name, scopes: AdminScope.array().parse(scopes), isConnection, siteIds };
}

/** Somebody is named who is still in office, systems left out. */
export async function hasAdministrators(rows: Rows): Promise<boolean> {
  const isSomebody = and(isNull(administrators.retiredAt), eq(administrators.isConnection, false));
  const found = await rows
    .select({ id: administrators.id })
    .from(administrators)
    .where(isSomebody)
    .limit(1);
  return found.length > 0;
}

/** Null: there is or was one of this id. */
export async function nameAdministrator(
  rows: Rows,
  asked: Administrator & { readonly days?: number | undefined; readonly by: string },
  now: Date,
): Promise<IssuedAdminToken | null> {
  const { id, name, scopes, days, by } = asked;
  const named = await rows
    .insert(administrators)
    .values({ id, name, scopes: [...scopes], appointedBy: by, appointedAt: now })
    .onConflictDoNothing()
    .returning({ id: administrators.id });
  if (named.length === 0) return null;
  await auditAdmin(rows, {
    at: now,
    by,
    verb: 'name administrator',
    object: id,
    detail: { name, scopes },
  });
  return issue(rows, id, days, now);
}

/** False: nobody of this id, or retired. */
export async function changeScopes(
  rows: Rows,
  asked: { readonly id: string; readonly scopes: readonly AdminScope[]; readonly by: string },
  now: Date,
): Promise<boolean> {
  const { id, scopes, by } = asked;
  if (!(await isInOffice(rows, id))) return false;
  await rows
    .update(administrators)
    .set({ scopes: [...scopes] })
    .where(eq(administrators.id, id));
  await auditAdmin(rows, { at: now, by, verb: 'change scopes', object: id, detail: { scopes } });
  return true;
}

/** Their own: the one they ask with works a day more, any older one no more. */
export async function rotateAdminToken(
  rows: Rows,
  asked: { readonly id: string; readonly days?: number | undefined; readonly token: string },
  now: Date,
): Promise<IssuedAdminToken> {
  const { id, days, token } = asked;
  const shown = fingerprintOf(token);
  const end = new Date(now.getTime() + graceMs).toISOString();
  await rows
    .update(adminTokens)
    .set({
      goodUntil: sql`case when ${adminTokens.hash} = ${shown}
        then least(${adminTokens.goodUntil}, ${end}::timestamptz)
        else least(${adminTokens.goodUntil}, ${now.toISOString()}::timestamptz) end`,
    })
    .where(eq(adminTokens.administratorId, id));
  await auditAdmin(rows, { at: now, by: id, verb: 'exchange admin token', object: id, detail: {} });
  return issue(rows, id, days, now);
}

/** For who lost theirs: all they had end now. Null: nobody of this id, or retired. */
export async function reissueAdminToken(
  rows: Rows,
  asked: { readonly id: string; readonly days?: number | undefined; readonly by: string },
  now: Date,
): Promise<IssuedAdminToken | null> {
  const { id, days, by } = asked;
  if (!(await isInOffice(rows, id))) return null;
  await endTokens(rows, id, now);
  await auditAdmin(rows, { at: now, by, verb: 'issue admin token', object: id, detail: {} });
  return issue(rows, id, days, now);
}

/** False: nobody of this id, or retired before. */
export async function retireAdministrator(
  rows: Rows,
  asked: { readonly id: string; readonly by: string; readonly reason: string },
  now: Date,
): Promise<boolean> {
  const { id, by, reason } = asked;
  if (!(await isInOffice(rows, id))) return false;
  await endTokens(rows, id, now);
  await rows.update(administrators).set({ retiredAt: now }).where(eq(administrators.id, id));
  await auditAdmin(rows, {
    at: now,
    by,
    verb: 'retire administrator',
    object: id,
    detail: { reason },
  });
  return true;
}

export async function everyAdministrator(rows: Rows, now: Date) {
  const found = await rows
    .select()
    .from(administrators)
    .where(eq(administrators.isConnection, false))
    .orderBy(asc(administrators.id));
  const tokens = await rows
    .select()
    .from(adminTokens)
    .where(gt(adminTokens.goodUntil, now))
    .orderBy(desc(adminTokens.goodUntil));
  return found.map(({ id, name, scopes, appointedBy, retiredAt }) => ({
    id,
    name,
    scopes: AdminScope.array().parse(scopes),
    appointedBy,
    retiredAt: retiredAt?.toISOString() ?? null,
    tokens: tokens
      .filter((token) => token.administratorId === id)
      .map(({ goodUntil, usedAt }) => ({
        goodUntil: goodUntil.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
  }));
}

async function issue(
  rows: Rows,
  administratorId: string,
  days: number | undefined,
  now: Date,
): Promise<IssuedAdminToken> {
  const token = newAdminToken();
  const goodUntil = new Date(now.getTime() + (days ?? usualDays) * dayMs);
  await rows.insert(adminTokens).values({ hash: fingerprintOf(token), administratorId, goodUntil });
  return { token, goodUntil: goodUntil.toISOString() };
}

async function endTokens(rows: Rows, id: string, now: Date): Promise<void> {
  await rows.update(adminTokens).set({ goodUntil: now }).where(eq(adminTokens.administratorId, id));
}

async function isInOffice(rows: Rows, id: string): Promise<boolean> {
  const [found] = await rows.select().from(administrators).where(eq(administrators.id, id));
  return found !== undefined && found.retiredAt === null && !found.isConnection;
}
