import type { Fact, FactOf } from '../../shared/facts/fact.ts';
import type { Refusal } from '../../shared/facts/refusal.ts';
import { arrivalNamedBy } from '../cases/factsOfCase.ts';
import { standingArrival, standingLink, type WorkingSet } from '../cases/workingSet.ts';

/**
 * A fact speaks of its own case and site, under ids of its own: whatever it names elsewhere, or would
 * name anew, could change or block what others do there. null: nothing against it.
 */
export function whyNotItsOwn(
  fact: Fact,
  target: Fact | null,
  workingSet: WorkingSet,
): Refusal | null {
  if (isIdOfAnother(fact, workingSet)) return { code: 'idReused' };
  if (fact.kind === 'correction') return whyNotItsTarget(fact, target);
  if (fact.kind === 'released' && fact.caseId === null) return whyNotItsTarget(fact, target);
  // Nobody has a case whom nobody knows: names made up would stand in everybody's list.
  if (fact.kind === 'caseHandedOver' && fact.to !== null && !workingSet.people.has(fact.to))
    return { code: 'inactivePerson' };
  return isArrivalElsewhere(fact, workingSet) ? { code: 'otherSite' } : null;
}

/** What arrives anew bears an id of its own; so does a decision, whose refund may bear it. */
function isIdOfAnother(fact: Fact, { facts, takenIds }: WorkingSet): boolean {
  if (fact.kind === 'verdictDecided') return takenIds.has(fact.id);
  return (
    fact.kind === 'arrival' &&
    (facts.arrivals.get(fact.arrivalId) ?? []).some((other) => other.id !== fact.id)
  );
}

function whyNotItsTarget(
  fact: FactOf<'correction'> | FactOf<'released'>,
  target: Fact | null,
): Refusal | null {
  if (!target) return null;
  if (target.caseId !== fact.caseId) return { code: 'unknownFact' };
  return fact.caseId === null && target.siteId !== fact.siteId ? { code: 'otherSite' } : null;
}

/** A case the office moved takes its arrivals along; nothing else reaches over. */
function isArrivalElsewhere(fact: Fact, workingSet: WorkingSet): boolean {
  const arrivalId = fact.kind === 'arrival' ? null : arrivalNamedBy(fact);
  const arrival = arrivalId === null ? null : standingArrival(workingSet, arrivalId);
  if (!arrival || arrival.siteId === fact.siteId) return false;
  const { caseId } = arrival;
  const standing = caseId ?? standingLink(workingSet, arrival.arrivalId)?.caseId ?? null;
  return standing === null || standing !== fact.caseId;
}
