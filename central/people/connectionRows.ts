import { and, asc, count, desc, eq, gt, gte, inArray, lt, max, sql } from 'drizzle-orm';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { AdminScope } from '../../shared/sync/adminApi.ts';
import {
  type ConnectionScope,
  callsKeptDays,
  mostCallsShown,
  mostKeys,
  ConnectionScope as Scope,
  siteScopes,
} from '../../shared/sync/connectionApi.ts';
import { administrators, adminTokens, connectionCalls } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';
import { documentsOf } from '../documents/documentRows.ts';
import { auditAdmin } from './auditRows.ts';
import { fingerprintOf, newAdminToken } from './secrets.ts';

const dayMs = 24 * 60 * 60_000;
const usualDays = 90;
const mostConnections = 500;

export type ConnectionRefusal =
  | 'nobody'
  | 'idTaken'
  | 'tooManyKeys'
  | 'tooManyConnections'
  | 'unknownSite'
  /** It would reach beyond its sites. */
  | 'notForSites';

type Said = { readonly by: string; readonly reason: string };
type May = {
  readonly scopes: readonly ConnectionScope[];
  readonly siteIds: readonly string[] | null;
};
export type IssuedKey = { readonly key: string; readonly goodUntil: string };

/** What is shown of a key to tell it from the others; nobody gets in with it. */
export function nameOfKey(token: string): string {
  return fingerprintOf(token).slice(0, 12);
}

export async function makeConnection(
  rows: Rows,
  asked: Said &
    May & { readonly id: string; readonly name: string; readonly days?: number | undefined },
  now: Date,
): Promise<Result<IssuedKey, ConnectionRefusal>> {
  const { id, name, scopes, siteIds, days, by, reason } = asked;
  const why = await whyNot(rows, asked);
  if (why) return refuse(why);
  const [found] = await rows
    .select({ all: count() })
    .from(administrators)
    .where(eq(administrators.isConnection, true));
  if ((found?.all ?? 0) >= mostConnections) return refuse('tooManyConnections');
  const made = await rows
    .insert(administrators)
    .values({
      id,
      name,
      scopes: [...scopes],
      siteIds: siteIds && [...siteIds],
      isConnection: true,
      appointedBy: by,
      appointedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: administrators.id });
  if (made.length === 0) return refuse('idTaken');
  const detail = { name, scopes, siteIds, reason };
  await auditAdmin(rows, { at: now, by, verb: 'make connection', object: id, detail });
  return accept(await issue(rows, id, days, now));
}

export async function changeConnection(
  rows: Rows,
  asked: Said & May & { readonly id: string },
  now: Date,
): Promise<Result<null, ConnectionRefusal>> {
  const { id, scopes, siteIds, by, reason } = asked;
  const why = await whyNot(rows, asked);
  if (why) return refuse(why);
  if (!(await isInUse(rows, id))) return refuse('nobody');
  await rows
    .update(administrators)
    .set({ scopes: [...scopes], siteIds: siteIds && [...siteIds] })
    .where(eq(administrators.id, id));
  const detail = { scopes, siteIds, reason };
  await auditAdmin(rows, { at: now, by, verb: 'change connection', object: id, detail });
  return accept(null);
}

/** Beside the one in use, so that a system changes over without a gap. */
export async function addKey(
  rows: Rows,
  asked: Said & { readonly id: string; readonly days?: number | undefined },
  now: Date,
): Promise<Result<IssuedKey, ConnectionRefusal>> {
  const { id, days, by, reason } = asked;
  if (!(await isInUse(rows, id))) return refuse('nobody');
  const good = await goodKeys(rows, [id], now);
  if (good.length >= mostKeys) return refuse('tooManyKeys');
  await auditAdmin(rows, { at: now, by, verb: 'add key', object: id, detail: { reason } });
  return accept(await issue(rows, id, days, now));
}

/** False: it has no such key. */
export async function endKey(
  rows: Rows,
  asked: Said & { readonly id: string; readonly key: string },
  now: Date,
): Promise<boolean> {
  const { id, key, by, reason } = asked;
  if (!(await isInUse(rows, id))) return false;
  const ended = await rows
    .update(adminTokens)
    .set({ goodUntil: now })
    .where(
      and(
        eq(adminTokens.administratorId, id),
        gt(adminTokens.goodUntil, now),
        eq(sql`left(${adminTokens.hash}, 12)`, key),
      ),
    )
    .returning({ hash: adminTokens.hash });
  if (ended.length === 0) return false;
  await auditAdmin(rows, { at: now, by, verb: 'end key', object: id, detail: { key, reason } });
  return true;
}

/** False: there is no such connection, or it was retired before. */
export async function retireConnection(
  rows: Rows,
  { id, by, reason }: Said & { readonly id: string },
  now: Date,
): Promise<boolean> {
  if (!(await isInUse(rows, id))) return false;
  await rows.update(adminTokens).set({ goodUntil: now }).where(eq(adminTokens.administratorId, id));
  await rows.update(administrators).set({ retiredAt: now }).where(eq(administrators.id, id));
  await auditAdmin(rows, {
    at: now,
    by,
    verb: 'retire connection',
    object: id,
    detail: { reason },
  });
  return true;
}

async function isInUse(rows: Rows, id: string): Promise<boolean> {
  // Two keys at once are counted one after the other.
  const [found] = await rows
    .select()
    .from(administrators)
    .where(and(eq(administrators.id, id), eq(administrators.isConnection, true)))
    .for('update');
  return found !== undefined && found.retiredAt === null;
}

export async function everyConnection(rows: Rows, now: Date) {
  const found = await rows
    .select()
    .from(administrators)
    .where(eq(administrators.isConnection, true))
    .orderBy(asc(administrators.id))
    .limit(mostConnections);
  const ids = found.map(({ id }) => id);
  const keys = await goodKeys(rows, ids, now);
  const calls = ids.length === 0 ? [] : await sumsOf(rows, ids, now);
  return found.map(({ id, name, scopes, siteIds, appointedBy, appointedAt, retiredAt }) => {
    const sum = calls.find(({ administratorId }) => administratorId === id);
    return {
      id,
      name,
      scopes: Scope.array().parse(AdminScope.array().parse(scopes)),
      siteIds,
      appointedBy,
      appointedAt: appointedAt.toISOString(),
      retiredAt: retiredAt?.toISOString() ?? null,
      keys: keys
        .filter(({ administratorId }) => administratorId === id)
        .map(({ hash, goodUntil, usedAt }) => ({
          key: hash.slice(0, 12),
          goodUntil: goodUntil.toISOString(),
          usedAt: usedAt?.toISOString() ?? null,
        })),
      calls: {
        all: sum?.all ?? 0,
        refused: sum?.refused ?? 0,
        lastAt: sum?.lastAt?.toISOString() ?? null,
      },
    };
  });
}

export type Call = Omit<typeof connectionCalls.$inferInsert, 'sequence'>;

/** Keeps them, and no more than so many of each and so old. */
export async function keepCalls(rows: Rows, calls: readonly Call[], now: Date): Promise<void> {
  if (calls.length === 0) return;
  await rows.insert(connectionCalls).values([...calls]);
  await rows.delete(connectionCalls).where(lt(connectionCalls.at, oldest(now)));
  for (const id of new Set(calls.map(({ administratorId }) => administratorId))) {
    const [last] = await rows
      .select({ sequence: connectionCalls.sequence })
      .from(connectionCalls)
      .where(eq(connectionCalls.administratorId, id))
      .orderBy(desc(connectionCalls.sequence))
      .offset(mostKept)
      .limit(1);
    if (last)
      await rows
        .delete(connectionCalls)
        .where(
          and(
            eq(connectionCalls.administratorId, id),
            sql`${connectionCalls.sequence} <= ${last.sequence}`,
          ),
        );
  }
}

/** Null: there is no such connection. */
export async function callsOf(
  rows: Rows,
  asked: { readonly id: string; readonly only: 'refused' | null },
) {
  const [known] = await rows
    .select({ id: administrators.id })
    .from(administrators)
    .where(and(eq(administrators.id, asked.id), eq(administrators.isConnection, true)));
  if (!known) return null;
  const found = await rows
    .select()
    .from(connectionCalls)
    .where(
      and(
        eq(connectionCalls.administratorId, asked.id),
        asked.only === null ? undefined : gte(connectionCalls.status, 400),
      ),
    )
    .orderBy(desc(connectionCalls.sequence))
    .limit(mostCallsShown);
  return found.map(({ key, at, method, path, status, says, ms }) => ({
    key,
    method,
    path,
    status,
    says,
    ms,
    at: at.toISOString(),
  }));
}

const mostKept = 1000;

function oldest(now: Date): Date {
  return new Date(now.getTime() - callsKeptDays * dayMs);
}

async function sumsOf(rows: Rows, ids: readonly string[], now: Date) {
  return rows
    .select({
      administratorId: connectionCalls.administratorId,
      all: count(),
      refused: sql<number>`count(*) filter (where ${connectionCalls.status} >= 400)`.mapWith(
        Number,
      ),
      lastAt: max(connectionCalls.at),
    })
    .from(connectionCalls)
    .where(
      and(inArray(connectionCalls.administratorId, [...ids]), gt(connectionCalls.at, oldest(now))),
    )
    .groupBy(connectionCalls.administratorId);
}

async function goodKeys(rows: Rows, ids: readonly string[], now: Date) {
  if (ids.length === 0) return [];
  return rows
    .select()
    .from(adminTokens)
    .where(and(inArray(adminTokens.administratorId, [...ids]), gt(adminTokens.goodUntil, now)))
    .orderBy(desc(adminTokens.goodUntil));
}

async function whyNot(rows: Rows, { scopes, siteIds }: May): Promise<ConnectionRefusal | null> {
  if (siteIds === null) return null;
  if (scopes.some((scope) => !siteScopes.includes(scope))) return 'notForSites';
  const sites = await documentsOf(rows, 'sites', siteIds);
  return siteIds.every((id) => [...sites.keys()].includes(id)) ? null : 'unknownSite';
}

async function issue(
  rows: Rows,
  administratorId: string,
  days: number | undefined,
  now: Date,
): Promise<IssuedKey> {
  const key = newAdminToken();
  const goodUntil = new Date(now.getTime() + (days ?? usualDays) * dayMs);
  await rows.insert(adminTokens).values({ hash: fingerprintOf(key), administratorId, goodUntil });
  return { key, goodUntil: goodUntil.toISOString() };
}
