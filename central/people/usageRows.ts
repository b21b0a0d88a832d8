import { count, eq, inArray, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from '../database/ask.ts';
import type { Rows } from '../database/rows.ts';
import { openUploads, stationUsage } from '../database/schema.ts';
import { hourOf, type Usage } from './quotas.ts';

const sum = (column: typeof stationUsage.commandBytes | typeof stationUsage.photoBytes) =>
  sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);

/** What a station brought in this hour, and ever. */
export async function usageOf(rows: Rows, stationId: string, now: Date): Promise<Usage> {
  const found = await rows
    .select({
      isNow: sql<boolean>`${stationUsage.hour} = ${hourOf(now).toISOString()}::timestamptz`,
      commandBytes: sum(stationUsage.commandBytes),
      photoBytes: sum(stationUsage.photoBytes),
    })
    .from(stationUsage)
    .where(eq(stationUsage.stationId, stationId))
    .groupBy(sql`1`);
  const nothing = { commandBytes: 0, photoBytes: 0 };
  const thisHour = found.find(({ isNow }) => isNow) ?? nothing;
  const before = found.find(({ isNow }) => !isNow) ?? nothing;
  return {
    thisHour,
    inAll: {
      commandBytes: thisHour.commandBytes + before.commandBytes,
      photoBytes: thisHour.photoBytes + before.photoBytes,
    },
  };
}

export async function addUsage(
  rows: Rows,
  stationId: string,
  added: { readonly commandBytes?: number; readonly photoBytes?: number },
  now: Date,
): Promise<void> {
  const { commandBytes = 0, photoBytes = 0 } = added;
  if (commandBytes + photoBytes === 0) return;
  await rows
    .insert(stationUsage)
    .values({ stationId, hour: hourOf(now), commandBytes, photoBytes })
    .onConflictDoUpdate({
      target: [stationUsage.stationId, stationUsage.hour],
      set: {
        commandBytes: sql`${stationUsage.commandBytes} + excluded.command_bytes`,
        photoBytes: sql`${stationUsage.photoBytes} + excluded.photo_bytes`,
      },
    });
}

/** Hours that are over count only in all: one row for them. */
export async function foldUsage(rows: Rows, before: Date): Promise<void> {
  const longAgo = new Date(0);
  const hour = before.toISOString();
  await rows.execute(sql`
    with over as (
      delete from ${stationUsage}
      where hour > ${longAgo.toISOString()}::timestamptz and hour < ${hour}::timestamptz
      returning station_id, command_bytes, photo_bytes)
    insert into ${stationUsage} (station_id, hour, command_bytes, photo_bytes)
    select station_id, ${longAgo.toISOString()}::timestamptz, sum(command_bytes), sum(photo_bytes)
    from over group by station_id
    on conflict (station_id, hour) do update
    set command_bytes = ${stationUsage.commandBytes} + excluded.command_bytes,
      photo_bytes = ${stationUsage.photoBytes} + excluded.photo_bytes`);
}

/** For the metrics: by station. */
export async function usageByStation(
  rows: Rows,
): Promise<
  readonly { stationId: string; commandBytes: number; photoBytes: number; openUploads: number }[]
> {
  return ask(
    rows,
    sql`select station_id as "stationId", sum(command_bytes)::float8 as "commandBytes",
        sum(photo_bytes)::float8 as "photoBytes",
        (select count(*)::int from ${openUploads} as open
          where open.station_id = ${stationUsage}.station_id) as "openUploads"
      from ${stationUsage} group by station_id order by station_id`,
    z.object({
      stationId: z.string(),
      commandBytes: z.number(),
      photoBytes: z.number(),
      openUploads: z.number(),
    }),
  );
}

export async function countOpenUploads(rows: Rows, stationId: string): Promise<number> {
  const [found] = await rows
    .select({ open: count() })
    .from(openUploads)
    .where(eq(openUploads.stationId, stationId));
  return found?.open ?? 0;
}

export async function noteUpload(
  rows: Rows,
  upload: { readonly id: string; readonly stationId: string },
  now: Date,
): Promise<void> {
  await rows
    .insert(openUploads)
    .values({ ...upload, begunAt: now })
    .onConflictDoNothing();
}

export async function forgetUploads(rows: Rows, ids: readonly string[]): Promise<void> {
  await rows.delete(openUploads).where(inArray(openUploads.id, [...ids]));
}

export async function forgetUploadsBefore(rows: Rows, before: Date): Promise<void> {
  await rows.delete(openUploads).where(lt(openUploads.begunAt, before));
}
