import { and, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { rmaReaderOf } from '../../shared/barcodes/rma/rmaForm.ts';
import { rmaNamesOf } from '../../shared/barcodes/rma/rmaNumber.ts';
import { ask } from '../database/ask.ts';
import type { Rows } from '../database/rows.ts';
import { changes, documents, facts, refunds } from '../database/schema.ts';
import { documentOf } from '../documents/documentRows.ts';

const Candidate = z.object({ id: z.string(), siteId: z.string() });
export type SiteCase = z.infer<typeof Candidate>;

const idOf = Candidate.pick({ id: true });
const texts = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::text[])`;

/**
 * Cases stations still have that may be finished for good: with a decision, a refund, a denial or a
 * cancellation, and nothing recorded since `quietSince`. In the order of their ids.
 */
export async function finishedCases(
  rows: Rows,
  after: string,
  quietSince: Date,
  limit: number,
): Promise<readonly SiteCase[]> {
  return ask(
    rows,
    sql`select paper.id, feed.site_id as "siteId"
      from ${documents} as paper
      join ${changes} as feed
        on feed.collection = 'cases' and feed.id = paper.id and not feed.gone
      where paper.collection = 'cases' and paper.id > ${after}
        and (jsonb_typeof(paper.body->'cancelled') = 'object'
          or paper.body#>>'{review,outcome}' = 'denied'
          or exists (select from ${refunds} as refund where refund.case_id = paper.id)
          or exists (select from ${facts} as fact
            where fact.case_id = paper.id and fact.kind = 'verdictDecided'))
        and not exists (select from ${facts} as fact
          where fact.case_id = paper.id and fact.accepted_at >= ${quietSince.toISOString()}::timestamptz)
      order by paper.id limit ${limit}`,
    Candidate,
  );
}

/** When central accepted the last fact naming each of these cases. */
export async function lastAcceptedIn(
  rows: Rows,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await ask(
    rows,
    sql`select case_id as id,
        to_char(max(accepted_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from ${facts} where case_id = ${texts(caseIds)} group by case_id`,
    z.object({ id: z.string(), at: z.string() }),
  );
  return new Map(found.map(({ id, at }) => [id, at]));
}

/** Takes entities out of the feed, with no tombstone: stations evict them together with their case. */
export async function dropWithoutTombstone(
  rows: Rows,
  collection: 'facts' | 'refunds' | 'grants',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await rows
    .delete(changes)
    .where(and(sql`${changes.collection} = ${collection}`, inArray(changes.id, [...ids])));
}

/** The case of a site under this id or RMA number, however a label writes it; null for none. */
export async function caseNamed(rows: Rows, siteId: string, name: string): Promise<string | null> {
  const site = await documentOf(rows, 'sites', siteId);
  const numbers = sql`${sql.param([...rmaNamesOf(name, rmaReaderOf(site?.rma))])}::text[]`;
  const [found] = await ask(
    rows,
    sql`select id from (
        select id, site_ids, 0 as choice from ${documents} where collection = 'cases' and id = ${name}
        union all
        select id, site_ids, array_position(${numbers}, body->>'rma') from ${documents}
        where collection = 'cases' and body->>'rma' = any(${numbers})) as named
      where ${siteId} = any(site_ids) order by choice limit 1`,
    idOf,
  );
  return found?.id ?? null;
}
