import type { UnitsCountedFact } from './fact.ts';
import type { OrderedArticle } from './orderedArticle.ts';

type Found = { readonly gtin: string | null; readonly number: string | null };

/** Every GTIN an article is sold under, that of its unit first; none where it has none. Pure. */
export function gtinsOf({ gtin, gtins = [] }: OrderedArticle): readonly string[] {
  return [...(gtin === null ? [] : [gtin]), ...gtins.map((further) => further.gtin)];
}

/** How many units one such GTIN stands for; null where it is none of this article's. */
export function unitsUnder(
  { gtin, gtins = [] }: OrderedArticle,
  said: string | null,
): number | null {
  if (said === null) return null;
  if (said === gtin) return 1;
  return gtins.find((further) => further.gtin === said)?.quantity ?? null;
}

/** What a record says of an article: without its packs, each of which is counted as so many units. */
export function recordedAs({ gtin, number, name }: OrderedArticle): UnitsCountedFact['article'] {
  return { gtin, number, name };
}

/** Whether goods were counted as this very article: by GTIN where both have one, else by number. */
export function isCountedAs(found: Found, article: OrderedArticle): boolean {
  if (unitsUnder(article, found.gtin) !== null) return true;
  const isByNumber = found.gtin === null || article.gtin === null;
  return isByNumber && found.number === article.number;
}

/** Whether two counts name their article alike: nothing in common is no name in common. */
export function isNamedAlike(a: Found, b: Found): boolean {
  return a.gtin === b.gtin && (a.gtin !== null || a.number === b.number);
}

/** An article by its name, or by its number, or what is printed on it, where nobody knows the name. */
export function nameOfArticle({
  article,
}: {
  readonly article: Readonly<UnitsCountedFact['article']>;
}): string {
  return [article.name, article.number, article.gtin].find((known) => known) ?? '';
}
