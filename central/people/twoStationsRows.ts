import { desc, inArray, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { plausibleTime } from '../../shared/deadlines/plausibleTime.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { ask } from '../database/ask.ts';
import type { Rows } from '../database/rows.ts';
import { audit, personMinutes, stations, twoStations } from '../database/schema.ts';
import { documentsOf } from '../documents/documentRows.ts';

const AtTwo = z.object({
  personId: z.string(),
  day: z.string(),
  stationId: z.string(),
  otherStationId: z.string(),
});
export type AtTwoStations = z.infer<typeof AtTwo>;

const minuteMs = 60_000;
/** What a station brings later than this is looked at no more. */
export const activityKeptMs = 45 * 24 * 60 * minuteMs;

/**
 * A badge is borrowed, or a key was copied, where one person records at a station, then at another,
 * and then at the first again within three minutes; or at two sites within half an hour. Whoever walks from one
 * station to the next and stays there does neither. It is told, and refuses nobody's work.
 * Returns what was not told yet that day.
 */
export async function noteActivity(
  rows: Rows,
  facts: readonly Fact[],
  now: Date,
): Promise<readonly AtTwoStations[]> {
  const spans = spansOf(facts, now);
  if (spans.length === 0) return [];
  await rows
    .insert(personMinutes)
    .values([...spans])
    .onConflictDoUpdate({
      target: [personMinutes.personId, personMinutes.minute, personMinutes.stationId],
      set: {
        fromAt: sql`least(${personMinutes.fromAt}, excluded.from_at)`,
        throughAt: sql`greatest(${personMinutes.throughAt}, excluded.through_at)`,
      },
    });
  const seen = await overlapping(rows, spans);
  if (seen.length === 0) return [];
  const fresh = await rows
    .insert(twoStations)
    .values(seen.map((one) => ({ ...one, seenAt: now })))
    .onConflictDoNothing()
    .returning();
  if (fresh.length === 0) return [];
  await rows.insert(audit).values(
    fresh.map(({ personId, stationId, otherStationId, day }) => ({
      at: now,
      actor: stationId,
      verb: 'active at two stations',
      object: personId,
      detail: { day, otherStationId },
    })),
  );
  return fresh.map(({ personId, day, stationId, otherStationId }) => ({
    personId,
    day,
    stationId,
    otherStationId,
  }));
}

type Span = typeof personMinutes.$inferInsert;

/** Only times central can believe: of a clock that is wrong nobody knows who was where. */
function spansOf(facts: readonly Fact[], now: Date): readonly Span[] {
  const spans = new Map<string, Span>();
  for (const { personId, stationId, siteId, at } of facts) {
    const { instant, doubt } = plausibleTime(at, now.toISOString());
    if (doubt === 'ahead' || doubt === 'behind') continue;
    const when = new Date(instant);
    const minute = new Date(when.getTime() - (when.getTime() % minuteMs));
    const key = `${personId} ${minute.getTime()} ${stationId}`;
    const known = spans.get(key);
    spans.set(key, {
      personId,
      stationId,
      siteId,
      minute,
      fromAt: known && known.fromAt < when ? known.fromAt : when,
      throughAt: known && known.throughAt > when ? known.throughAt : when,
    });
  }
  return [...spans.values()];
}

async function overlapping(rows: Rows, spans: readonly Span[]): Promise<readonly AtTwoStations[]> {
  const values = sql.join(
    spans.map(
      ({ personId, stationId, siteId, minute }) =>
        sql`(${personId}::text, ${stationId}::text, ${siteId}::text, ${minute.toISOString()}::timestamptz)`,
    ),
    sql`, `,
  );
  return ask(
    rows,
    sql`
      select distinct person_id as "personId", to_char(minute at time zone 'UTC', 'YYYY-MM-DD') as day,
        least(station_id, other_id) as "stationId", greatest(station_id, other_id) as "otherStationId"
      from (
        select given.person_id, given.minute, given.station_id, given.site_id,
          other.station_id as other_id,
          bool_or(other.site_id <> given.site_id) as elsewhere,
          min(other.from_at) filter (where other.minute between given.minute - interval '1 minute' and given.minute + interval '1 minute') as other_from,
          max(other.through_at) filter (where other.minute between given.minute - interval '1 minute' and given.minute + interval '1 minute') as other_through
        from (values ${values}) as given (person_id, station_id, site_id, minute)
        join person_minutes other
          on other.person_id = given.person_id and other.station_id <> given.station_id
          and other.minute between given.minute - interval '30 minutes' and given.minute + interval '30 minutes'
        group by 1, 2, 3, 4, 5) as pair
      cross join lateral (
        select min(from_at) as own_from, max(through_at) as own_through
        from person_minutes own
        where own.person_id = pair.person_id and own.station_id = pair.station_id
          and own.minute between pair.minute - interval '1 minute' and pair.minute + interval '1 minute') as own
      where elsewhere or (other_from < own_through and other_through > own_from)`,
    AtTwo,
  );
}

export async function forgetActivityBefore(rows: Rows, before: Date): Promise<void> {
  await rows.delete(personMinutes).where(lt(personMinutes.minute, before));
}

/** For the register: the latest, with names. */
export async function latestAtTwo(
  rows: Rows,
  most: number,
): Promise<
  readonly { readonly day: string; readonly person: string; readonly stations: readonly string[] }[]
> {
  const found = await rows.select().from(twoStations).orderBy(desc(twoStations.seenAt)).limit(most);
  const people = await documentsOf(rows, 'people', [...new Set(found.map((f) => f.personId))]);
  const ids = [...new Set(found.flatMap((f) => [f.stationId, f.otherStationId]))];
  const named =
    ids.length === 0 ? [] : await rows.select().from(stations).where(inArray(stations.id, ids));
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  return found.map(({ day, personId, stationId, otherStationId }) => ({
    day,
    person: people.get(personId)?.name ?? personId,
    stations: [stationId, otherStationId].map((id) => nameOf.get(id) ?? id),
  }));
}
