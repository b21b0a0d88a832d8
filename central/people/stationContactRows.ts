import { and, asc, count, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { centralId } from '../database/metaRows.ts';
import type { Rows } from '../database/rows.ts';
import { stationGaps, stations } from '../database/schema.ts';
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

type Page = { readonly cursor: string | null; readonly limit: number };

/** Stations that were ever enrolled, by site and name, behind the one a cursor names. */
export async function stationsPage(rows: Rows, { cursor, limit }: Page) {
  const central = await centralId(rows);
  const place = sql`(${stations.siteId}, ${stations.name}, ${stations.id})`;
  const found = await rows
    .select()
    .from(stations)
    .where(
      cursor === null
        ? undefined
        : sql`${place} > (select site_id, name, id from ${stations} as before where before.id = ${cursor})`,
    )
    .orderBy(asc(stations.siteId), asc(stations.name), asc(stations.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  return {
    stations: shown.map((one) => asAdministratorsSee(one, central)),
    cursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function asAdministratorsSee(one: typeof stations.$inferSelect, central: string) {
  return {
    id: one.id,
    name: one.name,
    siteId: one.siteId,
    fingerprint: stationFingerprint(central, one.id),
    enrolledAt: one.enrolledAt.toISOString(),
    revokedAt: one.revokedAt?.toISOString() ?? null,
    lastContactAt: one.lastContactAt?.toISOString() ?? null,
    version: one.version,
    unsent: unsentOf(one),
    clockSkewMs: one.clockSkewMs,
    hasProvedKey: one.proofKey !== null,
  };
}

/** The others of a site that are let in, those heard from longest ago first. */
export async function otherStationsOf(
  rows: Rows,
  { siteId, stationId }: { readonly siteId: string; readonly stationId: string },
  limit: number,
) {
  const isOther = and(
    eq(stations.siteId, siteId),
    ne(stations.id, stationId),
    isNull(stations.revokedAt),
  );
  const [all] = await rows.select({ all: count() }).from(stations).where(isOther);
  const found = await rows
    .select()
    .from(stations)
    .where(isOther)
    .orderBy(...longestAgo)
    .limit(limit);
  return {
    stations: found.map((one) => ({
      id: one.id,
      name: one.name,
      lastContactAt: one.lastContactAt?.toISOString() ?? null,
      unsent: unsentOf(one),
    })),
    more: (all?.all ?? 0) - found.length,
  };
}

const longestAgo = [sql`${stations.lastContactAt} asc nulls first`, asc(stations.name)] as const;

/** As of its last contact; null: it never said. */
function unsentOf(one: { readonly sealed: number | null; readonly lastSequence: number }) {
  return one.sealed === null ? null : Math.max(0, one.sealed - one.lastSequence);
}

/** Stations that are let in, those heard from longest ago first. */
export async function stationsToday(rows: Rows, limit: number) {
  const isIn = isNull(stations.revokedAt);
  const [all] = await rows.select({ all: count() }).from(stations).where(isIn);
  const found = await rows
    .select()
    .from(stations)
    .where(isIn)
    .orderBy(...longestAgo)
    .limit(limit);
  const ids = found.map(({ id }) => id);
  const gaps = new Map(
    ids.length === 0
      ? []
      : (
          await rows
            .select({ id: stationGaps.stationId, from: stationGaps.sequence })
            .from(stationGaps)
            .innerJoin(
              stations,
              and(
                eq(stations.id, stationGaps.stationId),
                eq(sql`${stations.lastSequence} + 1`, stationGaps.sequence),
              ),
            )
            .where(and(isNull(stationGaps.steppedOverAt), inArray(stationGaps.stationId, ids)))
        ).map(({ id, from }) => [id, from]),
  );
  return {
    all: all?.all ?? 0,
    found: found.map((one) => ({
      id: one.id,
      name: one.name,
      siteId: one.siteId,
      lastContactAt: one.lastContactAt?.toISOString() ?? null,
      unsent: unsentOf(one),
      version: one.version,
      skewMs: one.clockSkewMs,
      waitsFrom: gaps.get(one.id) ?? null,
    })),
  };
}
