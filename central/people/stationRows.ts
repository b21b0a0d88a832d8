import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { SiteId, StationId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { chainStart } from '../../shared/sync/command.ts';
import type { EnrolledStation } from '../../shared/sync/peopleApi.ts';
import { centralId } from '../database/metaRows.ts';
import type { Rows } from '../database/rows.ts';
import { audit, enrolmentCodes, stations } from '../database/schema.ts';
import { documentOf } from '../documents/documentRows.ts';
import {
  fingerprintOf,
  newEnrolmentCode,
  readEnrolmentCode,
  stationFingerprint,
} from './secrets.ts';
import { issueToken } from './tokenRows.ts';

const codeMinutes = 10;

export async function issueEnrolmentCode(
  rows: Rows,
  siteId: string,
  now: Date,
  actor = 'central',
): Promise<{ code: string; goodUntil: string; goodForSeconds: number } | null> {
  if (!(await documentOf(rows, 'sites', siteId))) return null;
  const longAgo = new Date(now.getTime() - 24 * 60 * 60_000);
  await rows.delete(enrolmentCodes).where(lt(enrolmentCodes.goodUntil, longAgo));
  const code = newEnrolmentCode();
  const goodUntil = new Date(now.getTime() + codeMinutes * 60_000);
  await rows
    .insert(enrolmentCodes)
    .values({ hash: fingerprintOf(readEnrolmentCode(code)), siteId, goodUntil });
  await record(rows, now, actor, 'issue enrolment code', siteId);
  return { code, goodUntil: goodUntil.toISOString(), goodForSeconds: codeMinutes * 60 };
}

export type EnrolRefusal = 'codeUnknown' | 'codeUsed' | 'codeExpired';

/** Spends a code once and for all and makes a station of whoever brought it. */
export async function enrolStation(
  rows: Rows,
  typedCode: string,
  name: string,
  now: Date,
): Promise<Result<EnrolledStation, EnrolRefusal>> {
  const hash = fingerprintOf(readEnrolmentCode(typedCode));
  const [spent] = await rows
    .update(enrolmentCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(enrolmentCodes.hash, hash),
        isNull(enrolmentCodes.usedAt),
        gt(enrolmentCodes.goodUntil, now),
      ),
    )
    .returning();
  if (!spent) {
    const [code] = await rows.select().from(enrolmentCodes).where(eq(enrolmentCodes.hash, hash));
    if (!code) return refuse('codeUnknown');
    return refuse(code.usedAt ? 'codeUsed' : 'codeExpired');
  }
  const stationId = StationId.parse(randomUUID());
  const siteId = SiteId.parse(spent.siteId);
  const site = await documentOf(rows, 'sites', siteId);
  await registerStation(rows, { stationId, siteId, name }, now);
  await record(rows, now, stationId, 'enrol', siteId);
  return accept({
    stationId,
    siteId,
    siteName: site?.name ?? siteId,
    token: await issueToken(rows, stationId, null, now),
    fingerprint: stationFingerprint(await centralId(rows), stationId),
  });
}

/** Makes a station known without a token: it signs and numbers, but cannot call. */
export async function registerStation(
  rows: Rows,
  station: { readonly stationId: string; readonly siteId: string; readonly name: string },
  now: Date,
): Promise<void> {
  const { stationId, siteId, name } = station;
  await rows
    .insert(stations)
    .values({ id: stationId, siteId, name, enrolledAt: now, lastHash: chainStart });
}

/** From now on every call of the station is refused. False: there is no such station. */
export async function revokeStation(
  rows: Rows,
  stationId: string,
  now: Date,
  { actor, reason }: { readonly actor: string; readonly reason: string | null },
): Promise<boolean> {
  const revoked = await rows
    .update(stations)
    // The first time counts: what was recorded before it counts still.
    .set({ revokedAt: sql`coalesce(${stations.revokedAt}, ${now.toISOString()}::timestamptz)` })
    .where(eq(stations.id, stationId))
    .returning({ id: stations.id });
  if (revoked.length > 0) await record(rows, now, actor, 'revoke station', stationId, { reason });
  return revoked.length > 0;
}

async function record(
  rows: Rows,
  at: Date,
  actor: string,
  verb: string,
  object: string,
  detail: object = {},
) {
  await rows.insert(audit).values({ at, actor, verb, object, detail });
}
