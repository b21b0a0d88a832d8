import type { Person } from '../facts/documents.ts';
import type { Fact, FactKind, FactOf } from '../facts/fact.ts';
import type { Refusal, RefusalCode } from '../facts/refusal.ts';
import { dutyOf } from './reading/duties.ts';

/** What is decided is decided anew by whoever may, never accepted on another's word. */
const notFloorWork: ReadonlySet<FactKind> = new Set([
  'verdictDecided',
  'inspectionChosen',
  'acceptedAnyway',
]);

/** Refusals of who recorded it or when, and of what fell with such a record. What a case cannot hold stays out. */
const overruled: ReadonlySet<RefusalCode> = new Set([
  'keyRetired',
  'inactivePerson',
  'notYourRole',
  'otherSite',
  'brokenChain',
  'steppedOver',
  'unknownCase',
  'unknownArrival',
  'unknownUnitGroup',
  'unknownFact',
  'unknownPhoto',
  'unknownEntry',
  'inspectionNotStarted',
  'nothingInspected',
  'caseFull',
]);

export function isFloorWork(kind: FactKind): boolean {
  return !notFloorWork.has(kind);
}

/** Whether a supervisor is offered to accept such a record. What a stolen key signed proves nobody. */
export function isAcceptable({ kind }: Pick<Fact, 'kind'>, refusal: Refusal): boolean {
  const isStolen = refusal.code === 'keyRetired' && refusal.why === 'compromised';
  return isFloorWork(kind) && !isStolen && overruled.has(refusal.code);
}

/**
 * What stands in the way of this supervisor's accepting the refused record `target`; null: nothing.
 * Whether the record itself can stand in its case is asked of it alone.
 */
export function whyNotAcceptedAnyway(
  fact: FactOf<'acceptedAnyway'>,
  actor: Person,
  target: Fact | null,
): Refusal | null {
  if (target?.id !== fact.accepts) return { code: 'notRefused' };
  if (!isFloorWork(target.kind)) return { code: 'notFloorWork' };
  if (target.personId === actor.id) return { code: 'ownRecord' };
  if (fact.reason.trim() === '') return { code: 'reasonRequired' };
  const isThis =
    target.caseId === fact.caseId && target.siteId === fact.siteId && dutyOf(target) === fact.hands;
  return isThis ? null : { code: 'notRefused' };
}
