import { type SQL, sql } from 'drizzle-orm';
import type { Fact, FactOf } from '../../shared/facts/fact.ts';
import { sumQuantities } from '../../shared/facts/quantity.ts';
import type { Rows } from '../database/rows.ts';
import { facts } from '../database/schema.ts';
import { among, type Stored, standing, stored } from './storedFactRows.ts';

/**
 * Findings that what is taken back would leave without ground, and one finding that stands where it is asked
 * whether anything was found. One that is taken back in the same go says nothing.
 */
export async function dependentsOf(
  rows: Rows,
  inThem: SQL,
  asked: readonly Fact[],
  { targets, counted }: { readonly targets: readonly Fact[]; readonly counted: readonly Stored[] },
): Promise<readonly Stored[]> {
  const found = sql`${inThem} and ${facts.kind} = 'finding' and ${standing}
    and ${facts.id} <> all(${sql.param(targets.map(({ id }) => id))}::text[])`;
  const wantsAny = asked.some(({ kind }) => kind === 'inspectionStarted');
  const begun = targets.flatMap((f) => (f.kind === 'inspectionStarted' ? [f.inspectionId] : []));
  return [
    ...(wantsAny ? await oneFor(rows, found, facts.caseId) : []),
    ...(begun.length === 0
      ? []
      : await oneFor(
          rows,
          sql`${found} and ${facts.body} ->> 'inspectionId' = ${among(begun)}`,
          sql`${facts.body} ->> 'inspectionId'`,
        )),
    ...(await findingsAboutMore(rows, found, { targets, counted })),
  ];
}

function oneFor(
  rows: Rows,
  which: SQL,
  each: SQL | typeof facts.caseId,
): Promise<readonly Stored[]> {
  return rows
    .selectDistinctOn([each], { body: facts.body, acceptedAt: facts.acceptedAt })
    .from(facts)
    .where(which)
    .orderBy(each);
}

/** About more units than stay in their group, or about a serial that goes. */
async function findingsAboutMore(
  rows: Rows,
  found: SQL,
  { targets, counted }: { readonly targets: readonly Fact[]; readonly counted: readonly Stored[] },
): Promise<readonly Stored[]> {
  const counts = targets.filter((f): f is FactOf<'unitsCounted'> => f.kind === 'unitsCounted');
  if (counts.length === 0) return [];
  const groups = [...new Set(counts.map(({ unitGroupId }) => unitGroupId))];
  const most = sql`greatest((${facts.body} ->> 'quantity')::numeric,
    (select max((span ->> 'to')::numeric) from jsonb_array_elements(${facts.body} -> 'units') as span))`;
  const all: Stored[] = [];
  for (const unitGroupId of groups) {
    const own = counts.filter((count) => count.unitGroupId === unitGroupId);
    const serials = own.flatMap((count) => count.serials);
    // Of a group with serials it is not known yet what stays: a serial counts once in its case.
    const stays = own.some((count) => count.serials.length > 0) ? 0 : restOf(unitGroupId, counted);
    all.push(
      ...(await stored(
        rows,
        sql`${found} and ${facts.body} ->> 'unitGroupId' = ${unitGroupId}
          and (${most} > ${stays}::numeric or ${facts.body} -> 'serials' ?| ${sql.param(serials)}::text[])`,
      )),
    );
  }
  return all;
}

function restOf(unitGroupId: string, counted: readonly Stored[]): number {
  return sumQuantities(
    counted.flatMap(({ body }) =>
      body.kind === 'unitsCounted' && body.unitGroupId === unitGroupId ? [body.quantity] : [],
    ),
  );
}
