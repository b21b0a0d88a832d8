import { scopeOf } from '../../shared/office/officeApi.ts';
import type { TableKind } from '../../shared/sync/importsApi.ts';
import type { CallingAdmin } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import type { KeptFile } from '../imports/kept/keptFiles.ts';
import type { Central } from './central.ts';

/** Nobody sees what somebody else brought. */
export function fileOf(
  { imports }: Pick<Central, 'imports'>,
  id: string,
  admin: CallingAdmin,
): KeptFile {
  const file = imports.find(id, ownerOf(admin));
  if (file === null) throw new ApiRefusal('notFound', 'There is no such file (any more)', 'id');
  return file;
}

export function ownerOf(admin: CallingAdmin): string {
  return admin.kind === 'named' ? admin.id : '';
}

/** Whoever may not write a record may not import it, or have it exported. */
export function mayWrite(admin: CallingAdmin, kind: TableKind): void {
  const scope = scopeOf(kind);
  if (admin.kind === 'named' && !admin.scopes.includes(scope))
    throw new ApiRefusal('forbidden', `${admin.name} may not: “${scope}” is needed for this`);
}
