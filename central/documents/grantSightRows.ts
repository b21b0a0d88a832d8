/** Who must see what was granted: every site with a case that draws on the same order line. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from '../database/ask.ts';
import { ledgerEntries } from '../database/ledgerSchema.ts';
import type { Rows } from '../database/rows.ts';
import { changes, documents } from '../database/schema.ts';
import type { ChangedEntity } from '../feed/changeRows.ts';

const texts = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::text[])`;

/**
 * Pairs of an order line and a case that draws on it. Each line is looked up by itself, through the
 * index: joined freely, a database without statistics holds every line against every case.
 */
export function casesDrawingOn(lines: SQL): SQL {
  return sql`select line.id as order_line_id, drawn.id as case_id from (${lines}) as line
    cross join lateral (
      select paper.id from ${documents} as paper where paper.collection = 'cases'
        and paper.body -> 'lines' @> jsonb_build_array(jsonb_build_object('orderLineId', line.id))
      offset 0
    ) as drawn`;
}

const Sites = z.object({ orderLineId: z.string(), siteIds: z.array(z.string()) });

/** The sites where cases drawing on these order lines are. */
export async function sitesDrawingOn(
  rows: Rows,
  orderLineIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (orderLineIds.length === 0) return new Map();
  const found = await ask(
    rows,
    sql`with drawing as materialized (
        ${casesDrawingOn(sql`select unnest(${sql.param([...new Set(orderLineIds)])}::text[]) as id`)}
      )
      select drawing.order_line_id as "orderLineId", array_agg(distinct feed.site_id) as "siteIds"
      from drawing join ${changes} as feed
        on feed.collection = 'cases' and feed.id = drawing.case_id and not feed.gone
      group by 1`,
    Sites,
  );
  return new Map(found.map(({ orderLineId, siteIds }) => [orderLineId, siteIds]));
}

const Change = z.object({ siteId: z.string(), id: z.string() });

/**
 * Grants that a site must see, and the feed does not tell it yet, because a case of it draws on the
 * same order lines.
 */
export async function grantsToTell(
  rows: Rows,
  siteId: string,
  orderLineIds: readonly string[],
): Promise<readonly ChangedEntity[]> {
  if (orderLineIds.length === 0) return [];
  const found = await ask(
    rows,
    sql`update ${documents} as document set site_ids =
          (select array_agg(distinct site) from unnest(document.site_ids || ${siteId}::text) as site)
        where collection = 'grants' and id in (
          select entry.grant_id from ${ledgerEntries} as entry
          where entry.order_line_id = ${texts(orderLineIds)}
            and not exists (select from ${changes} as feed
              where feed.site_id = ${siteId} and feed.collection = 'grants' and feed.id = entry.grant_id))
        returning ${siteId}::text as "siteId", id`,
    Change,
  );
  return found.map((one) => ({ ...one, collection: 'grants' as const }));
}

/** Of grants whose case leaves the stations: those another case that stays there draws on as well. */
export async function grantsStillNeeded(
  rows: Rows,
  grantIds: readonly string[],
  leaving: readonly string[],
): Promise<readonly ChangedEntity[]> {
  if (grantIds.length === 0) return [];
  const found = await ask(
    rows,
    sql`with entered as materialized (
        select grant_id, order_line_id from ${ledgerEntries} where grant_id = ${texts(grantIds)}
      ), drawing as materialized (
        ${casesDrawingOn(sql`select distinct order_line_id as id from entered`)}
      )
      select distinct feed.site_id as "siteId", entered.grant_id as id
      from entered join drawing on drawing.order_line_id = entered.order_line_id
      join ${changes} as feed
        on feed.collection = 'cases' and feed.id = drawing.case_id and not feed.gone
      where not drawing.case_id = ${texts(leaving)}`,
    Change,
  );
  return found.map((one) => ({ ...one, collection: 'grants' as const }));
}

/** Which of these cases their stations have. */
export async function casesAtStations(
  rows: Rows,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await ask(
    rows,
    sql`select id from ${changes}
      where collection = 'cases' and not gone and id = ${texts(caseIds)}`,
    Change.pick({ id: true }),
  );
  return new Set(found.map(({ id }) => id));
}
