import { and, asc, eq, gt } from 'drizzle-orm';
import type { Rows } from '../database/openDatabase.ts';
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

/** What was put aside of a station, in the order it was recorded. */
export async function quarantinedAfter(
  rows: Rows,
  stationId: string,
  sequence: number,
  limit: number,
): Promise<readonly { readonly sequence: number; readonly command: unknown }[]> {
  const found = await rows
    .select({ sequence: commands.sequence, envelope: commands.envelope })
    .from(commands)
    .where(
      and(
        eq(commands.stationId, stationId),
        eq(commands.status, 'quarantined'),
        gt(commands.sequence, sequence),
      ),
    )
    .orderBy(asc(commands.sequence))
    .limit(limit);
  return found.map((row) => ({
    sequence: row.sequence ?? sequence,
    command: JSON.parse(row.envelope) as unknown,
  }));
}
