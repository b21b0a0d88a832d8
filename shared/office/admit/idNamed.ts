import { externalIdOf, ownIdOf, type Reference, type Source } from '../externalId.ts';
import type { OfficeKind } from '../kinds.ts';

/** Our id of a record that a body from `source` names. */
export function idNamed(kind: OfficeKind, reference: Reference, source: Source): string {
  return ownIdOf(kind, externalIdOf(reference, source));
}
