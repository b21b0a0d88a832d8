import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { unsentUnderRetiredKeyMs } from '../../shared/cases/retention.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { Rows } from '../database/rows.ts';
import { audit, stations, stationTokens } from '../database/schema.ts';
import { fingerprintOf, newToken } from './secrets.ts';

/** Who calls: the station a token belongs to. */
export type CallingStation = {
  readonly stationId: string;
  readonly siteId: string;
  readonly tokenHash: string;
  /** The token was never used before: see `noteFirstUse`. */
  readonly firstUse: boolean;
  /** The key it proves its requests with (SPKI, base64url); null before the first proof. */
  readonly proofKey: string | null;
  /** It only hands in what it recorded before. */
  readonly revokedAt: Date | null;
};
/** `replaced`: its successor is in use, so whoever holds this one took a copy. */
export type TokenRefusal = 'unauthorised' | 'revoked' | 'replaced';

/** How a token was shown by somebody who is not its station. */
export type TokenMisuse = 'withoutKey' | 'otherKey' | 'wrongProof' | 'replayed' | 'replaced';

const day = 24 * 60 * 60_000;
/** A token works for a day; a station that was away longer exchanges it first, for thirty days. */
const goodFor = day;
const rotatableFor = 30 * day;
/** After its successor was seen in use, or after an exchange, the old one has this long. */
const grace = 5 * 60_000;

export async function issueToken(
  rows: Rows,
  stationId: string,
  replaces: string | null,
  now: Date,
): Promise<string> {
  const token = newToken();
  await rows.insert(stationTokens).values({
    hash: fingerprintOf(token),
    stationId,
    goodUntil: new Date(now.getTime() + goodFor),
    rotatableUntil: new Date(now.getTime() + rotatableFor),
    replaces,
  });
  return token;
}

/** What a token is shown for; `handIn`: to bring what was recorded, which a revoked station may still. */
export type TokenUse = 'work' | 'rotate' | 'handIn';

/**
 * Whose token this is. `use: 'rotate'` accepts one that went stale, so that a station back from
 * days offline, or one that never received the answer to its last exchange, finds its way in.
 */
export async function readToken(
  rows: Rows,
  token: string,
  use: TokenUse,
  now: Date,
): Promise<Result<CallingStation, TokenRefusal>> {
  const tokenHash = fingerprintOf(token);
  const [found] = await rows
    .select({ token: stationTokens, station: stations })
    .from(stationTokens)
    .innerJoin(stations, eq(stations.id, stationTokens.stationId))
    .where(eq(stationTokens.hash, tokenHash));
  if (!found) return refuse('unauthorised');
  const { revokedAt, proofKey } = found.station;
  // A copied token hands nothing in: it takes the key that was proved before.
  const mayHandIn =
    use === 'handIn' &&
    proofKey !== null &&
    revokedAt !== null &&
    now.getTime() - revokedAt.getTime() <= unsentUnderRetiredKeyMs;
  if (revokedAt && !mayHandIn) return refuse('revoked');
  const until = use === 'rotate' || mayHandIn ? found.token.rotatableUntil : found.token.goodUntil;
  if (until <= now)
    return refuse((await isSuccessorUsed(rows, tokenHash)) ? 'replaced' : 'unauthorised');
  return accept({
    stationId: found.station.id,
    siteId: found.station.siteId,
    tokenHash,
    firstUse: found.token.firstUsedAt === null,
    proofKey,
    revokedAt,
  });
}

async function isSuccessorUsed(rows: Rows, tokenHash: string): Promise<boolean> {
  const [found] = await rows
    .select({ hash: stationTokens.hash })
    .from(stationTokens)
    .where(and(eq(stationTokens.replaces, tokenHash), isNotNull(stationTokens.firstUsedAt)))
    .limit(1);
  return found !== undefined;
}

/** From now on only who proves this key is the station. False: another key was quicker. */
export async function bindKey(
  rows: Rows,
  { stationId }: Pick<CallingStation, 'stationId'>,
  publicKey: string,
  now: Date,
): Promise<boolean> {
  const bound = await rows
    .update(stations)
    .set({ proofKey: publicKey })
    .where(and(eq(stations.id, stationId), isNull(stations.proofKey)))
    .returning({ id: stations.id });
  if (bound.length === 0) return false;
  await rows
    .insert(audit)
    .values({ at: now, actor: stationId, verb: 'bind key', object: stationId });
  return true;
}

/** Kept for whoever looks into it: a token shown by somebody who is not its station. */
export async function noteMisuse(
  rows: Rows,
  misuse: { readonly token: string; readonly kind: TokenMisuse; readonly address: string },
  now: Date,
): Promise<void> {
  const hash = fingerprintOf(misuse.token);
  const [known] = await rows
    .select({ stationId: stationTokens.stationId })
    .from(stationTokens)
    .where(eq(stationTokens.hash, hash));
  await rows.insert(audit).values({
    at: now,
    actor: misuse.address,
    verb: 'misuse token',
    object: known?.stationId ?? 'unknown',
    detail: { kind: misuse.kind },
  });
}

/** A successor is in use: its predecessor ends soon, whatever was promised. Once per token. */
export async function noteFirstUse(rows: Rows, tokenHash: string, now: Date): Promise<void> {
  const [first] = await rows
    .update(stationTokens)
    .set({ firstUsedAt: now })
    .where(and(eq(stationTokens.hash, tokenHash), isNull(stationTokens.firstUsedAt)))
    .returning({ replaces: stationTokens.replaces });
  const replaced = first?.replaces ?? null;
  if (replaced === null) return;
  const end = new Date(now.getTime() + grace);
  await rows
    .update(stationTokens)
    .set({
      goodUntil: sql`least(${stationTokens.goodUntil}, ${end.toISOString()}::timestamptz)`,
      rotatableUntil: sql`least(${stationTokens.rotatableUntil}, ${end.toISOString()}::timestamptz)`,
    })
    .where(eq(stationTokens.hash, replaced));
}

/** Exchanges a token for a new one. The old one works for five more minutes. */
export async function rotateToken(
  rows: Rows,
  station: CallingStation,
  now: Date,
): Promise<{ token: string; goodUntil: string }> {
  const end = new Date(now.getTime() + grace);
  await rows
    .update(stationTokens)
    .set({ goodUntil: sql`least(${stationTokens.goodUntil}, ${end.toISOString()}::timestamptz)` })
    .where(eq(stationTokens.hash, station.tokenHash));
  const token = await issueToken(rows, station.stationId, station.tokenHash, now);
  await forgetDeadTokens(rows, station.stationId, now);
  return { token, goodUntil: new Date(now.getTime() + goodFor).toISOString() };
}

async function forgetDeadTokens(rows: Rows, stationId: string, now: Date): Promise<void> {
  await rows
    .delete(stationTokens)
    .where(and(eq(stationTokens.stationId, stationId), lt(stationTokens.rotatableUntil, now)));
}
