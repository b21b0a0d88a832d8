import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ReturnCase } from '../../shared/facts/documents.ts';
import { ask } from '../database/ask.ts';
import type { Rows } from '../database/rows.ts';
import { documents } from '../database/schema.ts';
import { appendChanges } from '../feed/changeRows.ts';
import type { DocumentToPut } from './document.ts';
import { grantsToTell, sitesDrawingOn } from './grantSightRows.ts';

/** Sites that may see a document; null: every one. */
export type Scope = readonly string[] | null;

const texts = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::text[])`;

/**
 * Who may see these documents: whom the office names; else, of clients, contracts, order lines and
 * precedents, the sites that see them already, or those with a case that draws on them.
 */
export async function scopesOf(
  rows: Rows,
  batch: readonly DocumentToPut[],
  keyOf: (document: DocumentToPut) => string,
  before: ReadonlyMap<string, Scope>,
): Promise<ReadonlyMap<string, Scope>> {
  const scopes = new Map<string, Scope>();
  const fresh: DocumentToPut[] = [];
  for (const document of batch) {
    const own = ownScope(document);
    const known = before.get(keyOf(document));
    if (own !== 'byCases') scopes.set(keyOf(document), own);
    else if (known) scopes.set(keyOf(document), known);
    else fresh.push(document);
  }
  const drawing = await sitesByCases(rows, fresh);
  for (const document of fresh)
    scopes.set(keyOf(document), drawing.get(namedInCases(document)) ?? []);
  return scopes;
}

function ownScope(document: DocumentToPut): Scope | 'byCases' {
  switch (document.collection) {
    case 'cases':
    case 'refunds':
      return [document.body.siteId];
    case 'people':
      return document.body.siteIds;
    case 'grants':
      return document.siteIds ?? [document.body.siteId];
    case 'clients':
    case 'contracts':
    case 'orderLines':
    case 'precedents':
      return document.siteIds ?? 'byCases';
    default:
      return null;
  }
}

/** As cases name it: a contract by its id, whichever version; a precedent by the case it is of. */
function namedInCases(document: DocumentToPut): string {
  return document.collection === 'precedents'
    ? `cases ${document.body.caseId}`
    : `${document.collection} ${'id' in document.body ? document.body.id : ''}`;
}

const Drawing = z.object({ id: z.string(), siteIds: z.array(z.string()) });

async function sitesByCases(
  rows: Rows,
  fresh: readonly DocumentToPut[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const idsOf = (collection: string) =>
    fresh
      .map(namedInCases)
      .flatMap((name) => (name.startsWith(`${collection} `) ? (name.split(' ')[1] ?? []) : []));
  const lines = await sitesDrawingOn(rows, idsOf('orderLines'));
  for (const [id, siteIds] of lines) found.set(`orderLines ${id}`, siteIds);
  for (const [collection, name] of [
    ['clients', sql`paper.body ->> 'clientId'`],
    ['contracts', sql`paper.body ->> 'contractId'`],
    ['cases', sql`paper.id`],
  ] as const) {
    const ids = idsOf(collection);
    if (ids.length === 0) continue;
    const drawing = await ask(
      rows,
      sql`select ${name} as id, array_agg(distinct site order by site) as "siteIds"
        from ${documents} as paper cross join unnest(paper.site_ids) as site
        where paper.collection = 'cases' and ${name} = ${texts(ids)} group by 1`,
      Drawing,
    );
    for (const { id, siteIds } of drawing) found.set(`${collection} ${id}`, siteIds);
  }
  return found;
}

/**
 * A case is of no use without its client, its contract, the order lines it draws on, and what was
 * granted of them: its site is told of them before it is told of the case.
 */
export async function takePapersAlong(rows: Rows, cases: readonly ReturnCase[]): Promise<void> {
  for (const siteId of new Set(cases.map((paper) => paper.siteId))) {
    const here = cases.filter((paper) => paper.siteId === siteId);
    const lines = here.flatMap((paper) => paper.lines.flatMap((line) => line.orderLineId ?? []));
    const clients = here.flatMap(({ clientId }) => clientId ?? []);
    const contracts = here.flatMap(({ contractId }) => contractId ?? []);
    await widen(rows, siteId, 'clients', sql`id = ${texts(clients)}`);
    await widen(rows, siteId, 'contracts', sql`body ->> 'id' = ${texts(contracts)}`);
    await widen(rows, siteId, 'orderLines', sql`id = ${texts(lines)}`);
    await appendChanges(rows, await grantsToTell(rows, siteId, lines));
  }
}

async function widen(
  rows: Rows,
  siteId: string,
  collection: 'clients' | 'contracts' | 'orderLines',
  named: SQL,
): Promise<void> {
  const widened = await ask(
    rows,
    sql`update ${documents} set site_ids = array_append(site_ids, ${siteId}::text)
      where collection = ${collection} and ${named}
        and site_ids is not null and not ${siteId} = any(site_ids) returning id`,
    Drawing.pick({ id: true }),
  );
  await appendChanges(
    rows,
    widened.map(({ id }) => ({ siteId, collection, id })),
  );
}
