import { accept, type Result, refuse } from '../../shared/result.ts';
import { rolesFor } from '../../shared/returns/admitFact.ts';
import type { Person } from '../../shared/returns/documents.ts';
import type { FactKind } from '../../shared/returns/fact.ts';
import type { Refusal } from '../../shared/sync/refusal.ts';

export type Verb = `record ${FactKind}`;

/** May this person do this here? What is not named is refused; nobody may do anything elsewhere. */
export function whoMay(
  person: Person | null,
  verb: Verb,
  object: { readonly siteId: string },
): Result<null, Refusal> {
  if (person?.active !== true) return refuse({ code: 'inactivePerson' });
  const roles = new Map(Object.entries(rolesFor)).get(verb.slice('record '.length)) ?? [];
  if (!roles.some((role) => person.roles.includes(role)))
    return refuse({ code: 'notYourRole', needs: [...roles] });
  return person.siteIds.some((siteId) => siteId === object.siteId)
    ? accept(null)
    : refuse({ code: 'otherSite' });
}
