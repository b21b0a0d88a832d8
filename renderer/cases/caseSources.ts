import { readCaseFile } from '../../shared/cases/reading/caseFile.ts';
import { picturesElsewhere } from '../../shared/cases/reading/picturesElsewhere.ts';
import { caseFromOpening, policyOfCase } from '../../shared/cases/reading/policyOfCase.ts';
import { noCalendar } from '../../shared/deadlines/noCalendar.ts';
import type {
  Client,
  Contract,
  Grant,
  OrderLine,
  PolicyVersion,
  Refund,
  ReturnCase,
  SiteCalendar,
} from '../../shared/facts/documents.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import { rowsUnder } from '../storage/byIndex.ts';
import { orderLinesBy } from '../storage/packed/orderLinePacks.ts';
import { packedRowsBy, papersIn, paperTables } from '../storage/packed/packedRows.ts';
import { readTogether } from '../storage/readTogether.ts';
import type { FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { type Elsewhere, elsewhereOf, nothingElsewhere } from './elsewhere.ts';
import { factsOfCases, type NamedFacts } from './factsOfCases.ts';
import type { LoadedCase } from './loadedCase.ts';

/** All that a case is read from, as it is stored. */
export type CaseSources = {
  readonly paper: ReturnCase;
  readonly rows: readonly FactRow[];
  readonly refunds: readonly Refund[];
  /** In the order central accepted them. */
  readonly grants: readonly Grant[];
  readonly elsewhere: Elsewhere;
  readonly policies: readonly PolicyVersion[];
  readonly client: Client | null;
  readonly contract: Contract | null;
  readonly orderLines: readonly OrderLine[];
  readonly calendar: SiteCalendar | null;
  readonly periodCalendar: SiteCalendar | null;
};

/** What was just read or written, for several cases: it is not read again. */
export type Prefetched = {
  readonly facts?: NamedFacts;
  readonly papers?: ReadonlyMap<string, ReturnCase>;
  readonly orderLines?: LinesAtHand;
};
/** undefined for a line that has to be asked for. */
type LinesAtHand = { readonly get: (id: string) => OrderLine | undefined };

/** The tables a case is read from. */
export const sourceTables = [
  ...paperTables,
  'facts',
  'policyVersions',
  'refunds',
  'grants',
  'identifiers',
  'clients',
  'contracts',
  'orderLinePacks',
  'calendars',
] as const;

/** Several cases in two rounds of questions, however many there are. Unknown ids are left out. */
export async function sourcesOfCases(
  db: StationDatabase,
  caseIds: readonly string[],
  prefetched: Prefetched = {},
): Promise<ReadonlyMap<string, CaseSources>> {
  const ids = [...new Set(caseIds)];
  if (ids.length === 0) return new Map();
  return await readTogether(db, sourceTables, async () => {
    const [papers, rowsByCase, policies, refunds, grants] = await Promise.all([
      papersBy(db, ids, prefetched.papers),
      factsOfCases(db, ids, prefetched.facts),
      db.policyVersions.toArray(),
      rowsUnder(db.refunds, 'caseId', ids),
      rowsUnder(db.grants, 'caseId', ids),
    ]);
    const cases = ids.flatMap((id) => {
      const rows = rowsByCase.get(id) ?? [];
      const paper = papers.get(id) ?? openedHere(rows);
      return paper ? [{ id, paper, rows }] : [];
    });
    if (cases.length === 0) return new Map();
    // At once: by itself the second asks nothing where nothing was counted, and the transaction
    // would end behind it.
    const [documents, elsewhere] = await Promise.all([
      documentsOf(
        db,
        cases.map((c) => c.paper),
        prefetched.orderLines,
      ),
      elsewhereOf(db, cases),
    ]);
    return new Map(
      cases.map(({ id, paper, rows }) => [
        id,
        {
          paper,
          rows,
          policies,
          refunds: refunds.filter((refund) => refund.caseId === id),
          grants: inOrder(grants.filter((grant) => grant.caseId === id)),
          elsewhere: elsewhere.get(id) ?? nothingElsewhere,
          ...documents(paper),
        },
      ]),
    );
  });
}

/** The case these sources tell of, facts refused by central left out. */
export function readCase(sources: CaseSources, asOf: LocalDate): LoadedCase {
  const { paper, rows, refunds, grants, policies, client, contract, orderLines } = sources;
  const { calendar, periodCalendar, elsewhere } = sources;
  const counted = rows.filter((r) => r.acceptance !== 'refused');
  const acceptedAt = new Map(
    counted.flatMap((r) => (r.acceptedAt === null ? [] : [[r.fact.id, r.acceptedAt]])),
  );
  const file = readCaseFile(
    paper,
    counted.map((r) => r.fact),
    refunds,
    grants,
    acceptedAt,
  );
  const policy = policyOfCase(policies, file, asOf);
  return {
    file,
    refunds,
    rows,
    client,
    orderLines,
    references: policy && {
      policy,
      client,
      contract,
      orderLines,
      calendar: calendar ?? noCalendar(paper.siteId),
      periodCalendar,
      grantedElsewhere: elsewhere.granted,
      serialsElsewhere: elsewhere.serials,
      picturesElsewhere: picturesElsewhere(file, elsewhere.pictures),
    },
  };
}

function openedHere(rows: readonly FactRow[]): ReturnCase | null {
  const opening = rows.find((r) => r.acceptance !== 'refused' && r.fact.kind === 'caseOpened');
  return opening?.fact.kind === 'caseOpened' ? caseFromOpening(opening.fact) : null;
}

async function papersBy(
  db: StationDatabase,
  ids: readonly string[],
  prefetched: ReadonlyMap<string, ReturnCase> = new Map(),
): Promise<ReadonlyMap<string, ReturnCase>> {
  const unread = ids.filter((id) => !prefetched.has(id));
  // Nothing is awaited that asks the database nothing: the transaction would end behind it.
  const read = unread.length === 0 ? [] : await packedRowsBy(papersIn(db), unread);
  const found = read.flatMap((paper) => (paper ? [[paper.id, paper] as const] : []));
  return new Map([...prefetched, ...found]);
}

function inOrder(grants: readonly Grant[]): readonly Grant[] {
  return [...grants].sort((a, b) =>
    a.acceptedAt === b.acceptedAt ? (a.id < b.id ? -1 : 1) : a.acceptedAt < b.acceptedAt ? -1 : 1,
  );
}

type Documents = Pick<
  CaseSources,
  'client' | 'contract' | 'orderLines' | 'calendar' | 'periodCalendar'
>;

async function documentsOf(
  db: StationDatabase,
  papers: readonly ReturnCase[],
  linesAtHand: LinesAtHand = new Map(),
): Promise<(paper: ReturnCase) => Documents> {
  const lineIds = present(papers.flatMap((p) => p.lines.map((l) => l.orderLineId)));
  const contractKeys = new Map(
    papers.flatMap((p) =>
      p.contractId === null
        ? []
        : [[`${p.contractId} ${p.contractVersion}`, [p.contractId, p.contractVersion ?? 0]]],
    ),
  );
  const [clients, contracts, orderLines, calendars] = await Promise.all([
    db.clients.bulkGet(present(papers.map((p) => p.clientId))),
    rowsUnder(db.contracts, '[id+version]', [...contractKeys.values()]),
    orderLinesBy(
      db,
      lineIds.filter((id) => !linesAtHand.get(id)),
    ),
    rowsUnder(db.calendars, 'siteId', present(papers.map((p) => p.siteId))),
  ]);
  const clientById = new Map(present(clients).map((c) => [c.id, c]));
  const contractBy = new Map(contracts.map((c) => [`${c.id} ${c.version}`, c]));
  const lineById = new Map(present(orderLines).map((l) => [l.id as string, l] as const));
  const lineOf = (id: string | null) =>
    id === null ? null : (linesAtHand.get(id) ?? lineById.get(id));
  const named = contracts.flatMap((c) => c.periodCalendar ?? []);
  // Nothing is awaited that asks the database nothing: the transaction would end behind it.
  const ofClients =
    named.length === 0 ? [] : await rowsUnder(db.calendars, 'siteId', [...new Set(named)]);
  return (paper) => ({
    client: paper.clientId === null ? null : (clientById.get(paper.clientId) ?? null),
    contract: contractOf(paper),
    periodCalendar: agreedCalendar(ofClients, contractOf(paper)?.periodCalendar),
    orderLines: present(paper.lines.map((l) => lineOf(l.orderLineId))),
    calendar: newestCalendar(calendars, paper.siteId),
  });

  function contractOf(paper: ReturnCase): Contract | null {
    return contractBy.get(`${paper.contractId} ${paper.contractVersion}`) ?? null;
  }
}

/** A calendar the contract names and nobody has given counts no day; the site's is not meant. */
function agreedCalendar(
  calendars: readonly SiteCalendar[],
  key: string | undefined,
): SiteCalendar | null {
  return key === undefined ? null : (newestCalendar(calendars, key) ?? noCalendar(key));
}

function newestCalendar(calendars: readonly SiteCalendar[], siteId: string): SiteCalendar | null {
  const own = calendars.filter((c) => c.siteId === siteId);
  return own.reduce<SiteCalendar | null>(
    (newest, c) => (newest && newest.version >= c.version ? newest : c),
    null,
  );
}

function present<T>(values: readonly (T | null | undefined)[]): T[] {
  return [...new Set(values.flatMap((v) => (v === null || v === undefined ? [] : [v])))];
}
