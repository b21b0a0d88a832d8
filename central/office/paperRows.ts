/** What stations already have, as far as it decides what the office may still change. */
import { and, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { Contract, PolicyVersion } from '../../shared/facts/documents.ts';
import { PaperChange } from '../../shared/facts/paperChange.ts';
import type { PaperBefore } from '../../shared/office/admit/known.ts';
import { ask } from '../database/ask.ts';
import { ledgerLines } from '../database/ledgerSchema.ts';
import { officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';
import { documents } from '../database/schema.ts';
import { everyDocument } from '../documents/documentRows.ts';

const texts = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::text[])`;

/** Every version of every contract of these clients, and of these contracts; withdrawn ones left out. */
export async function contractsOf(
  rows: Rows,
  asked: { readonly clientIds: readonly string[]; readonly contractIds: readonly string[] },
): Promise<readonly Contract[]> {
  if (asked.clientIds.length + asked.contractIds.length === 0) return [];
  const found = await ask(
    rows,
    sql`select body from ${documents} as paper where collection = 'contracts'
      and (body ->> 'clientId' = ${texts(asked.clientIds)} or body ->> 'id' = ${texts(asked.contractIds)})
      and not exists (select from ${officeRecords} as record where record.kind = 'contracts'
        and record.own_id = paper.body ->> 'id' and record.state = 'withdrawn')`,
    z.object({ body: Contract }),
  );
  return found.map(({ body }) => body);
}

/** Versions ("id.v2") under which returns were granted. */
export async function usedVersions(
  rows: Rows,
  contractIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (contractIds.length === 0) return new Set();
  const found = await ask(
    rows,
    sql`select distinct body ->> 'contractId' || '.v' || (body ->> 'contractVersion') as key
      from ${documents} where collection = 'cases' and body ->> 'contractId' = ${texts(contractIds)}`,
    z.object({ key: z.string() }),
  );
  return new Set(found.map(({ key }) => key));
}

/** Order lines on which something was granted. */
export async function grantedLines(
  rows: Rows,
  orderLineIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (orderLineIds.length === 0) return new Set();
  const found = await rows
    .select({ id: ledgerLines.orderLineId })
    .from(ledgerLines)
    .where(and(inArray(ledgerLines.orderLineId, [...orderLineIds])));
  return new Set(found.map(({ id }) => id));
}

/** Order lines and returns, as far as what is said of them anew keeps something of them. */
export async function papersBefore(
  rows: Rows,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PaperBefore>> {
  if (ids.length === 0) return new Map();
  const found = await ask(
    rows,
    sql`select id, body ->> 'clientId' as "clientId", coalesce(body -> 'changes', '[]') as changes
      from ${documents} where collection in ('orderLines', 'cases') and id = ${texts(ids)}`,
    z.object({
      id: z.string(),
      clientId: z.string().nullable(),
      changes: z.array(PaperChange),
    }),
  );
  return new Map(found.map(({ id, ...paper }) => [id, paper]));
}

export async function policyEditions(rows: Rows): Promise<readonly PolicyVersion[]> {
  return z.array(PolicyVersion).parse(await everyDocument(rows, 'policyVersions'));
}
