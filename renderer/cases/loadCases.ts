import { type CaseFile, readCaseFile } from '../../shared/returns/caseFile.ts';
import { caseFromOpening, policyInForce } from '../../shared/returns/caseInForce.ts';
import type {
  Client,
  Contract,
  OrderLine,
  PolicyVersion,
  Refund,
  ReturnCase,
  SiteCalendar,
} from '../../shared/returns/documents.ts';
import type { CaseReferences } from '../../shared/returns/policyInput.ts';
import type { LocalDate } from '../../shared/returns/time.ts';
import { orderLinesBy } from '../storage/orderLinePacks.ts';
import type { FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { factsOfCases } from './factsOfCases.ts';

/** A case with everything it is read with, as this station has it. */
export type LoadedCase = {
  readonly file: CaseFile;
  /** null while the policy or the site's calendar is not here. */
  readonly references: CaseReferences | null;
  readonly client: Client | null;
  readonly orderLines: readonly OrderLine[];
  readonly refunds: readonly Refund[];
  /** The stored rows of its facts, refused ones included (they are not in `file`). */
  readonly rows: readonly FactRow[];
};

export async function loadCase(
  db: StationDatabase,
  caseId: string,
  asOf: LocalDate,
): Promise<LoadedCase | null> {
  return (await loadCases(db, [caseId], asOf)).get(caseId) ?? null;
}

/** Several cases with one question per table, however many there are. Unknown ids are left out. */
export async function loadCases(
  db: StationDatabase,
  caseIds: readonly string[],
  asOf: LocalDate,
): Promise<ReadonlyMap<string, LoadedCase>> {
  const ids = [...new Set(caseIds)];
  const [papers, rowsByCase, policies, refunds] = await Promise.all([
    db.cases.bulkGet(ids),
    factsOfCases(db, ids),
    db.policyVersions.toArray(),
    db.refunds.where('caseId').anyOf(ids).toArray(),
  ]);
  const cases = ids.flatMap((id, index) => {
    const rows = rowsByCase.get(id) ?? [];
    const paper = papers[index] ?? openedHere(rows);
    return paper ? [{ id, paper, rows }] : [];
  });
  const documents = await documentsOf(
    db,
    cases.map((c) => c.paper),
  );
  return new Map(
    cases.map(({ id, paper, rows }) => {
      const own = refunds.filter((r) => r.caseId === id);
      const counted = rows.filter((r) => r.acceptance !== 'refused').map((r) => r.fact);
      const file = readCaseFile(paper, counted, own);
      return [id, { file, refunds: own, rows, ...documents(file, policies, asOf) }];
    }),
  );
}

function openedHere(rows: readonly FactRow[]): ReturnCase | null {
  const opening = rows.find((r) => r.acceptance !== 'refused' && r.fact.kind === 'caseOpened');
  return opening?.fact.kind === 'caseOpened' ? caseFromOpening(opening.fact) : null;
}

type DocumentsFor = (
  file: CaseFile,
  policies: readonly PolicyVersion[],
  asOf: LocalDate,
) => Pick<LoadedCase, 'references' | 'client' | 'orderLines'>;

async function documentsOf(
  db: StationDatabase,
  papers: readonly ReturnCase[],
): Promise<DocumentsFor> {
  const present = <T>(values: readonly (T | null | undefined)[]): T[] => [
    ...new Set(values.flatMap((v) => (v === null || v === undefined ? [] : [v]))),
  ];
  const [clients, contracts, orderLines, calendars] = await Promise.all([
    db.clients.bulkGet(present(papers.map((p) => p.clientId))),
    db.contracts
      .where('[id+version]')
      .anyOf(present(papers.map((p) => p.contractId && [p.contractId, p.contractVersion ?? 0])))
      .toArray(),
    orderLinesBy(db, present(papers.flatMap((p) => p.lines.map((l) => l.orderLineId)))),
    db.calendars
      .where('siteId')
      .anyOf(present(papers.map((p) => p.siteId)))
      .toArray(),
  ]);
  const clientById = new Map(present(clients).map((c) => [c.id, c]));
  const lineById = new Map(present(orderLines).map((l) => [l.id, l]));
  return (file, policies, asOf) => {
    const paper = file.returnCase;
    const client = paper.clientId === null ? null : (clientById.get(paper.clientId) ?? null);
    const lines = present(paper.lines.map((l) => l.orderLineId && lineById.get(l.orderLineId)));
    const policy = policyInForce(policies, file, asOf);
    const calendar = newestCalendar(calendars, paper.siteId);
    const contract = contractOf(contracts, paper);
    return {
      client,
      orderLines: lines,
      references:
        policy && calendar ? { policy, client, contract, orderLines: lines, calendar } : null,
    };
  };
}

function contractOf(contracts: readonly Contract[], paper: ReturnCase): Contract | null {
  return (
    contracts.find((c) => c.id === paper.contractId && c.version === paper.contractVersion) ?? null
  );
}

function newestCalendar(calendars: readonly SiteCalendar[], siteId: string): SiteCalendar | null {
  const own = calendars.filter((c) => c.siteId === siteId);
  return own.reduce<SiteCalendar | null>(
    (newest, c) => (newest && newest.version >= c.version ? newest : c),
    null,
  );
}
