import { lineOf } from '../../../../shared/cases/reading/lineOf.ts';
import { localDateOf } from '../../../../shared/deadlines/localDay.ts';
import { isCountedAs } from '../../../../shared/facts/articles.ts';
import type { UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useNow } from '../../../queries/StationStorage.tsx';
import type { OfferedFor } from './useDefectOffers.ts';

/** The product group of what was counted, as its order line says it, and the day it is at the site. */
export function useOfferedFor(view: CaseView, group: UnitsCountedFact): OfferedFor {
  const now = new Date(useNow()).toISOString();
  const line = view.orderLines.find(({ id }) => id === lineOf(group.unitGroupId, view.file));
  const article = [line?.article, line?.shippedArticle].find(
    (one) => one !== undefined && isCountedAs(group.article, one),
  );
  return {
    on: localDateOf(now, view.references?.calendar.timeZone ?? group.at.zone),
    productGroup: article?.productGroup ?? null,
  };
}
