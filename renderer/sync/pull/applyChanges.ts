import type { AcceptedFact, Change, Collection } from '../../../shared/sync/change.ts';
import type { PullResponse } from '../../../shared/sync/pullApi.ts';
import type { Prefetched } from '../../cases/caseSources.ts';
import { areManyAwaiting, casesAwaiting, casesBuiltOn } from '../../cases/casesBuiltOn.ts';
import { casesTouchedBy, type NamedFacts } from '../../cases/factsOfCases.ts';
import { identifierRowOfFact } from '../../cases/identifiersOf.ts';
import { leaveBehind, refreshCases } from '../../cases/refreshCases.ts';
import { isAnsweredByFeed } from '../../protocol/answering.ts';
import { withAcks } from '../../storage/ackRanges.ts';
import { documentsBy, rowsUnder } from '../../storage/byIndex.ts';
import { type DocumentTable, documentTables } from '../../storage/documentTables.ts';
import { acceptedFactRow } from '../../storage/factRows.ts';
import { givingWay } from '../../storage/givingWay.ts';
import { setStationValues } from '../../storage/meta.ts';
import { dropOrderLines, putOrderLines } from '../../storage/packed/orderLinePacks.ts';
import { papersIn } from '../../storage/packed/packedRows.ts';
import { mayHaveRows, putPackedRows } from '../../storage/packed/packRows.ts';
import { putInBulk } from '../../storage/putInBulk.ts';
import type { FactRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { evictCase, noteExpired, putAway } from '../retention/evictCases.ts';
import type { RecentLines } from './recentLines.ts';

/** Fewer are made anew at once. */
const fewestPutOff = 10;

/**
 * One page and its cursor, all or nothing. Returns the station's own commands that the page shows
 * to be accepted although the answer to them never came.
 */
export async function applyChanges(
  db: StationDatabase,
  page: Pick<PullResponse, 'changes'> & {
    readonly cursor?: string;
    /** Rows that wait for order lines are made by `catchRowsUp` then. */
    readonly isMoreToCome?: boolean;
    /** Thousands of changes in all: rows of cases facts tell of are made by it too. */
    readonly isLong?: boolean;
    /** Stored by the parts before it. */
    readonly recentLines?: Pick<RecentLines, 'get'>;
  },
  now: number,
  /** Breaks it off, until all of it has been asked to be stored. */
  giveWay?: AbortSignal,
): Promise<readonly string[]> {
  const at = new Date(now).toISOString();
  const storeAll = async () => {
    // The last word on each counts.
    const last = [...new Map(page.changes.map((c) => [`${c.collection}:${c.id}`, c])).values()];
    const isPutOff = page.isMoreToCome === true && (await areManyAwaiting(db, last, fewestPutOff));
    const papers = new Set([
      ...last.flatMap(papersNamedBy),
      ...(await casesBuiltOn(db, last)),
      ...(isPutOff ? [] : await casesAwaiting(db, last)),
    ]);
    const leaving = last.flatMap((c) =>
      c.collection === 'cases' && c.body === null ? [c.id] : [],
    );
    for (const { collection, table } of documentTables(db)) await store(table, collection, last);
    // Those that leave go with all that is known of them.
    await putPackedRows(
      papersIn(db),
      last.flatMap((c) => (c.collection === 'cases' && c.body ? [c.body] : [])),
    );
    await storeOrderLines(db, last);
    const isLeftBehind =
      page.isLong === true && page.isMoreToCome === true && areManyTold(last, fewestPutOff);
    const settled = await storeFacts(db, last, isLeftBehind);
    const refunded = last.flatMap((c) =>
      (c.collection === 'refunds' || c.collection === 'grants') && c.body !== null
        ? [c.body.caseId]
        : [],
    );
    const recorded = new Set([...settled.cases, ...refunded].filter((id) => !papers.has(id)));
    const staying: string[] = [];
    for (const id of leaving) if (!(await evictCase(db, id, now))) staying.push(id);
    await putAway(db, staying);
    await noteExpired(
      db,
      staying.map((caseId) => ({ caseId, from: at })),
      last.flatMap((c) => (c.collection === 'cases' ? [c.id] : [])),
    );
    const prefetched = {
      ...documentsIn(last, page.recentLines),
      // What has just left with its case is no longer there.
      facts: new Map([...settled.named].filter(([id]) => !leaving.includes(id))),
    };
    await refreshCases(db, [...papers], at, 'papers', prefetched);
    // Of a case that comes behind its facts there is nothing yet that would be out of date.
    if (isLeftBehind) await leaveBehind(db, await mayHaveRows(papersIn(db), [...recorded]));
    else await refreshCases(db, [...recorded], at, 'facts', prefetched);
    if (isPutOff || isLeftBehind) await setStationValues(db, { linesBehind: true });
    if (page.cursor !== undefined) await setStationValues(db, { cursor: page.cursor });
    return settled.answered;
  };
  return await givingWay(db, giveWay, storeAll);
}

async function store(
  table: DocumentTable,
  collection: Collection,
  changes: readonly Change[],
): Promise<void> {
  const own = changes.filter((c) => c.collection === collection);
  const kept = own.filter((c) => c.body !== null);
  const gone = own.filter((c) => c.body === null);
  if (kept.length > 0)
    await putInBulk(
      table,
      kept.map((c) => c.body),
      { keys: kept.map((c) => c.id) },
    );
  if (gone.length > 0) await table.bulkDelete(gone.map((c) => c.id));
}

async function storeOrderLines(db: StationDatabase, changes: readonly Change[]): Promise<void> {
  const own = changes.filter((c) => c.collection === 'orderLines');
  await putOrderLines(
    db,
    own.flatMap((c) => c.body ?? []),
  );
  await dropOrderLines(
    db,
    own.flatMap((c) => (c.body === null ? [c.id] : [])),
  );
}

/** Facts of at least so many cases. */
function areManyTold(changes: readonly Change[], many: number): boolean {
  const told = changes.map((c) => (c.collection === 'facts' ? c.body?.fact.caseId : null));
  return new Set(told.filter((id) => id)).size >= many;
}

/** `named`: all facts of the cases these tell of, unless the rows of those are left behind. */
async function storeFacts(
  db: StationDatabase,
  changes: readonly Change[],
  isLeftBehind: boolean,
): Promise<{
  readonly cases: readonly string[];
  readonly named: NamedFacts;
  readonly answered: readonly string[];
}> {
  const accepted = changes.flatMap((c): readonly AcceptedFact[] =>
    c.collection === 'facts' && c.body !== null ? [c.body] : [],
  );
  const cases = isLeftBehind ? [] : [...new Set(accepted.flatMap((a) => a.fact.caseId ?? []))];
  const apart = accepted.flatMap((a) =>
    isLeftBehind || a.fact.caseId === null ? [a.fact.id] : [],
  );
  // All of these cases: their list rows are made from them in a moment. Nothing is awaited that asks
  // the database nothing: a transaction would end behind it.
  const stored = cases.length === 0 ? [] : await rowsUnder(db.facts, 'caseId', cases);
  const others = apart.length === 0 ? [] : await documentsBy(db.facts, apart);
  const before = new Map([...stored, ...others].map((row) => [row.id, row]));
  const rows = accepted.map((one) => acceptedFactRow(one, before.get(one.fact.id)));
  const identifiers = accepted.flatMap((a) => identifierRowOfFact(a.fact) ?? []);
  if (isLeftBehind) {
    await putInBulk(db.facts, rows, { names: false });
    await putInBulk(db.identifiers, identifiers);
  } else {
    // Whoever looks at one case looks again only for what is told of it.
    await db.facts.bulkPut(rows);
    await db.identifiers.bulkPut(identifiers);
  }
  const known = await withAcks(
    db,
    rows.flatMap(({ id }) => before.get(id) ?? []),
  );
  const unanswered = known.filter(isAnsweredByFeed);
  await db.outbox.bulkDelete(unanswered.map((row) => row.sequence));
  await db.refused.bulkDelete(unanswered.map((row) => row.id));
  return {
    cases: await casesTouchedBy(db, rows),
    named: factsByCase(cases, [...stored, ...rows]),
    answered: unanswered.map((row) => row.id),
  };
}

/** What the page itself tells need not be read back. */
function documentsIn(
  changes: readonly Change[],
  recent: Pick<RecentLines, 'get'> = new Map(),
): Pick<Prefetched, 'papers' | 'orderLines'> {
  const papers = changes.flatMap((c) => (c.collection === 'cases' && c.body ? [c.body] : []));
  const lines = new Map(
    changes.flatMap((c) => (c.collection === 'orderLines' ? [[c.id, c.body] as const] : [])),
  );
  return {
    papers: new Map(papers.map((paper) => [paper.id, paper])),
    orderLines: {
      get: (id) => (lines.has(id) ? (lines.get(id) ?? undefined) : recent.get(id)),
    },
  };
}

/** Later rows replace earlier ones of the same fact. */
function factsByCase(cases: readonly string[], rows: readonly FactRow[]): NamedFacts {
  const named = new Map<string, FactRow[]>(cases.map((id) => [id, []]));
  for (const row of new Map(rows.map((one) => [one.id, one])).values())
    named.get(row.caseId)?.push(row);
  return named;
}

/** Cases that have their papers by this change: the office's, or those of goods nobody announced. */
function papersNamedBy({ collection, id, body }: Change): readonly string[] {
  if (body === null) return [];
  if (collection === 'cases') return [id];
  if (collection !== 'facts' || body.fact.kind !== 'caseOpened') return [];
  return body.fact.caseId === null ? [] : [body.fact.caseId];
}
