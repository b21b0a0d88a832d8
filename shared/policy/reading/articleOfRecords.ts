import { gtinsOf } from '../../facts/articles.ts';
import type { OrderLine } from '../../facts/documents.ts';
import type { UnitsCountedFact } from '../../facts/fact.ts';

type Article = OrderLine['article'];

/**
 * What came back, held against the order and the delivery: three different things. A label of the
 * count never makes one article another; goods nobody can name are what the count says.
 */
export type ArticleByRecords = 'ordered' | 'shippedInstead' | 'neither' | 'orderUnknown';

export function articleByRecords(
  group: UnitsCountedFact,
  orderLine: OrderLine | null,
): ArticleByRecords {
  if (orderLine === null) return 'orderUnknown';
  const { article: ordered, shippedArticle: shipped = ordered } = orderLine;
  if (!isNamed(group.article)) return group.identity === 'mismatch_class' ? 'neither' : 'ordered';
  if (isArticle(group.article, ordered)) return 'ordered';
  return isArticle(group.article, shipped) ? 'shippedInstead' : 'neither';
}

function isNamed(found: UnitsCountedFact['article']): boolean {
  return found.number !== null || found.gtin !== null;
}

/** By number, or by GTIN without packaging level and check digit: a carton of an article is that article. */
function isArticle({ gtin, number }: UnitsCountedFact['article'], article: Article): boolean {
  if (number === article.number) return true;
  if (gtin === null) return false;
  return gtinsOf(article).some((own) => itemReference(own) === itemReference(gtin));
}

function itemReference(gtin: string): string {
  return gtin.slice(1, 13);
}
