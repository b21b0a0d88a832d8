import { lineOf } from '../../../shared/cases/reading/lineOf.ts';
import { isCountedAs } from '../../../shared/facts/articles.ts';
import type { UnitsCountedFact } from '../../../shared/facts/fact.ts';
import type { OrderedArticle } from '../../../shared/facts/orderedArticle.ts';
import type { CaseView } from './caseView.ts';

/** What was counted, as its order line names it; undefined: no paper says it. */
export function articleOnPapers(
  { orderLines, file }: Pick<CaseView, 'orderLines' | 'file'>,
  group: UnitsCountedFact,
): OrderedArticle | undefined {
  const line = orderLines.find(({ id }) => id === lineOf(group.unitGroupId, file));
  return [line?.article, line?.shippedArticle].find(
    (one) => one !== undefined && isCountedAs(group.article, one),
  );
}
