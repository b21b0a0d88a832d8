import { and, inArray, sql } from 'drizzle-orm';
import type { Fact } from '../../shared/facts/fact.ts';
import { lockEntities } from '../database/lockRows.ts';
import type { Rows } from '../database/rows.ts';
import { facts } from '../database/schema.ts';
import { arrivalNamedBy } from './factsOfCase.ts';

/** Of goods that corrections are about: their arrivals, the cases they are in, and what is in them. */
type GoodsAsked = {
  readonly arrivals: readonly string[];
  readonly owners: readonly string[];
  readonly inThem: readonly { readonly body: Fact; readonly acceptedAt: Date }[];
};

/** Locked until the transaction ends, so that nobody counts or inspects what is taken back meanwhile. */
export async function lockGoodsTakenBack(rows: Rows, asked: readonly Fact[]): Promise<GoodsAsked> {
  const ids = asked.flatMap((fact) => (fact.kind === 'correction' ? [fact.corrects] : []));
  if (ids.length === 0) return { arrivals: [], owners: [], inThem: [] };
  const stored = await rows
    .select({ body: facts.body })
    .from(facts)
    .where(sql`${facts.id} = any(${sql.param(ids)}::text[])`);
  const sent = asked.filter((fact) => ids.some((id) => id === fact.id));
  const named = [...stored.map(({ body }) => body), ...sent].flatMap(
    (f) => arrivalNamedBy(f) ?? [],
  );
  const arrivals = [...new Set(named)];
  if (arrivals.length === 0) return { arrivals: [], owners: [], inThem: [] };
  await lockEntities(rows, arrivals);
  const inThem = await rows
    .select({ body: facts.body, acceptedAt: facts.acceptedAt })
    .from(facts)
    .where(
      and(
        sql`${facts.arrivalId} = any(${sql.param(arrivals)}::text[])`,
        inArray(facts.kind, ['unitsCounted', 'held', 'arrivalLinked']),
      ),
    );
  const owners = [
    ...new Set(inThem.flatMap(({ body }) => (body.kind === 'arrivalLinked' ? [body.caseId] : []))),
  ];
  await lockEntities(rows, owners);
  return { arrivals, owners, inThem };
}
