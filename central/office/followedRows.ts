/** Order lines stations have in sight follow their articles: what was sold is known by what it got since. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { OrderLine } from '../../shared/facts/documents.ts';
import { articleFollowed } from '../../shared/office/admit/articleFollowed.ts';
import { articleOnLine } from '../../shared/office/admit/buildGoods.ts';
import { ArticleBody, OrderLineBody } from '../../shared/office/bodies/goods.ts';
import {
  externalIdOf,
  ownIdOf,
  type Reference,
  type Source,
} from '../../shared/office/externalId.ts';
import { useOf } from '../../shared/office/finding/foundBy.ts';
import { canonicalJson } from '../../shared/sync/canonicalJson.ts';
import { ask } from '../database/ask.ts';
import { officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';
import { documents } from '../database/schema.ts';
import { documentsOf, putDocuments } from '../documents/documentRows.ts';
import { grantedLines } from './paperRows.ts';
import { recordsOf } from './recordRows.ts';

const atOnce = 500;

/** Those that name one of these articles, by our ids. Within the transaction that says the articles. */
export async function followArticles(
  rows: Rows,
  articleIds: readonly string[],
  now: Date,
): Promise<void> {
  const wanted = articleIds.map((id) => `'${useOf('order-lines', 'articles', id)}'`);
  if (wanted.length === 0) return;
  // By the index: the database takes what many records name for what all do.
  await rows.execute(sql`set local enable_seqscan = off`);
  const found = await ask(
    rows,
    sql`select own_id as id from ${officeRecords} as record
      join ${documents} as paper on paper.collection = 'orderLines' and paper.id = record.own_id
      where record.found_by @@ ${wanted.join(' | ')}::tsquery
        and record.kind = 'order-lines' and cardinality(paper.site_ids) > 0
      order by own_id`,
    z.object({ id: z.string() }),
  );
  await rows.execute(sql`set local enable_seqscan = on`);
  for (let from = 0; from < found.length; from += atOnce)
    await bringUpToDate(
      rows,
      found.slice(from, from + atOnce).map(({ id }) => id),
      now,
    );
}

/** Those that returns name from now on: nobody had them in sight when their articles changed. */
export async function bringUpToDate(
  rows: Rows,
  orderLineIds: readonly string[],
  now: Date,
): Promise<void> {
  if (orderLineIds.length === 0) return;
  const ids = [...new Set(orderLineIds)];
  const lines = await recordsOf(
    rows,
    ids.map((ownId) => ({ kind: 'order-lines', ownId })),
  );
  const named = lines.map(({ ownId, externalId, body }) => {
    const { article, shippedArticle } = OrderLineBody.parse(body);
    const { source } = externalId;
    const shipped = shippedArticle === undefined ? null : articleId(shippedArticle, source);
    return { ownId, article: articleId(article, source), shipped };
  });
  const articleIds = new Set(
    named.flatMap(({ article, shipped }) => [article, shipped ?? article]),
  );
  const articles = await recordsOf(
    rows,
    [...articleIds].map((ownId) => ({ kind: 'articles', ownId })),
  );
  const byId = new Map(
    articles.map(({ ownId, body }) => [ownId, articleOnLine(ArticleBody.parse(body))]),
  );
  const granted = await grantedLines(rows, ids);
  const papers = await documentsOf(rows, 'orderLines', ids);
  const behind = named.flatMap(({ ownId, article, shipped }) => {
    const paper = papers.get(ownId);
    const [ordered, sent] = [byId.get(article), shipped === null ? null : byId.get(shipped)];
    // What money was granted on stays as it was decided about.
    if (!paper || !ordered || granted.has(ownId)) return [];
    const body: OrderLine = {
      ...paper,
      article: articleFollowed(paper.article, ordered),
      ...(paper.shippedArticle && sent
        ? { shippedArticle: articleFollowed(paper.shippedArticle, sent) }
        : {}),
    };
    return canonicalJson(body) === canonicalJson(paper)
      ? []
      : [{ collection: 'orderLines' as const, body }];
  });
  await putDocuments(rows, behind, now);
}

function articleId(reference: Reference, source: Source): string {
  return ownIdOf('articles', externalIdOf(reference, source));
}
