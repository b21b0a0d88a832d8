import { and, asc, countDistinct, eq, gt, isNotNull, ne, sql } from 'drizzle-orm';
import type { Rows } from '../database/rows.ts';
import { facts } from '../database/schema.ts';

/** Cases with a final decision, in the order of their ids; `siteId` null asks about every site. */
export async function decidedCasesAfter(
  rows: Rows,
  asked: { readonly siteId: string | null; readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const found = await rows
    .selectDistinct({ caseId: facts.caseId })
    .from(facts)
    .where(and(finallyDecided(asked.siteId), gt(facts.caseId, asked.after ?? '')))
    .orderBy(asc(facts.caseId))
    .limit(asked.limit);
  return found.flatMap(({ caseId }) => caseId ?? []);
}

export async function countDecidedCases(rows: Rows, siteId: string | null): Promise<number> {
  const [found] = await rows
    .select({ cases: countDistinct(facts.caseId) })
    .from(facts)
    .where(finallyDecided(siteId));
  return found?.cases ?? 0;
}

function finallyDecided(siteId: string | null) {
  return and(
    eq(facts.kind, 'verdictDecided'),
    isNotNull(facts.caseId),
    ne(sql`${facts.body} ->> 'decision'`, 'sendBack'),
    siteId === null ? undefined : eq(sql`${facts.body} ->> 'siteId'`, siteId),
  );
}
