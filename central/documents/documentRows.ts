import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { isCurrencyInUse } from '../../shared/facts/currencies.ts';
import { rowsFrom } from '../database/ask.ts';
import type { Rows } from '../database/rows.ts';
import { documents } from '../database/schema.ts';
import { appendChanges, type ChangedEntity } from '../feed/changeRows.ts';
import { republish, tellWhole } from '../feed/republishRows.ts';
import { contractKey } from './contractKey.ts';
import type { BodyOf, Document, DocumentCollection, DocumentToPut } from './document.ts';
import { type Scope, scopesOf, takePapersAlong } from './documentScopeRows.ts';
import { keepEarlierPeople } from './earlierPeopleRows.ts';
import { showEvidence, takePicturesAlong } from './picturesAlongRows.ts';

/** Saves one document and tells the stations that may see it. */
export async function putDocument(rows: Rows, document: DocumentToPut, now?: Date): Promise<void> {
  await putDocuments(rows, [document], now);
}

/** What others are made from comes first: a station that reads in this order makes each list row once. */
const placeOf = (document: Document) => (document.collection === 'cases' ? 1 : 0);

/**
 * Saves documents and tells the stations: who may see each, and who may not any more. Papers that
 * agree on money are refused in a currency ISO 4217 does not know; those stored before are still read.
 */
export async function putDocuments(
  rows: Rows,
  given: readonly DocumentToPut[],
  now = new Date(),
): Promise<void> {
  for (const document of given) checkCurrency(document);
  const newest = [...new Map(given.map((d) => [keyOf(d), d])).entries()]
    .sort(([a, one], [b, other]) => placeOf(one) - placeOf(other) || (a < b ? -1 : 1))
    .map(([, document]) => document);
  for (let from = 0; from < newest.length; from += 500)
    await putSome(rows, newest.slice(from, from + 500), now);
}

export async function documentOf<C extends DocumentCollection>(
  rows: Rows,
  collection: C,
  id: string,
): Promise<BodyOf<C> | null> {
  const found = await documentsOf(rows, collection, [id]);
  return found.get(id) ?? null;
}

/** The same, where that site may see it. */
export async function documentForSite<C extends DocumentCollection>(
  rows: Rows,
  collection: C,
  id: string,
  siteId: string,
): Promise<BodyOf<C> | null> {
  const seen = sql`(${documents.siteIds} is null or ${siteId} = any(${documents.siteIds}))`;
  return (await documentsOf(rows, collection, [id], seen)).get(id) ?? null;
}

export async function documentsOf<C extends DocumentCollection>(
  rows: Rows,
  collection: C,
  ids: readonly string[],
  scope?: SQL,
): Promise<ReadonlyMap<string, BodyOf<C>>> {
  if (ids.length === 0) return new Map();
  const found = await rows
    .select({ id: documents.id, body: documents.body })
    .from(documents)
    .where(and(eq(documents.collection, collection), inArray(documents.id, [...ids]), scope));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `putDocuments` let in
  return new Map(found.map(({ id, body }) => [id, body as BodyOf<C>]));
}

export async function everyDocument<C extends DocumentCollection>(
  rows: Rows,
  collection: C,
): Promise<readonly BodyOf<C>[]> {
  const found = await rows
    .select({ body: documents.body })
    .from(documents)
    .where(eq(documents.collection, collection));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `putDocuments` let in
  return found.map(({ body }) => body as BodyOf<C>);
}

/** Nobody has put anything in yet. */
export async function isEmpty({ rows }: { readonly rows: Rows }): Promise<boolean> {
  const found = await rows.select({ id: documents.id }).from(documents).limit(1);
  return found.length === 0;
}

/** A document's id in the feed. Versions of a contract live side by side; of a calendar only the newest. */
function documentId(document: Document): string {
  switch (document.collection) {
    case 'contracts':
      return contractKey(document.body.id, document.body.version);
    case 'calendars':
      return document.body.siteId;
    default:
      return document.body.id;
  }
}

function checkCurrency(document: DocumentToPut): void {
  const { collection, body } = document;
  if (collection !== 'contracts' && collection !== 'orderLines') return;
  if (!isCurrencyInUse(body.currency))
    throw new Error(`${collection} ${documentId(document)}: no currency in use: ${body.currency}`);
}

async function putSome(rows: Rows, batch: readonly DocumentToPut[], now: Date): Promise<void> {
  const before = await scopesBefore(rows, batch);
  const scopes = await scopesOf(rows, batch, keyOf, before);
  const scopeOf = (document: Document) => scopes.get(keyOf(document)) ?? null;
  const people = batch.flatMap((d) => (d.collection === 'people' ? [d.body] : []));
  const known = people.map(({ id }) => id);
  await keepEarlierPeople(rows, await documentsOf(rows, 'people', known), people, now);
  const values = batch.map((d) => ({
    collection: d.collection,
    id: documentId(d),
    siteIds: mutable(scopeOf(d)),
    body: d.body,
  }));
  await rows.execute(
    sql`insert into ${documents} ${rowsFrom(documents, values)} on conflict (collection, id)
      do update set body = excluded.body, site_ids = excluded.site_ids`,
  );
  for (const document of batch)
    if (document.collection === 'cases' && before.has(keyOf(document)))
      await republish(rows, document.body.siteId, { caseIds: [document.body.id], arrivalIds: [] });
  const cases = batch.flatMap((d) => (d.collection === 'cases' ? [d] : []));
  const others = batch.filter((d) => d.collection !== 'cases');
  const tell = (papers: readonly DocumentToPut[]) =>
    appendChanges(
      rows,
      papers.flatMap((d) => changesOf(d, before.get(keyOf(d)), scopeOf(d))),
    );
  await tell(others);
  await takePapersAlong(
    rows,
    cases.map(({ body }) => body),
  );
  await tell(cases);
  for (const { body } of cases) await showEvidence(rows, body);
  // A case that moves takes along what was recorded of it where it was.
  for (const { body, ...document } of cases) {
    const was = before.get(keyOf({ ...document, body }));
    if (!was || was.includes(body.siteId)) continue;
    await takePicturesAlong(rows, body);
    await tellWhole(rows, body.siteId, [body.id]);
  }
}

async function scopesBefore(
  rows: Rows,
  batch: readonly Document[],
): Promise<ReadonlyMap<string, Scope>> {
  const [collections, ids] = [batch.map((d) => d.collection), batch.map(documentId)];
  const wanted = sql`select * from unnest(${texts(collections)}, ${texts(ids)})`;
  const found = await rows
    .select({ collection: documents.collection, id: documents.id, siteIds: documents.siteIds })
    .from(documents)
    .where(sql`(${documents.collection}, ${documents.id}) in (${wanted})`)
    .for('update');
  return new Map(found.map((d) => [`${d.collection} ${d.id}`, d.siteIds]));
}

const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

function changesOf(
  document: DocumentToPut,
  before: Scope | undefined,
  now: Scope,
): readonly ChangedEntity[] {
  const { collection } = document;
  const id = documentId(document);
  const left = before === undefined ? [] : (before ?? [null]).filter((s) => !sees(now, s));
  return [
    ...left.map((siteId) => ({ siteId, collection, id, gone: true })),
    ...(now ?? [null]).map((siteId) => ({ siteId, collection, id })),
  ];
}

function sees(sites: Scope, site: string | null): boolean {
  return sites === null ? site === null : site !== null && sites.includes(site);
}

function keyOf(document: Document): string {
  return `${document.collection} ${documentId(document)}`;
}

function mutable(ids: Scope): string[] | null {
  return ids === null ? null : [...ids];
}
