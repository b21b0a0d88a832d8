import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import {
  type RefundFilter,
  type RefundRead,
  refundLimits,
} from '../../shared/sync/adminRefundsApi.ts';
import type { Rows } from '../database/rows.ts';
import { refunds } from '../database/schema.ts';
import { documentsOf } from '../documents/documentRows.ts';
import { isWaiting } from './photoWaitRows.ts';
import { standingOf } from './stepRows.ts';

type RefundRow = typeof refunds.$inferSelect;

export type RefundsAsked = {
  readonly filter: RefundFilter | null;
  readonly words: readonly string[];
  /** Where the page before ended. */
  readonly cursor: string | null;
  readonly limit: number;
  /** In how many refunds words are looked for at a time. */
  readonly lookedThrough?: number;
};

/**
 * A page of the register, newest approval first. Words are looked for in so many refunds at a time: a
 * page may come back with nothing on it and a cursor all the same. A whole RMA number is found at once.
 */
export async function refundPage(
  rows: Rows,
  asked: RefundsAsked,
): Promise<{ refunds: RefundRead[]; cursor: string | null }> {
  const { words, limit, lookedThrough = refundLimits.lookedThrough } = asked;
  const [number] = words;
  if (words.length === 1 && number !== undefined && asked.cursor === null) {
    const named = await refundsOfRma(rows, number, asked.filter);
    if (named.length > 0) return { refunds: await readRefunds(rows, named), cursor: null };
  }
  const wanted = and(filterOf(asked.filter), afterOf(asked.cursor));
  if (words.length === 0) {
    const found = await newest(rows, wanted, limit + 1);
    const page = found.slice(0, limit);
    return {
      refunds: await readRefunds(rows, page),
      cursor: found.length > limit ? cursorOf(page.at(-1)) : null,
    };
  }
  const walked = await rows
    .select({ id: refunds.id, approvedAt: refunds.approvedAt })
    .from(refunds)
    .where(wanted)
    .orderBy(desc(refunds.approvedAt), desc(refunds.id))
    .limit(lookedThrough);
  if (walked.length === 0) return { refunds: [], cursor: null };
  const among = inArray(
    refunds.id,
    walked.map(({ id }) => id),
  );
  const found = await newest(rows, and(among, ...words.map(saying)), limit + 1);
  const page = found.slice(0, limit);
  const isMore = found.length > limit;
  const isWhole = walked.length < lookedThrough;
  return {
    refunds: await readRefunds(rows, page),
    cursor: isMore ? cursorOf(page.at(-1)) : isWhole ? null : cursorOf(walked.at(-1)),
  };
}

export async function refundToRead(
  rows: Rows,
  id: string,
): Promise<{ readonly row: RefundRow; readonly refund: RefundRead } | null> {
  const [row] = await rows.select().from(refunds).where(eq(refunds.id, id));
  if (!row) return null;
  const [refund] = await readRefunds(rows, [row]);
  return refund ? { row, refund } : null;
}

async function newest(rows: Rows, wanted: SQL | undefined, limit: number) {
  return rows
    .select()
    .from(refunds)
    .where(wanted)
    .orderBy(desc(refunds.approvedAt), desc(refunds.id))
    .limit(limit);
}

function filterOf(filter: RefundFilter | null): SQL | undefined {
  if (filter === null) return undefined;
  return filter === 'waiting' ? isWaiting : eq(refunds.state, filter);
}

const cursorForm = /^(\d+)\.(.+)$/;

function cursorOf(row: Pick<RefundRow, 'approvedAt' | 'id'> | undefined): string | null {
  return row ? `${row.approvedAt.getTime()}.${row.id}` : null;
}

function afterOf(cursor: string | null): SQL | undefined {
  const [, ms, id] = cursorForm.exec(cursor ?? '') ?? [];
  if (ms === undefined || id === undefined) return undefined;
  const at = new Date(Number(ms)).toISOString();
  return sql`(${refunds.approvedAt}, ${refunds.id}) < (${at}::timestamptz, ${id})`;
}

/** One word in what a person calls a refund by. */
function saying(word: string): SQL {
  const like = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`(${refunds.id} ilike ${like} or ${refunds.caseId} ilike ${like}
    or ${refunds.granted} ->> 'creditNote' ilike ${like}
    or exists (select from documents as paper
      left join documents as client on client.collection = 'clients' and client.id = paper.body ->> 'clientId'
      where paper.collection = 'cases' and paper.id = ${refunds.caseId}
        and concat_ws(' ', paper.body ->> 'rma', client.body ->> 'name') ilike ${like}))`;
}

async function refundsOfRma(rows: Rows, rma: string, filter: RefundFilter | null) {
  return rows
    .select()
    .from(refunds)
    .where(
      and(
        filterOf(filter),
        sql`${refunds.caseId} in (select id from documents
          where collection = 'cases' and body ->> 'rma' = ${rma})`,
      ),
    )
    .orderBy(desc(refunds.approvedAt), desc(refunds.id))
    .limit(refundLimits.perPage);
}

async function readRefunds(rows: Rows, found: readonly RefundRow[]): Promise<RefundRead[]> {
  const unique = (ids: readonly string[]) => [...new Set(ids)];
  const cases = await documentsOf(rows, 'cases', unique(found.map((row) => row.caseId)));
  const clientIds = [...cases.values()].flatMap(({ clientId }) => clientId ?? []);
  const clients = await documentsOf(rows, 'clients', unique(clientIds));
  const sites = await documentsOf(rows, 'sites', unique(found.map((row) => row.siteId)));
  const standing = await standingOf(
    rows,
    found.map(({ id }) => id),
  );
  return found.map((row) => {
    const { granted, approvedAt, startedAt } = row;
    const paper = cases.get(row.caseId);
    const client = paper?.clientId ? clients.get(paper.clientId) : undefined;
    const stands = standing.get(row.id);
    return {
      id: row.id,
      caseId: row.caseId,
      rma: paper?.rma ?? null,
      client: client ? { id: client.id, name: client.name } : null,
      site: { id: row.siteId, name: sites.get(granted.siteId)?.name ?? row.siteId },
      amount: granted.amount,
      currency: granted.currency,
      method: granted.method,
      creditNote: granted.creditNote,
      state: row.state,
      photosAwaited: row.state === 'due' ? row.waitsForPhotos.length : 0,
      since: (stands?.since ?? startedAt ?? approvedAt).toISOString(),
      approvedAt: approvedAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      dueOn: row.dueOn,
      port: row.port,
      // What was sent before steps were kept was sent once at least.
      attempts: Math.max(stands?.sent ?? 0, row.port === 'webhook' ? 1 : 0),
      lastError: row.lastError,
    };
  });
}
