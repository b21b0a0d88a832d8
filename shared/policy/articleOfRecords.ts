import type { OrderLine } from '../returns/documents.ts';
import type { UnitsCountedFact } from '../returns/fact.ts';

type Article = OrderLine['article'];

/** What came back, held against the order and the delivery: three different things. */
export type ArticleByRecords = 'ordered' | 'shippedInstead' | 'neither' | 'orderUnknown';

export function articleByRecords(
  group: UnitsCountedFact,
  orderLine: OrderLine | null,
): ArticleByRecords {
  if (orderLine === null) return 'orderUnknown';
  const { article: ordered, shippedArticle: shipped = ordered } = orderLine;
  if (group.identity !== 'mismatch_class') return 'ordered';
  if (isNamed(group.article) && isArticle(group.article, shipped) && !isSame(shipped, ordered))
    return 'shippedInstead';
  return isNamed(group.article) && isArticle(group.article, ordered) ? 'ordered' : 'neither';
}

export function isNamed(found: UnitsCountedFact['article']): boolean {
  return found.number !== null || found.gtin !== null;
}

/** By number, or by GTIN without packaging level and check digit: a carton of an article is that article. */
export function isArticle(found: UnitsCountedFact['article'], article: Article): boolean {
  return (
    found.number === article.number ||
    (found.gtin !== null && itemReference(found.gtin) === itemReference(article.gtin))
  );
}

function isSame(a: Article, b: Article): boolean {
  return a.number === b.number && itemReference(a.gtin) === itemReference(b.gtin);
}

function itemReference(gtin: string): string {
  return gtin.slice(1, 13);
}
