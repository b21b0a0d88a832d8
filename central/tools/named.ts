import { ownIdOf, readExternalId } from '../../shared/office/externalId.ts';
import type { OfficeKind } from '../../shared/office/kinds.ts';

/** Our id of what somebody names: by what their system calls it ("erp:P-101"), or by ours as it is. */
export function ownIdNamed(kind: OfficeKind, named: string): string {
  const external = readExternalId(named);
  return external === null ? named : ownIdOf(kind, external);
}
