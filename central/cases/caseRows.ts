import { and, arrayOverlaps, inArray, isNull, or, sql } from 'drizzle-orm';
import type { ReturnCase } from '../../shared/facts/documents.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { AcceptedFact } from '../../shared/sync/change.ts';
import { lineLock, lockEntities } from '../database/lockRows.ts';
import type { Rows } from '../database/rows.ts';
import { caseHands, commands, facts } from '../database/schema.ts';
import { contractKey } from '../documents/contractKey.ts';
import { documentsOf, everyDocument } from '../documents/documentRows.ts';
import { refundsOfCases } from '../refunds/refundRows.ts';
import { needsOf, placeOf } from './caseBounds.ts';
import { dependenciesOf, missingDependencies } from './dependencies.ts';
import { addToIndex, emptyIndex, type FactIndex } from './factsOfCase.ts';
import { grantedOnLines, grantsOfCases } from './grantRows.ts';
import { casesWithLinks, factsNamed } from './namedFactRows.ts';
import { lockPictures } from './pictureRows.ts';
import { inParts, placeSizes } from './placeSizeRows.ts';
import { casesThatTookBack, casesWithSerials, takenVerdictIds } from './serialRows.ts';
import { lockGoodsTakenBack } from './takenBackRows.ts';
import {
  dutyKey,
  noReferenceData,
  type ReferenceData,
  unproved,
  type WorkingSet,
} from './workingSet.ts';

/**
 * Loads all that must be known to decide about these facts, with one question per table. Order lines
 * that are decided about stay locked until the transaction ends.
 */
export async function loadWorkingSet(rows: Rows, asked: readonly Fact[]): Promise<WorkingSet> {
  const names = asked.flatMap((fact) => dependenciesOf(fact));
  const idsOf = (kind: string) => unique(names.flatMap((n) => (n.kind === kind ? [n.id] : [])));
  const takenBack = await lockGoodsTakenBack(rows, asked);
  const caseIds = unique([
    ...idsOf('case'),
    ...asked.flatMap((f) => f.caseId ?? []),
    ...takenBack.owners,
  ]);
  const [people, cases, duties, refunds] = [
    await documentsOf(rows, 'people', unique(asked.flatMap(peopleIn))),
    await documentsOf(rows, 'cases', caseIds),
    await dutiesOn(rows, caseIds),
    await refundsOfCases(rows, caseIds),
  ];
  const decided = unique(
    asked.flatMap((fact) => (fact.kind === 'verdictDecided' ? [fact.caseId] : [])),
  );
  const decidedOn = unique(decided.flatMap((id) => orderLinesOf(cases.get(id))));
  await lockEntities(rows, decidedOn.map(lineLock));
  const arriving = asked.flatMap((f) => (f.kind === 'arrival' ? [f.arrivalId] : []));
  const arrivals = unique([...idsOf('arrival'), ...arriving, ...takenBack.arrivals]);
  const whole = decided.length > 0 ? caseIds : await casesNeeded(rows, asked, takenBack);
  const index = await factsAbout(rows, whole, arrivals, idsOf('fact'));
  const others = caseIds.filter((id) => !whole.includes(id));
  const { targets } = takenBack;
  const named = asked.filter(
    (f) => !whole.includes(f.caseId ?? '') && needsOf(f, targets) === 'named',
  );
  for (const { body, acceptedAt } of [
    ...takenBack.inThem,
    ...(await decidingFacts(rows, others)),
    ...(await factsNamed(rows, named, targets)),
  ])
    addToIndex(index, body, acceptedAt.toISOString());
  const bringing = asked.flatMap((f): string[] =>
    f.kind === 'inspectionFinished' ? [f.verdictId] : f.kind === 'verdictDecided' ? [f.id] : [],
  );
  const workingSet: WorkingSet = {
    people: new Map(people),
    cases: new Map(cases),
    facts: index,
    sizes: await placeSizes(rows, unique(asked.flatMap(placesOf))),
    refunds: new Map(refunds),
    entries: await documentsOf(rows, 'catalogue', unique(asked.flatMap(entriesNamed))),
    grants: await grantsOfCases(rows, caseIds),
    granted: [...(await grantedOnLines(rows, decidedOn))],
    takenIds: new Set(await takenVerdictIds(rows, bringing)),
    duties,
    rejected: new Set<string>(),
    referenceData: decided.length > 0 ? await loadReferenceData(rows, cases) : noReferenceData,
    ...(decided.length > 0 && {
      pictures: await lockPictures(rows, [...index.byId.values(), ...asked]),
    }),
  };
  if (decided.length > 0) {
    await addCasesWithSameSerials(rows, workingSet, decided, asked);
    await addCasesOfSameParcels(rows, workingSet, decided, asked);
  }
  const missing = unique(
    asked.flatMap((fact) => missingDependencies(workingSet, fact)).map((n) => n.id),
  );
  const stationIds = unique(asked.map((fact) => fact.stationId));
  return { ...workingSet, rejected: await rejectedAmong(rows, missing, stationIds) };
}

/** Whoever recorded it, and whoever gets a case by it. */
function peopleIn(fact: Fact): readonly string[] {
  const given = fact.kind === 'caseHandedOver' ? fact.to : null;
  return given === null ? [fact.personId] : [fact.personId, given];
}

/** Where it goes, and whose goods it brings along. */
function placesOf(fact: Fact): readonly string[] {
  const brought = fact.kind === 'arrivalLinked' ? [fact.arrivalId] : [];
  return [placeOf(fact) ?? [], brought].flat();
}

function entriesNamed(fact: Fact): readonly string[] {
  if (fact.kind !== 'finding' || fact.observation.kind !== 'defect') return [];
  return fact.observation.entry === undefined ? [] : [fact.observation.entry];
}

/**
 * Cases that any of these facts is held against as a whole: also where goods came without papers and a
 * link says which of them stand under what.
 */
async function casesNeeded(
  rows: Rows,
  asked: readonly Fact[],
  { owners, targets }: Awaited<ReturnType<typeof lockGoodsTakenBack>>,
): Promise<readonly string[]> {
  const casesOf = (need: ReturnType<typeof needsOf>) =>
    asked.flatMap((fact) => (needsOf(fact, targets) === need ? (fact.caseId ?? []) : []));
  const [whole, named] = [casesOf('whole'), casesOf('named')];
  const linkedNow = asked.flatMap((f) => (f.kind === 'arrivalLinked' ? [f.caseId] : []));
  const linked = await casesWithLinks(rows, unique(named));
  return unique([...whole, ...owners, ...linked, ...named.filter((id) => linkedNow.includes(id))]);
}

/** Other cases that count a serial of those decided about, whole. */
async function addCasesWithSameSerials(
  rows: Rows,
  workingSet: WorkingSet,
  decided: readonly string[],
  asked: readonly Fact[],
): Promise<void> {
  const { facts: index, cases } = workingSet;
  const own = new Set<string>(decided);
  const serials = [...index.byId.values(), ...asked].flatMap((fact) =>
    fact.kind === 'unitsCounted' &&
    (fact.caseId === null || own.has(fact.caseId)) &&
    fact.serials.length > 0
      ? fact.serials
      : [],
  );
  if (serials.length === 0) return;
  const found = await casesWithSerials(rows, unique(serials));
  await addWhole(
    rows,
    workingSet,
    found.filter((id) => !cases.has(id)),
  );
}

/** Other cases that were granted something and took a count back in a parcel of those decided about, whole. */
async function addCasesOfSameParcels(
  rows: Rows,
  workingSet: WorkingSet,
  decided: readonly string[],
  asked: readonly Fact[],
): Promise<void> {
  const own = new Set<string>(decided);
  const parcels = [...workingSet.facts.byId.values(), ...asked].flatMap((fact) =>
    fact.kind === 'unitsCounted' && (fact.caseId === null || own.has(fact.caseId))
      ? [fact.arrivalId]
      : [],
  );
  const found = await casesThatTookBack(rows, unique(parcels));
  const others = await addWhole(
    rows,
    workingSet,
    found.filter((id) => !workingSet.cases.has(id)),
  );
  for (const [id, grants] of await grantsOfCases(rows, others)) workingSet.grants.set(id, grants);
}

/** More tell nothing new: one other case that counts a serial is enough to ask a person about it. */
const mostOthers = 100;

/** The first of them, and no more than fit into memory; which. */
async function addWhole(
  rows: Rows,
  { cases, facts: index }: WorkingSet,
  found: readonly string[],
): Promise<readonly string[]> {
  const [others = []] = await inParts(rows, found, mostOthers);
  if (others.length === 0) return [];
  for (const [id, paper] of await documentsOf(rows, 'cases', others)) cases.set(id, paper);
  const theirs = await factsAbout(rows, others, [], []);
  for (const fact of theirs.byId.values())
    addToIndex(index, fact, theirs.acceptedAt.get(fact.id) ?? '');
  return others;
}

function orderLinesOf(paper: ReturnCase | undefined): readonly string[] {
  return (paper?.lines ?? []).flatMap((line) => line.orderLineId ?? []);
}

/** Loads whole cases with what they are decided by, one question per table however many. */
export async function loadWholeCases(rows: Rows, caseIds: readonly string[]): Promise<WorkingSet> {
  const cases = await documentsOf(rows, 'cases', [...caseIds]);
  return {
    people: new Map(),
    cases: new Map(cases),
    facts: await factsAbout(rows, caseIds, [], []),
    refunds: new Map(await refundsOfCases(rows, caseIds)),
    grants: await grantsOfCases(rows, caseIds),
    granted: [],
    takenIds: new Set(),
    duties: new Map(),
    rejected: new Set(),
    referenceData: await loadReferenceData(rows, cases),
  };
}

/** These facts as the feed tells them. */
export async function acceptedFacts(
  rows: Rows,
  ids: readonly string[],
): Promise<readonly AcceptedFact[]> {
  const found = await rows
    .select({ fact: facts.body, acceptedAt: facts.acceptedAt })
    .from(facts)
    .where(among(facts.id, ids));
  return found.map(({ fact, acceptedAt }) => ({ fact, acceptedAt: acceptedAt.toISOString() }));
}

const asIndexed = { body: facts.body, acceptedAt: facts.acceptedAt };

async function factsAbout(
  rows: Rows,
  caseIds: readonly string[],
  arrivalIds: readonly string[],
  factIds: readonly string[],
): Promise<FactIndex> {
  const index = emptyIndex();
  const linked = rows
    .select({ arrivalId: facts.arrivalId })
    .from(facts)
    .where(and(sql`${facts.kind} = 'arrivalLinked'`, among(facts.caseId, caseIds)));
  const found = await rows
    .select(asIndexed)
    .from(facts)
    .where(
      or(
        among(facts.caseId, caseIds),
        and(isNull(facts.caseId), inArray(facts.arrivalId, linked)),
        and(
          or(
            isNull(facts.caseId),
            sql`${facts.kind} in ('arrival', 'arrivalLinked', 'correction')`,
          ),
          among(facts.arrivalId, arrivalIds),
        ),
      ),
    );
  for (const one of found) addToIndex(index, one.body, one.acceptedAt.toISOString());
  const rest = factIds.filter((id) => !index.byId.has(id));
  if (rest.length > 0) {
    const more = await rows.select(asIndexed).from(facts).where(among(facts.id, rest));
    for (const one of more) addToIndex(index, one.body, one.acceptedAt.toISOString());
  }
  return index;
}

async function decidingFacts(rows: Rows, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return rows
    .select(asIndexed)
    .from(facts)
    .where(
      and(
        among(facts.caseId, caseIds),
        inArray(facts.kind, ['verdictDecided', 'inspectionChosen']),
      ),
    );
}

async function dutiesOn(rows: Rows, caseIds: readonly string[]): Promise<WorkingSet['duties']> {
  if (caseIds.length === 0) return new Map();
  const found = await rows.select().from(caseHands).where(among(caseHands.caseId, caseIds));
  return new Map(found.map((row) => [dutyKey(row.caseId, row.personId), row.hand]));
}

/**
 * Which of these ids would have come with a command that was refused. What nobody proved says nothing to
 * other stations: anybody could name an id of a colleague's there before that one sends it.
 */
async function rejectedAmong(
  rows: Rows,
  ids: readonly string[],
  stationIds: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await rows
    // Of what it would have brought only what is asked about: thousands of ids may stand in one.
    .select({
      brings: sql<
        string[]
      >`array(select unnest(${commands.brings}) intersect select unnest(${sql.param([...ids])}::text[]))`,
    })
    .from(commands)
    .where(
      and(
        sql`status = 'refused'`,
        arrayOverlaps(commands.brings, [...ids]),
        or(
          inArray(commands.stationId, [...stationIds]),
          sql`${commands.result} #>> '{refusal,code}' <> all(${sql.param(unproved)}::text[])`,
        ),
      ),
    );
  return new Set(found.flatMap((row) => row.brings));
}

async function loadReferenceData(
  rows: Rows,
  cases: ReadonlyMap<string, ReturnCase>,
): Promise<ReferenceData> {
  const papers = [...cases.values()];
  const contracts = papers.flatMap((p) =>
    p.contractId === null ? [] : [contractKey(p.contractId, p.contractVersion ?? 0)],
  );
  const agreed = await documentsOf(rows, 'contracts', unique(contracts));
  const periods = [...agreed.values()].flatMap((c) => c.periodCalendar ?? []);
  return {
    clients: await documentsOf(rows, 'clients', unique(papers.flatMap((p) => p.clientId ?? []))),
    contracts: agreed,
    orderLines: await documentsOf(rows, 'orderLines', unique(papers.flatMap(orderLinesOf))),
    calendars: await documentsOf(
      rows,
      'calendars',
      unique([...papers.map((p): string => p.siteId), ...periods]),
    ),
    policies: await everyDocument(rows, 'policyVersions'),
  };
}

/** One parameter however many ids: `= any(…)`. */
function among(
  column: typeof facts.id | typeof facts.caseId | typeof facts.arrivalId | typeof caseHands.caseId,
  ids: readonly string[],
) {
  return sql`${column} = any(${sql.param([...ids])}::text[])`;
}

function unique<T>(ids: readonly T[]): readonly T[] {
  return [...new Set(ids)];
}
