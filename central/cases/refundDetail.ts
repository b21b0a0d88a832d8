import type { OrderLine, Refund } from '../../shared/facts/documents.ts';
import type { RefundDetail } from '../../shared/sync/adminRefundsApi.ts';
import type { Rows } from '../database/rows.ts';
import { documentsOf } from '../documents/documentRows.ts';
import { refundToRead } from '../refunds/pageRows.ts';
import { stepsOf } from '../refunds/stepRows.ts';
import { grantsOfCases } from './grantRows.ts';

/** One refund with the decision it rests on and all that was done about it; null: there is none. */
export async function refundDetail(rows: Rows, id: string): Promise<RefundDetail | null> {
  const found = await refundToRead(rows, id);
  if (!found) return null;
  const { row, refund } = found;
  const grants = (await grantsOfCases(rows, [row.caseId])).get(row.caseId) ?? [];
  const grant = grants.find(({ refundId }) => refundId === id);
  const people = await documentsOf(rows, 'people', grant?.signedBy ?? []);
  const lineIds = row.granted.lines.flatMap(({ orderLineId }) => orderLineId ?? []);
  const lines = await documentsOf(rows, 'orderLines', [...new Set(lineIds)]);
  return {
    refund,
    clauses: [...row.granted.clauses],
    lines: row.granted.lines.map((line) => lineRead(line, lines)),
    decision: grant
      ? {
          at: grant.acceptedAt,
          signedBy: grant.signedBy.map((person) => people.get(person)?.name ?? person),
          isOverride: grant.decision === 'override',
        }
      : null,
    steps: await stepsOf(rows, id),
  };
}

function lineRead(
  { orderLineId, amount }: Refund['lines'][number],
  lines: ReadonlyMap<string, OrderLine>,
): RefundDetail['lines'][number] {
  const line = orderLineId === undefined ? undefined : lines.get(orderLineId);
  return {
    orderNumber: line?.orderNumber ?? null,
    lineNumber: line?.lineNumber ?? null,
    article: line?.article.name ?? null,
    amount,
  };
}
