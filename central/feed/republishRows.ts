import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from '../database/ask.ts';
import { grants, ledgerEntries } from '../database/ledgerSchema.ts';
import type { Rows } from '../database/rows.ts';
import { changes, documents, facts, refunds } from '../database/schema.ts';
import { appendChanges } from './changeRows.ts';

const Entity = z.object({
  collection: z.enum(['cases', 'facts', 'refunds', 'grants']),
  id: z.string(),
});
const texts = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::text[])`;

/**
 * Something new is said about cases, by name or by the arrivals linked to them. Those their stations
 * evicted come back whole. Within the transaction that says it.
 */
export async function republish(
  rows: Rows,
  siteId: string,
  named: { readonly caseIds: readonly string[]; readonly arrivalIds: readonly string[] },
): Promise<void> {
  if (named.caseIds.length + named.arrivalIds.length === 0) return;
  const left = await ask(
    rows,
    sql`select feed.id from ${changes} as feed
      join ${documents} as paper on paper.collection = 'cases' and paper.id = feed.id
        and ${siteId} = any(paper.site_ids)
      where feed.site_id = ${siteId} and feed.collection = 'cases' and feed.gone
        and feed.id = any(array(
          select unnest(${sql.param([...named.caseIds])}::text[]) union
          select case_id from ${facts}
          where kind = 'arrivalLinked' and arrival_id = ${texts(named.arrivalIds)}))`,
    z.object({ id: z.string() }),
  );
  await tellWhole(
    rows,
    siteId,
    left.map(({ id }) => id),
  );
}

/** These cases to a site that has nothing of them: with all that was recorded and decided, wherever. */
export async function tellWhole(
  rows: Rows,
  siteId: string,
  caseIds: readonly string[],
): Promise<void> {
  if (caseIds.length === 0) return;
  const ids = texts(caseIds);
  const entities = await ask(
    rows,
    sql`select 'cases' as collection, id from ${documents} where collection = 'cases' and id = ${ids}
      union all select 'refunds', id from ${refunds} where case_id = ${ids}
      union all select 'grants', id from ${grants} where case_id = ${ids}
      union select 'grants', entry.grant_id from ${documents} as paper
        cross join jsonb_array_elements(paper.body -> 'lines') as line
        join ${ledgerEntries} as entry on entry.order_line_id = line ->> 'orderLineId'
        where paper.collection = 'cases' and paper.id = ${ids}
      union all select 'facts', id from ${facts} where case_id = ${ids}
      union all select 'facts', blind.id from ${facts} as blind
        where blind.case_id is null and blind.arrival_id in (
          select arrival_id from ${facts} where kind = 'arrivalLinked' and case_id = ${ids})`,
    Entity,
  );
  await appendChanges(
    rows,
    entities.map((thing) => ({ siteId, ...thing })),
  );
}
