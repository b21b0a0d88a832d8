import type { Grant, Refund, ReturnCase } from '../../shared/facts/documents.ts';
import {
  type CaseStanding,
  type SearchResponse,
  searchLimits,
} from '../../shared/sync/searchApi.ts';
import { grantsOfCases } from '../cases/grantRows.ts';
import type { Rows } from '../database/rows.ts';
import { documentsOf } from '../documents/documentRows.ts';
import { refundsOfCases } from '../refunds/refundRows.ts';
import { casesSought, clocksOf } from './soughtRows.ts';

/** What a station's people may be told of cases of their site that it may have let go. */
export async function seekCases(
  rows: Rows,
  asked: { readonly siteId: string; readonly text: string; readonly tellsSums: boolean },
): Promise<SearchResponse> {
  const { siteId, text, tellsSums } = asked;
  const most = searchLimits.cases;
  const ids = await casesSought(rows, { siteId, text, most: most + 1 });
  const shown = ids.slice(0, most);
  if (shown.length === 0) return { cases: [], more: false };
  const papers = await documentsOf(rows, 'cases', shown);
  const refunds = await refundsOfCases(rows, shown);
  const grants = await grantsOfCases(rows, shown);
  const clocks = await clocksOf(rows, shown);
  const clientIds = [...papers.values()].flatMap(({ clientId }) => clientId ?? []);
  const clients = await documentsOf(rows, 'clients', [...new Set(clientIds)]);
  return {
    cases: shown.flatMap((id) => {
      const paper = papers.get(id);
      if (!paper) return [];
      return [
        {
          caseId: paper.id,
          rma: paper.rma,
          clientName: (paper.clientId && clients.get(paper.clientId)?.name) ?? '',
          standing: standingOf(paper, {
            refunds: refunds.get(id) ?? [],
            grants: grants.get(id) ?? [],
            here: clocks.get(id) ?? null,
            tellsSums,
          }),
        },
      ];
    }),
    more: ids.length > most,
  };
}

type Known = {
  readonly refunds: readonly Refund[];
  readonly grants: readonly Grant[];
  /** Goods are here and nothing final was decided. */
  readonly here: { readonly dueOn: string | null } | null;
  readonly tellsSums: boolean;
};

/** What was decided last goes before what is still open. */
function standingOf(paper: ReturnCase, { refunds, grants, here, tellsSums }: Known): CaseStanding {
  const [refund, ...earlier] = refunds.toSorted((a, b) => (a.approvedAt < b.approvedAt ? 1 : -1));
  const grant = grants.toSorted((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1))[0];
  const isLater = grant?.refundId === null && grant.acceptedAt > (refund?.approvedAt ?? '');
  if (refund && !isLater)
    return {
      kind: 'refund',
      ...toldOf(refund, tellsSums),
      ...(earlier.length > 0 && { earlier: earlier.map((one) => toldOf(one, tellsSums)) }),
    };
  if (grant)
    return { kind: grant.decision === 'decline' ? 'declined' : 'settled', at: grant.acceptedAt };
  if (here) return { kind: 'here', dueOn: here.dueOn };
  if (paper.cancelled) return { kind: 'cancelled' };
  if (paper.review?.outcome === 'denied') return { kind: 'denied' };
  return { kind: 'expected', on: paper.expectedOn };
}

function toldOf(
  { amount, currency, dueOn, startedAt, state, waitsForPhotos = [] }: Refund,
  tellsSums: boolean,
) {
  const waitsFor = state === 'due' ? waitsForPhotos.length : 0;
  return { state, amount: tellsSums ? amount : null, currency, startedAt, dueOn, waitsFor };
}
