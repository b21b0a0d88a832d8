import { ClientId } from '../../ids.ts';
import { ClientBody } from '../bodies/people.ts';
import {
  type ExternalId,
  externalIdOf,
  ownIdOf,
  type Reference,
  type Source,
} from '../externalId.ts';
import type { Known } from './known.ts';
import { readOnce } from './readOnce.ts';

const clientOf = readOnce(ClientBody);

/** A client merged into one that was merged itself, and so on: no company has more. */
export const mostMerges = 5;

export type NamedClient = { readonly id: ClientId; readonly body: ClientBody };

/** Whose a new paper is that names this client: of the one it was merged into, where it was. */
export function clientNamed(known: Known, reference: Reference, source: Source): NamedClient {
  let at: ExternalId = externalIdOf(reference, source);
  for (let merges = 0; ; merges += 1) {
    const body = clientOf(known.record('clients', at));
    if (body.mergedInto === undefined || merges === mostMerges)
      return { id: ClientId.parse(ownIdOf('clients', at)), body };
    at = externalIdOf(body.mergedInto, at.source);
  }
}

/** The same; a paper that is a client's already stays that client's, merged or not. */
export function clientOfPaper(
  known: Known,
  paperId: string,
  reference: Reference,
  source: Source,
): NamedClient {
  const at = externalIdOf(reference, source);
  const id = ClientId.parse(ownIdOf('clients', at));
  return known.paperBefore(paperId)?.clientId === id
    ? { id, body: clientOf(known.record('clients', at)) }
    : clientNamed(known, reference, source);
}
