import { createHash } from 'node:crypto';
import { and, eq, inArray, not, type SQL, sql } from 'drizzle-orm';
import type { Fact, FactOf } from '../../shared/facts/fact.ts';
import { sumQuantities } from '../../shared/facts/quantity.ts';
import { FactId } from '../../shared/ids.ts';
import type { Rows } from '../database/rows.ts';
import { facts } from '../database/schema.ts';
import { factTallies } from '../database/tallySchema.ts';
import { dependentsOf } from './dependentRows.ts';
import { among, asStored, correctionsOf, type Stored, standing, stored } from './storedFactRows.ts';

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
 * their groups, each as one count of what is counted, the inspections begun, the findings, photos and
 * holds they name, and what rests on what is taken back. Counts with serials come one by one, since a
 * serial counts once in its case.
 */
export async function factsNamed(
  rows: Rows,
  asked: readonly Fact[],
  takenBack: ReadonlyMap<string, Fact>,
): Promise<readonly Stored[]> {
  if (asked.length === 0) return [];
  const caseIds = [...new Set(asked.flatMap(({ caseId }) => caseId ?? []))];
  const inThem = sql`${facts.caseId} = ${among(caseIds)}`;
  const targets = asked.flatMap((f) =>
    f.kind === 'correction' ? (takenBack.get(f.corrects) ?? []) : [],
  );
  const ofGroups = [...asked, ...targets.filter(({ kind }) => kind === 'unitsCounted')];
  const groups = ofGroups.flatMap(groupNamedBy);
  const isOnlyPictured = ofGroups.every(
    ({ kind }) => kind !== 'finding' && kind !== 'unitsCounted',
  );
  const counted = await groupsCounted(rows, groups, targets);
  const named = await thingsNamed(rows, asked);
  const found = [
    ...(await countsOfSerials(rows, inThem, groups, isOnlyPictured)),
    ...(await inspectionsIn(rows, inThem, targets, picturesMarked(asked, named))),
    ...(await ownFindings(rows, inThem, asked, targets)),
    ...named,
    ...(await dependentsOf(rows, inThem, asked, { targets, counted })),
  ];
  const heldIds = asked.flatMap((f) => (f.kind === 'released' ? [f.heldFactId] : []));
  const undoable = [...found, ...targets.map((body) => ({ body }))].map(({ body }) => body.id);
  return [
    ...counted,
    ...found,
    ...(await correctionsOf(rows, [...undoable, ...heldIds])),
    ...(await releasesOf(rows, inThem, heldIds)),
  ];
}

/** The photos and findings that are joined, and the photos that are marked. */
async function thingsNamed(rows: Rows, asked: readonly Fact[]): Promise<readonly Stored[]> {
  const joined = asked.filter((f) => f.kind === 'photoAttached');
  const marked = asked.filter((f) => f.kind === 'photoAnnotated');
  if (joined.length + marked.length === 0) return [];
  const [photoIds, findingIds] = [
    [...joined, ...marked].map(({ photoId }) => photoId),
    joined.map(({ findingId }) => findingId),
  ];
  return [
    ...(await stored(
      rows,
      sql`${facts.kind} = 'photoTaken' and ${facts.body} ->> 'photoId' = ${among(photoIds)}`,
    )),
    ...(await stored(
      rows,
      sql`${facts.kind} = 'finding' and ${facts.body} ->> 'findingId' = ${among(findingIds)}`,
    )),
  ];
}

/** Which of these records are the pictures that are drawn on. */
function picturesMarked(asked: readonly Fact[], named: readonly Stored[]): readonly Fact[] {
  const marked = new Set(asked.flatMap((f) => (f.kind === 'photoAnnotated' ? [f.photoId] : [])));
  return named.flatMap(({ body }) =>
    body.kind === 'photoTaken' && marked.has(body.photoId) ? [body] : [],
  );
}

/** Of groups that are only pictured, one that stands: there are some. */
async function countsOfSerials(
  rows: Rows,
  inThem: SQL,
  groups: readonly Group[],
  isOnlyPictured: boolean,
): Promise<readonly Stored[]> {
  if (groups.length === 0) return [];
  const withSerials = sql`${inThem} and ${facts.kind} = 'unitsCounted'
    and jsonb_array_length(${facts.body} -> 'serials') > 0`;
  if (!isOnlyPictured) return stored(rows, withSerials);
  const group = sql`${facts.body} ->> 'unitGroupId'`;
  const named = among(groups.map(({ unitGroupId }) => unitGroupId));
  return rows
    .selectDistinctOn([facts.caseId, group], asStored)
    .from(facts)
    .where(sql`${withSerials} and ${group} = ${named} and ${standing}`)
    .orderBy(facts.caseId, group);
}

async function releasesOf(rows: Rows, inThem: SQL, heldIds: readonly string[]) {
  return heldIds.length === 0
    ? []
    : stored(
        rows,
        sql`${inThem} and ${facts.kind} = 'released' and ${facts.body} ->> 'heldFactId' = ${among(heldIds)}`,
      );
}

type Group = { readonly caseId: string | null; readonly unitGroupId: string };

/**
 * One count for each group, with all that its counts without serials that stand come to; where all were
 * taken back, one of them with its correction. Those that are taken back now stand beside it by themselves.
 */
async function groupsCounted(
  rows: Rows,
  groups: readonly Group[],
  targets: readonly Fact[],
): Promise<readonly Stored[]> {
  if (groups.length === 0) return [];
  const named = groups.map((g) => sql`(${g.caseId}::text, ${g.unitGroupId}::text)`);
  const found = await rows
    .select({ ...asStored, counts: factTallies.facts, quantity: factTallies.quantity })
    .from(factTallies)
    .innerJoin(facts, eq(facts.id, factTallies.firstId))
    .where(
      sql`(${factTallies.place}, ${factTallies.unitGroupId}) in (${sql.join(named, sql`, `)})`,
    );
  // What came in the same go is in no tally yet.
  const apart = new Map(
    (
      await stored(rows, sql`${facts.id} = ${among(targets.map(({ id }) => id))} and ${standing}`)
    ).map(({ body: target }) => [target.id, target]),
  );
  const undone = found.flatMap(({ body, counts }) => (counts === 0 ? [body.id] : []));
  const counted = found.flatMap(({ body, acceptedAt, counts, quantity }): Stored[] => {
    if (body.kind !== 'unitsCounted' || counts === 0) return [{ acceptedAt, body }];
    const beside = [...apart.values()].filter(
      (f): f is FactOf<'unitsCounted'> =>
        f.kind === 'unitsCounted' &&
        f.caseId === body.caseId &&
        f.unitGroupId === body.unitGroupId &&
        f.serials.length === 0,
    );
    if (counts === beside.length) return [];
    const rest = sumQuantities([quantity, ...beside.map((f) => -f.quantity)]);
    return [{ acceptedAt, body: { ...body, id: sumOf(body.id), quantity: rest } }];
  });
  return [...counted, ...(await correctionsOf(rows, undone))];
}

/** Under an id of its own: the first count may have been taken back since, or be about to be. */
function sumOf(firstId: string): FactId {
  return FactId.parse(createHash('sha256').update(firstId).digest('hex'));
}

function groupNamedBy(fact: Fact): readonly Group[] {
  const { caseId } = fact;
  if (fact.kind === 'finding' || fact.kind === 'unitsCounted')
    return [{ caseId, unitGroupId: fact.unitGroupId }];
  return fact.kind === 'photoTaken' && fact.subject.kind === 'unitGroup'
    ? [{ caseId, unitGroupId: fact.subject.unitGroupId }]
    : [];
}

/**
 * Without what finished ones name, since that is as long as their case; but for one another and what is
 * taken back.
 */
async function inspectionsIn(
  rows: Rows,
  inThem: SQL,
  targets: readonly Fact[],
  pictures: readonly Fact[],
): Promise<readonly Stored[]> {
  const begun = await stored(rows, sql`${inThem} and ${facts.kind} = 'inspectionStarted'`);
  if (begun.length + targets.length + pictures.length === 0) return [];
  const which = sql`${inThem} and ${facts.kind} = 'inspectionFinished'`;
  const ids = await rows.select({ id: facts.id }).from(facts).where(which);
  const kept = [...targets, ...pictures, ...ids].map(({ id }) => id);
  const finished = await rows
    .select({
      body: sql<Fact>`${facts.body} || jsonb_build_object('basis', (
        select coalesce(jsonb_agg(named), '[]') from jsonb_array_elements_text(${facts.body} -> 'basis') as named
        where named = ${among(kept)}))`,
      acceptedAt: facts.acceptedAt,
    })
    .from(facts)
    .where(which);
  return [...begun, ...finished];
}

/** Of whoever finds something in a second inspection: one finding that stands in each one, and goes on standing. */
async function ownFindings(
  rows: Rows,
  inThem: SQL,
  asked: readonly Fact[],
  targets: readonly Fact[],
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
        standing,
        not(inArray(facts.id, ['', ...targets.map(({ id }) => id)])),
      ),
    )
    .orderBy(facts.caseId, facts.personId, inspection);
}
