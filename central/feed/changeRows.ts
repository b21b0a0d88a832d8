import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Collection } from '../../shared/sync/change.ts';
import { ask } from '../database/ask.ts';
import type { Rows } from '../database/rows.ts';
import { changes, documents, facts } from '../database/schema.ts';
import type { FeedPosition } from './cursor.ts';

export type ChangedEntity = {
  /** null: every site. */
  readonly siteId: string | null;
  readonly collection: Collection;
  readonly id: string;
  /** The site may not see it any more. */
  readonly gone?: boolean;
};

const everySite = '*';

/** Puts things at the end of the feed, departures before arrivals. */
export async function appendChanges(rows: Rows, entities: readonly ChangedEntity[]): Promise<void> {
  const byKey = new Map(
    entities.map((thing) => [
      `${thing.siteId ?? everySite} ${thing.collection} ${thing.id}`,
      {
        siteId: thing.siteId ?? everySite,
        collection: thing.collection,
        id: thing.id,
        gone: thing.gone ?? false,
      },
    ]),
  );
  const values = [...byKey.entries()]
    .sort(([a, { gone: x }], [b, { gone: y }]) => (x === y ? (a < b ? -1 : 1) : x ? -1 : 1))
    .map(([, value]) => value);
  if (values.length === 0) return;
  await rows.execute(sql`
    insert into ${changes} (site_id, collection, id, gone)
    select "siteId", collection, id, gone
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as thing("siteId" text, collection text, id text, gone boolean)
    on conflict (site_id, collection, id) do update
    set gone = excluded.gone, xid = pg_current_xact_id(), sequence = nextval('change_sequence')`);
}

const FeedRow = z.object({
  xid: z.string(),
  sequence: z.coerce.number(),
  collection: z.string(),
  id: z.string(),
  body: z.unknown(),
  /** Something follows it. */
  more: z.boolean(),
  /** Bytes of the page up to its end, about. */
  through: z.coerce.number(),
});
export type FeedRow = z.infer<typeof FeedRow>;

/** How many changes a site has not seen yet, about: it goes on while it is counted. */
export async function countChanges(
  rows: Rows,
  siteId: string,
  after: FeedPosition,
  within: SQL = sql`true`,
): Promise<number> {
  const [counted] = await ask(
    rows,
    sql`select count(*)::int as left from ${changes}
      where site_id in (${everySite}, ${siteId}) and ${within}
        and (xid, sequence) > (${after.xid}::xid8, ${after.sequence}::bigint)`,
    z.object({ left: z.number() }),
  );
  return counted?.left ?? 0;
}

/** A page is held in memory whole, here and at the station. */
export const mostBytesOfPage = 4 * 1024 * 1024;

/**
 * What a site has not seen yet, in commit order, a page of few bytes or one change; of what is
 * `within` only. Nothing at or above the oldest transaction still
 * running is shown: one of them may yet commit below what is visible now.
 */
export async function readChanges(
  rows: Rows,
  siteId: string,
  after: FeedPosition,
  limit: number,
  {
    mostBytes = mostBytesOfPage,
    within = sql`true`,
  }: { readonly mostBytes?: number; readonly within?: SQL } = {},
): Promise<readonly FeedRow[]> {
  const branch = (site: string) => sql`
    (select xid, sequence, collection, id, gone from ${changes}
     where site_id = ${site} and ${within}
       and (xid, sequence) > (${after.xid}::xid8, ${after.sequence}::bigint)
       and xid < pg_snapshot_xmin(pg_current_snapshot())
     order by xid, sequence limit ${limit + 1})`;
  // Not by `xid` as it is told, which is text: 1000 before 999, and what lies between was told twice.
  // A stored body of under two thousand bytes is not compressed: only larger ones are written out to be measured.
  return await rows.transaction(async (reading) => {
    // A database without statistics sorts all that is left for each page instead of reading along the index.
    await reading.execute(
      sql`select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
    );
    return await ask(
      reading,
      sql`select xid::text as xid, sequence, collection, id,
        case when gone then null
          when collection = 'facts' then jsonb_build_object('fact', body, 'acceptedAt',
            to_char(accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          else body end as body,
        place < total as more, through
      from (
        select *, sum(bytes) over (order by xid, sequence rows unbounded preceding) as through
        from (
          select feed.*, coalesce(fact.body, document.body) as body, fact.accepted_at,
            row_number() over (order by feed.xid, feed.sequence) as place,
            count(*) over () as total,
            case when feed.gone then 0
              when pg_column_size(coalesce(fact.body, document.body)) < 2000 then 2000
              else octet_length(coalesce(fact.body, document.body)::text) end as bytes
          from (select * from (${branch(everySite)} union all ${branch(siteId)}) as merged
                order by xid, sequence limit ${limit + 1}) as feed
          left join ${facts} as fact on feed.collection = 'facts' and fact.id = feed.id
          left join ${documents} as document
            on document.collection = feed.collection and document.id = feed.id
        ) as measured
      ) as page
      where place <= ${limit} and (place = 1 or through <= ${mostBytes})
      order by page.xid, page.sequence`,
      FeedRow,
    );
  });
}
