import type { Role } from '../../facts/codes.ts';
import type { Person } from '../../facts/documents.ts';
import type { FactKind } from '../../facts/fact.ts';
import type { Refusal } from '../../facts/refusal.ts';

/** Who may record what. The warehouse records what is, so capture is wide and money is narrow. */
export const rolesFor: Readonly<Record<FactKind, readonly Role[]>> = {
  arrival: ['dock', 'inspector', 'supervisor'],
  doorChecked: ['dock', 'inspector', 'supervisor'],
  arrivalLinked: ['dock', 'inspector', 'supervisor'],
  caseOpened: ['dock', 'inspector', 'supervisor'],
  handlingUnit: ['dock', 'inspector', 'supervisor'],
  unitsCounted: ['dock', 'inspector'],
  photoTaken: ['dock', 'inspector', 'supervisor'],
  finding: ['inspector'],
  photoAttached: ['inspector'],
  photoAnnotated: ['inspector'],
  inspectionStarted: ['inspector', 'supervisor'],
  inspectionChosen: ['supervisor'],
  inspectionFinished: ['inspector'],
  verdictDecided: ['supervisor'],
  held: ['dock', 'inspector', 'supervisor'],
  released: ['inspector', 'supervisor'],
  missingNoted: ['dock', 'inspector'],
  parcelDone: ['dock', 'inspector'],
  correction: ['dock', 'inspector', 'supervisor'],
  acceptedAnyway: ['supervisor'],
  caseTaken: ['inspector'],
  caseHandedOver: ['inspector', 'supervisor'],
  reportMade: ['inspector', 'supervisor'],
};

/**
 * What keeps this person from recording this kind of fact at this site, whatever the case: unknown or
 * no longer active (`inactivePerson`), without a role for it (`notYourRole`; a kind nobody named has
 * none), not of the site (`otherSite`). null: nothing.
 */
export function whyNotEntitled(
  person: Person | null,
  kind: FactKind,
  siteId: string,
): Refusal | null {
  if (person?.active !== true) return { code: 'inactivePerson' };
  const roles = Object.hasOwn(rolesFor, kind) ? rolesFor[kind] : [];
  if (!roles.some((role) => person.roles.includes(role)))
    return { code: 'notYourRole', needs: [...roles] };
  return person.siteIds.some((one) => one === siteId) ? null : { code: 'otherSite' };
}
