import { asc, eq } from 'drizzle-orm';
import { centralId } from '../database/metaRows.ts';
import type { Rows } from '../database/rows.ts';
import { stations } from '../database/schema.ts';
import { stationFingerprint } from './secrets.ts';

/** What a station says of itself with each request; null: one of an earlier version. */
export type StationTells = {
  readonly version: string;
  readonly sealed: number;
  /** How far its clock is ahead of ours; null: it does not say. */
  readonly clockSkewMs: number | null;
};

export async function noteContact(
  rows: Rows,
  stationId: string,
  tells: StationTells | null,
  now: Date,
): Promise<void> {
  await rows
    .update(stations)
    .set({ lastContactAt: now, ...tells })
    .where(eq(stations.id, stationId));
}

/** Every station that was ever enrolled, for whoever runs central. */
export async function everyStation(rows: Rows) {
  const central = await centralId(rows);
  const found = await rows
    .select()
    .from(stations)
    .orderBy(asc(stations.siteId), asc(stations.name));
  return found.map((one) => ({
    id: one.id,
    name: one.name,
    siteId: one.siteId,
    fingerprint: stationFingerprint(central, one.id),
    enrolledAt: one.enrolledAt.toISOString(),
    revokedAt: one.revokedAt?.toISOString() ?? null,
    lastContactAt: one.lastContactAt?.toISOString() ?? null,
    version: one.version,
    /** As of its last contact. */
    unsent: one.sealed === null ? null : Math.max(0, one.sealed - one.lastSequence),
    clockSkewMs: one.clockSkewMs,
    hasProvedKey: one.proofKey !== null,
  }));
}
