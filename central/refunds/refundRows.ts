import { inArray, sql } from 'drizzle-orm';
import type { Refund } from '../../shared/facts/documents.ts';
import type { Rows } from '../database/rows.ts';
import { refunds } from '../database/schema.ts';
import { putDocuments } from '../documents/documentRows.ts';
import { stillMissing } from '../photos/photoRows.ts';

type RefundRow = typeof refunds.$inferSelect;

/** Puts refunds that a decision set free into the register, with the photos each waits for. */
export async function registerRefunds(
  rows: Rows,
  due: readonly { readonly refund: Refund; readonly lookUpFirst: boolean }[],
): Promise<void> {
  if (due.length === 0) return;
  const open: (readonly (readonly string[])[])[] = [];
  for (const { refund } of due) open.push(await stillMissing(rows, refund.waitsForPhotos ?? []));
  await rows.insert(refunds).values(
    due.map(({ refund: { state, startedAt: _notYet, ...granted }, lookUpFirst }, index) => ({
      id: granted.id,
      verdictId: granted.verdictId,
      caseId: granted.caseId,
      siteId: granted.siteId,
      state,
      granted,
      dueOn: granted.dueOn,
      approvedAt: new Date(granted.approvedAt),
      lookUpFirst,
      waitsForPhotos: open[index] ?? [],
    })),
  );
  await putDocuments(
    rows,
    due.map(({ refund: { waitsForPhotos: _all, ...refund } }, index) => ({
      collection: 'refunds',
      body: { ...refund, ...waitsFor(open[index] ?? []) },
    })),
  );
}

export async function refundsOfCases(
  rows: Rows,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Refund[]>> {
  const byCase = new Map<string, Refund[]>();
  if (caseIds.length === 0) return byCase;
  const found = await rows
    .select()
    .from(refunds)
    .where(inArray(refunds.caseId, [...caseIds]))
    .orderBy(refunds.approvedAt, refunds.id);
  for (const row of found) {
    const list = byCase.get(row.caseId) ?? [];
    list.push(refundOf(row));
    byCase.set(row.caseId, list);
  }
  return byCase;
}

/** The register, newest approval first. */
export async function refundRegister(rows: Rows, limit: number): Promise<readonly Refund[]> {
  const found = await rows
    .select()
    .from(refunds)
    .orderBy(sql`${refunds.approvedAt} desc`, refunds.id)
    .limit(limit);
  return found.map(refundOf);
}

export async function countRefundsByState(rows: Rows): Promise<ReadonlyMap<string, number>> {
  const found = await rows
    .select({ state: refunds.state, count: sql<number>`count(*)::int` })
    .from(refunds)
    .groupBy(refunds.state);
  return new Map(found.map(({ state, count }) => [state, count]));
}

/** Those that want somebody, or photos; by the index of states. */
export async function countWaiting(rows: Rows) {
  const found = await rows
    .select({ state: refunds.state, count: sql<number>`count(*)::int` })
    .from(refunds)
    .where(inArray(refunds.state, ['failed', 'unknown']))
    .groupBy(refunds.state);
  const of = (state: string) => found.find((one) => one.state === state)?.count ?? 0;
  const [waiting] = await rows
    .select({ count: sql<number>`count(*)::int` })
    .from(refunds)
    .where(sql`state = 'due' and waits_for_photos <> '[]'`);
  return { failed: of('failed'), unknown: of('unknown'), waiting: waiting?.count ?? 0 };
}

export function refundOf(row: RefundRow): Refund {
  const { waitsForPhotos: _all, ...granted } = row.granted;
  return {
    ...granted,
    ...waitsFor(row.waitsForPhotos),
    state: row.state,
    startedAt: row.startedAt?.toISOString() ?? null,
  };
}

function waitsFor(lists: readonly (readonly string[])[]): Pick<Refund, 'waitsForPhotos'> {
  return lists.length === 0 ? {} : { waitsForPhotos: lists.map((list) => [...list]) };
}
