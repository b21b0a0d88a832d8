import { and, eq, inArray, sql } from 'drizzle-orm';
import type { FactOf } from '../../shared/facts/fact.ts';
import { grants, verdictIds } from '../database/ledgerSchema.ts';
import type { Rows } from '../database/rows.ts';
import { facts, refunds } from '../database/schema.ts';

/** Every count, of any case, that brings one of these serials, however it is written. */
export async function countsWithSerials(
  rows: Rows,
  serials: readonly string[],
): Promise<readonly FactOf<'unitsCounted'>[]> {
  // Each looked up by itself: one look-up for all of them takes their number times that of the counts.
  const found = await rows
    .select({ body: facts.body })
    .from(facts)
    .where(
      sql`${facts.id} in (
        select counted.id
        from unnest(serials_of(jsonb_build_object('serials', ${JSON.stringify(serials)}::jsonb))) as serial
        cross join lateral (
          select id from facts where kind = 'unitsCounted' and serials_of(body) @> array[serial]) as counted)`,
    );
  return found.flatMap(({ body }) => (body.kind === 'unitsCounted' ? [body] : []));
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
