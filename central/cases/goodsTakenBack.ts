import type { TakingBack } from '../../shared/cases/decisions/takenBack.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { arrivalNamedBy } from './factsOfCase.ts';
import { fileOf, standingLink, stands, type WorkingSet } from './workingSet.ts';

/** What a correction is held against beside its own case, as the ledger knows it by now. */
export function goodsTakenBack(
  fact: Fact,
  target: Fact | null,
  workingSet: WorkingSet,
): Pick<TakingBack, 'owner' | 'goods'> {
  const arrivalId = target && fact.kind === 'correction' ? arrivalNamedBy(target) : null;
  if (!target || arrivalId === null) return { owner: null, goods: [] };
  const link = target.caseId === null ? standingLink(workingSet, arrivalId) : null;
  const ofArrival = (one: Fact) => arrivalNamedBy(one) === arrivalId && stands(workingSet, one);
  return {
    owner: link?.caseId ? fileOf(workingSet, link.caseId) : null,
    goods: target.kind === 'arrival' ? [...workingSet.facts.byId.values()].filter(ofArrival) : [],
  };
}
