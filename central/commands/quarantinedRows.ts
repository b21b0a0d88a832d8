import { and, asc, count, eq, gt, sql } from 'drizzle-orm';
import type { Rows } from '../database/rows.ts';
import { commands, stations } from '../database/schema.ts';

/** Stations some of whose commands nobody could read. */
export async function stationsWithQuarantined(
  rows: Rows,
): Promise<readonly { readonly stationId: string; readonly siteId: string }[]> {
  return rows
    .selectDistinct({ stationId: stations.id, siteId: stations.siteId })
    .from(commands)
    .innerJoin(stations, eq(stations.id, commands.stationId))
    .where(eq(commands.status, 'quarantined'));
}

/** One page is held in memory whole. */
const bytesAtOnce = 4 * 1024 * 1024;

const ofStation = (stationId: string) =>
  and(eq(commands.stationId, stationId), eq(commands.status, 'quarantined'));

/** What was put aside of a station, in the order it was recorded: a page of few bytes, one at least. */
export async function quarantinedAfter(
  rows: Rows,
  stationId: string,
  sequence: number,
  limit: number,
): Promise<readonly { readonly sequence: number; readonly command: unknown }[]> {
  const sizes = await rows
    .select({
      sequence: commands.sequence,
      bytes: sql<number>`octet_length(${commands.envelope})`.mapWith(Number),
    })
    .from(commands)
    .where(and(ofStation(stationId), gt(commands.sequence, sequence)))
    .orderBy(asc(commands.sequence))
    .limit(limit);
  let bytes = 0;
  const fitting = sizes.filter((one, place) => {
    bytes += one.bytes;
    return place === 0 || bytes <= bytesAtOnce;
  });
  const through = fitting.at(-1)?.sequence;
  if (through === undefined || through === null) return [];
  const found = await rows
    .select({ sequence: commands.sequence, envelope: commands.envelope })
    .from(commands)
    .where(
      and(
        ofStation(stationId),
        gt(commands.sequence, sequence),
        sql`${commands.sequence} <= ${through}`,
      ),
    )
    .orderBy(asc(commands.sequence));
  return found.map((row) => ({
    sequence: row.sequence ?? sequence,
    command: JSON.parse(row.envelope) as unknown,
  }));
}

/** How much of a station was put aside unread. */
export async function putAsideOf(
  rows: Rows,
  stationId: string,
): Promise<{ readonly rows: number; readonly bytes: number }> {
  const [found] = await rows
    .select({
      rows: count(),
      bytes: sql`coalesce(sum(octet_length(${commands.envelope})), 0)`.mapWith(Number),
    })
    .from(commands)
    .where(ofStation(stationId));
  return found ?? { rows: 0, bytes: 0 };
}
