import { localDateOf } from '../../../../shared/deadlines/localDay.ts';
import type { UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { articleOnPapers } from '../../../queries/oneCase/articleOnPapers.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useNow } from '../../../queries/StationStorage.tsx';
import type { OfferedFor } from './useDefectOffers.ts';

/** The product group of what was counted, as its order line says it, and the day it is at the site. */
export function useOfferedFor(view: CaseView, group: UnitsCountedFact): OfferedFor {
  const now = new Date(useNow()).toISOString();
  return {
    on: localDateOf(now, view.references?.calendar.timeZone ?? group.at.zone),
    productGroup: articleOnPapers(view, group)?.productGroup ?? null,
  };
}
