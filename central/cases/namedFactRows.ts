import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Rows } from '../database/rows.ts';
import { facts, factTallies } from '../database/schema.ts';
import type { NamingFact } from './caseBounds.ts';

type Stored = { readonly body: Fact; readonly acceptedAt: Date };
const asStored = { body: facts.body, acceptedAt: facts.acceptedAt };
const among = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::text[])`;

/** How many facts there are in each case, and of each arrival of goods without one. */
export async function placeSizes(
  rows: Rows,
  places: readonly string[],
): Promise<Map<string, number>> {
  if (places.length === 0) return new Map();
  const found = await rows
    .select({ place: factTallies.place, facts: factTallies.facts })
    .from(factTallies)
    .where(sql`${factTallies.place} = ${among(places)} and ${factTallies.unitGroupId} = ''`);
  return new Map(found.map(({ place, facts: size }) => [place, size]));
}

export async function casesWithLinks(
  rows: Rows,
  caseIds: readonly string[],
): Promise<readonly string[]> {
  if (caseIds.length === 0) return [];
  const found = await rows
    .selectDistinct({ caseId: facts.caseId })
    .from(facts)
    .where(sql`${facts.caseId} = ${among(caseIds)} and ${facts.kind} = 'arrivalLinked'`);
  return found.flatMap(({ caseId }) => caseId ?? []);
}

/**
 * Of cases without linked goods, what these facts are held against and no more, however much there is:
 * their groups, each as one count of what is counted, the inspections begun, and the findings and photos
 * they name. Counts with serials come one by one, since a serial counts once in its case.
 */
export async function factsNamed(
  rows: Rows,
  asked: readonly NamingFact[],
): Promise<readonly Stored[]> {
  if (asked.length === 0) return [];
  const caseIds = [...new Set(asked.flatMap(({ caseId }) => caseId ?? []))];
  const inThem = sql`${facts.caseId} = ${among(caseIds)}`;
  const photoIds = asked.flatMap((f) => (f.kind === 'photoAttached' ? [f.photoId] : []));
  const findingIds = asked.flatMap((f) => (f.kind === 'photoAttached' ? [f.findingId] : []));
  const found = [
    ...(await stored(
      rows,
      sql`${inThem} and ${facts.kind} = 'unitsCounted' and jsonb_array_length(${facts.body} -> 'serials') > 0`,
    )),
    ...(await inspectionsIn(rows, inThem)),
    ...(await ownFindings(rows, inThem, asked)),
    ...(photoIds.length === 0
      ? []
      : await stored(
          rows,
          sql`${facts.kind} = 'photoTaken' and ${facts.body} ->> 'photoId' = ${among(photoIds)}`,
        )),
    ...(findingIds.length === 0
      ? []
      : await stored(
          rows,
          sql`${facts.kind} = 'finding' and ${facts.body} ->> 'findingId' = ${among(findingIds)}`,
        )),
  ];
  return [
    ...(await groupsCounted(rows, asked)),
    ...found,
    ...(await correctionsOf(
      rows,
      found.map(({ body }) => body.id),
    )),
  ];
}

function stored(rows: Rows, which: SQL): Promise<readonly Stored[]> {
  return rows.select(asStored).from(facts).where(which);
}

/**
 * One count for each group, with all that its counts without serials that stand come to; where all were
 * taken back, one of them with its correction.
 */
async function groupsCounted(rows: Rows, asked: readonly NamingFact[]): Promise<readonly Stored[]> {
  const groups = asked.flatMap((fact) => {
    const unitGroupId = groupNamedBy(fact);
    return unitGroupId === null ? [] : [sql`(${fact.caseId}::text, ${unitGroupId}::text)`];
  });
  if (groups.length === 0) return [];
  const found = await rows
    .select({ ...asStored, counts: factTallies.facts, quantity: factTallies.quantity })
    .from(factTallies)
    .innerJoin(facts, eq(facts.id, factTallies.firstId))
    .where(
      sql`(${factTallies.place}, ${factTallies.unitGroupId}) in (${sql.join(groups, sql`, `)})`,
    );
  const undone = found.flatMap(({ body, counts }) => (counts === 0 ? [body.id] : []));
  const counted = found.flatMap(({ body, acceptedAt, counts, quantity }) =>
    body.kind === 'unitsCounted' && counts > 0
      ? [{ acceptedAt, body: { ...body, quantity } }]
      : [{ acceptedAt, body }],
  );
  return [...counted, ...(await correctionsOf(rows, undone))];
}

function groupNamedBy(fact: NamingFact): string | null {
  if (fact.kind === 'finding') return fact.unitGroupId;
  if (fact.kind !== 'photoTaken' || fact.subject.kind !== 'unitGroup') return null;
  return fact.subject.unitGroupId;
}

/** Without what finished ones name: it is as long as their case. */
async function inspectionsIn(rows: Rows, inThem: SQL): Promise<readonly Stored[]> {
  const begun = await stored(rows, sql`${inThem} and ${facts.kind} = 'inspectionStarted'`);
  if (begun.length === 0) return [];
  const finished = await rows
    .select({
      body: sql<Fact>`${facts.body} || '{"basis": []}'::jsonb`,
      acceptedAt: facts.acceptedAt,
    })
    .from(facts)
    .where(sql`${inThem} and ${facts.kind} = 'inspectionFinished'`);
  return [...begun, ...finished];
}

/** Of whoever finds something in a second inspection: one finding that stands in each one. */
async function ownFindings(
  rows: Rows,
  inThem: SQL,
  asked: readonly NamingFact[],
): Promise<readonly Stored[]> {
  const again = asked.filter((f) => f.kind === 'finding' && f.inspectionId !== undefined);
  if (again.length === 0) return [];
  const people = [...new Set(again.map(({ personId }) => personId))];
  const inspection = sql`coalesce(${facts.body} ->> 'inspectionId', '')`;
  return rows
    .selectDistinctOn([facts.caseId, facts.personId, inspection], asStored)
    .from(facts)
    .where(
      and(
        inThem,
        eq(facts.kind, 'finding'),
        inArray(facts.personId, people),
        sql`not exists (select from facts as undone
          where undone.kind = 'correction' and undone.body ->> 'corrects' = ${facts.id})`,
      ),
    )
    .orderBy(facts.caseId, facts.personId, inspection);
}

async function correctionsOf(rows: Rows, ids: readonly string[]): Promise<readonly Stored[]> {
  return ids.length === 0
    ? []
    : stored(
        rows,
        sql`${facts.kind} = 'correction' and ${facts.body} ->> 'corrects' = ${among(ids)}`,
      );
}
