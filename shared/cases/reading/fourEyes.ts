import type { Refusal } from '../../facts/refusal.ts';
import type { PersonId } from '../../ids.ts';
import type { CaseFile } from './caseFile.ts';

/**
 * Four eyes: whoever received or inspected anything of a case neither decides about it nor says which
 * inspection of it counts. Asked by `admitFact` at the station and again at central, whose database
 * holds the same of decisions by the key of `case_hands`. null: not on the case.
 */
export function ownHandsOn(
  { duties }: Pick<CaseFile, 'duties'>,
  personId: PersonId,
): Extract<Refusal, { code: 'ownHandsOnCase' }> | null {
  // Whoever inspects counts as well: what they did last is what they remember.
  if (duties.inspected.includes(personId)) return { code: 'ownHandsOnCase', hands: 'inspected' };
  if (duties.received.includes(personId)) return { code: 'ownHandsOnCase', hands: 'received' };
  return null;
}
