import type { Grant } from '../../facts/documents.ts';
import type { Fact, VerdictDecidedFact } from '../../facts/fact.ts';
import type { PersonId } from '../../ids.ts';
import { assertNever } from '../../result.ts';

/** Who had the goods of a case in their hands. Four eyes: none of them decides it. */
export type Duties = {
  readonly received: readonly PersonId[];
  readonly inspected: readonly PersonId[];
};

export function dutiesIn(facts: readonly Fact[]): Duties {
  const received = new Set<PersonId>();
  const inspected = new Set<PersonId>();
  for (const fact of facts) {
    const duty = dutyOf(fact);
    if (duty === 'received') received.add(fact.personId);
    if (duty === 'inspected') inspected.add(fact.personId);
  }
  return { received: [...received].sort(), inspected: [...inspected].sort() };
}

/** A box they received was linked to the case after they approved: what nobody else has signed frees nothing. */
export function isByHandsOnCase(
  { decision, personId, verdictId }: VerdictDecidedFact,
  { received, inspected }: Duties,
  grants: readonly Grant[],
): boolean {
  return (
    (decision === 'approve' || decision === 'override') &&
    (received.includes(personId) || inspected.includes(personId)) &&
    !grants.some((g) => g.verdictId === verdictId && g.signedBy.includes(personId))
  );
}

/** Whether recording this fact means having had the goods in one's hands, for the four eyes. */
export function dutyOf(fact: Fact): 'received' | 'inspected' | null {
  switch (fact.kind) {
    case 'arrival':
    case 'doorChecked':
    case 'handlingUnit':
    case 'unitsCounted':
    case 'missingNoted':
    case 'parcelDone':
      return 'received';
    case 'finding':
    case 'photoAttached':
    case 'photoAnnotated':
    case 'inspectionFinished':
      return 'inspected';
    case 'photoTaken':
      return fact.subject.kind === 'arrival' ? 'received' : 'inspected';
    case 'acceptedAnyway':
      return fact.hands;
    case 'arrivalLinked':
    case 'caseOpened':
    case 'inspectionStarted':
    case 'inspectionChosen':
    case 'verdictDecided':
    case 'held':
    case 'released':
    case 'correction':
    case 'caseTaken':
    case 'caseHandedOver':
    case 'reportMade':
      return null;
    default:
      return assertNever(fact);
  }
}
