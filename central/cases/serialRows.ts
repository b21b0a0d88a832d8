import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from '../database/ask.ts';
import { grants, verdictIds } from '../database/ledgerSchema.ts';
import type { Rows } from '../database/rows.ts';
import { facts, refunds } from '../database/schema.ts';

/**
 * Cases that count one of these serials, however it is written, first those that were granted something;
 * goods that came without a case count where their arrival is linked to.
 */
export async function casesWithSerials(
  rows: Rows,
  serials: readonly string[],
): Promise<readonly string[]> {
  // Each looked up by itself: one look-up for all of them takes their number times that of the counts.
  const found = await ask(
    rows,
    sql`with counting as (
      select distinct coalesce(counted.case_id, link.case_id) as "caseId"
      from unnest(serials_of(jsonb_build_object('serials', ${JSON.stringify(serials)}::jsonb))) as serial
      cross join lateral (
        select case_id, arrival_id from facts
        where kind = 'unitsCounted' and serials_of(body) @> array[serial]) as counted
      left join facts as link
        on counted.case_id is null and link.kind = 'arrivalLinked' and link.arrival_id = counted.arrival_id
        and not exists (select from facts as undone
          where undone.kind = 'correction' and undone.body ->> 'corrects' = link.id)
      where coalesce(counted.case_id, link.case_id) is not null)
      select "caseId" from counting
      order by exists (select from ${grants} where ${grants.caseId} = "caseId") desc, "caseId"`,
    z.object({ caseId: z.string() }),
  );
  return found.map(({ caseId }) => caseId);
}

/** Cases that were granted something and have a record about one of these parcels taken back. */
export async function casesThatTookBack(
  rows: Rows,
  arrivalIds: readonly string[],
): Promise<readonly string[]> {
  if (arrivalIds.length === 0) return [];
  const found = await rows
    .selectDistinct({ caseId: facts.caseId })
    .from(facts)
    .where(
      and(
        inArray(facts.arrivalId, [...arrivalIds]),
        eq(facts.kind, 'correction'),
        sql`exists (select from ${grants} where ${grants.caseId} = ${facts.caseId})`,
      ),
    );
  return found.flatMap(({ caseId }) => caseId ?? []);
}

/** Which of these ids no new verdict or decision may bear: a verdict, a fact or a refund has it. */
export async function takenVerdictIds(
  rows: Rows,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const all = [...new Set(ids)];
  const found = [
    ...(await rows
      .select({ id: verdictIds.id })
      .from(verdictIds)
      .where(inArray(verdictIds.id, all))),
    ...(await rows.select({ id: facts.id }).from(facts).where(inArray(facts.id, all))),
    ...(await rows.select({ id: refunds.id }).from(refunds).where(inArray(refunds.id, all))),
  ];
  return found.map(({ id }) => id);
}
