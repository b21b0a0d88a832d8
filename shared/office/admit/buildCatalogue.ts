import { CatalogueCode, type CatalogueEntry, sortOfCode, x12Of } from '../../facts/catalogue.ts';
import { CatalogueEntryId } from '../../ids.ts';
import { accept, type Result, refuse } from '../../result.ts';
import type { BodyOf } from '../bodies/bodyOf.ts';
import { CatalogueBody } from '../bodies/catalogue.ts';
import { ownIdOf } from '../externalId.ts';
import {
  type OfficeCommand,
  type OfficeError,
  type OfficeRecord,
  officeError,
} from '../officeCommand.ts';
import type { Build } from './build.ts';
import type { Built, Known } from './known.ts';

/** What was recorded with an entry rests on our code, so that code stays; anything else may be said anew. */
export const buildCatalogueEntry: Build<'catalogue'> = ({ ownId, body, before }) => {
  const stays = (code: string) =>
    refuse([officeError('of', 'stays', `This entry stands for ${code}; that stays`)]);
  const own = CatalogueCode.safeParse(ownId).data;
  if (own !== undefined && own !== body.of) return stays(own);
  const earlier = before && CatalogueBody.parse(before.body).of;
  if (earlier !== null && earlier !== body.of) return stays(earlier);
  const nameless = own === undefined && Object.keys(body.names).length === 0;
  if (nameless)
    return refuse([
      officeError('names', 'unreadable', 'An entry has a name in one language at least'),
    ]);
  return accept({ documents: [{ collection: 'catalogue', body: entryOf(ownId, body, null) }] });
};

/** What we ship for a code of ours, as if it had been said: the company may change it or withdraw it. */
export function shippedRecord(
  { kind, externalId }: OfficeCommand,
  known: Known,
): OfficeRecord | null {
  const of = CatalogueCode.safeParse(ownIdOf(kind, externalId)).data;
  if (kind !== 'catalogue' || of === undefined) return null;
  return {
    kind,
    externalId,
    ownId: of,
    version: 0,
    body: CatalogueBody.parse({ of }),
    state: 'current',
    changedAt: known.now,
    changedBy: 'Quayside',
    changedById: null,
  };
}

/**
 * A defect nobody is to record any more keeps its name where it was recorded. Signs, reasons and
 * dispositions of ours stay, since policy and decisions speak of them: theirs is only the name.
 */
export function withdrawnEntry(
  before: OfficeRecord,
  reason: string,
  known: Known,
): Result<Built, readonly OfficeError[]> {
  const body = CatalogueBody.parse(before.body);
  if (before.version === 0 && sortOfCode(body.of) !== 'defect')
    return refuse([
      officeError(
        '',
        'stays',
        'The policy and decisions speak of it; give it another name instead',
      ),
    ]);
  const withdrawn = { on: known.now.slice(0, 10), reason };
  return accept({
    documents: [{ collection: 'catalogue', body: entryOf(before.ownId, body, withdrawn) }],
  });
}

function entryOf(
  ownId: string,
  body: BodyOf<'catalogue'>,
  withdrawn: { readonly on: string; readonly reason: string } | null,
): CatalogueEntry {
  return {
    ...body,
    id: CatalogueEntryId.parse(ownId),
    x12: x12Of(body),
    withdrawn,
  };
}
