import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { Fact } from '../../shared/facts/fact.ts';
import { lockEntities } from '../database/lockRows.ts';
import type { Rows } from '../database/rows.ts';
import { facts } from '../database/schema.ts';
import { arrivalNamedBy } from './factsOfCase.ts';

/** Of what corrections take back: the records, the arrivals they are about, the cases those are in, and what is in them. */
type TakenBack = {
  /** By id, as far as they are known. */
  readonly targets: ReadonlyMap<string, Fact>;
  readonly arrivals: readonly string[];
  readonly owners: readonly string[];
  readonly inThem: readonly { readonly body: Fact; readonly acceptedAt: Date }[];
};

/** Locked until the transaction ends, so that nobody counts or inspects what is taken back meanwhile. */
export async function lockGoodsTakenBack(rows: Rows, asked: readonly Fact[]): Promise<TakenBack> {
  const ids = new Set<string>(
    asked.flatMap((fact) => (fact.kind === 'correction' ? [fact.corrects] : [])),
  );
  const nothing = { targets: new Map(), arrivals: [], owners: [], inThem: [] };
  if (ids.size === 0) return nothing;
  const stored = await rows
    .select({ body: facts.body })
    .from(facts)
    .where(sql`${facts.id} = ${among([...ids])}`);
  const sent = asked.filter((fact) => ids.has(fact.id));
  const targets = new Map([...sent, ...stored.map(({ body }) => body)].map((f) => [f.id, f]));
  const arrivals = [...new Set([...targets.values()].flatMap((f) => arrivalNamedBy(f) ?? []))];
  if (arrivals.length === 0) return { ...nothing, targets };
  await lockEntities(rows, arrivals);
  const emptied = [...targets.values()].flatMap((f) => (f.kind === 'arrival' ? f.arrivalId : []));
  const inThem = await rows
    .select({ body: facts.body, acceptedAt: facts.acceptedAt })
    .from(facts)
    .where(
      or(
        and(sql`${facts.arrivalId} = ${among(arrivals)}`, eq(facts.kind, 'arrivalLinked')),
        // What an arrival is taken back under.
        and(
          sql`${facts.arrivalId} = ${among(emptied)}`,
          inArray(facts.kind, ['unitsCounted', 'held']),
        ),
      ),
    );
  const owners = [
    ...new Set(inThem.flatMap(({ body }) => (body.kind === 'arrivalLinked' ? [body.caseId] : []))),
  ];
  await lockEntities(rows, owners);
  return { targets, arrivals, owners, inThem };
}

function among(ids: readonly string[]) {
  return sql`any(${sql.param([...ids])}::text[])`;
}
