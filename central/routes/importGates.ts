import { scopeOf } from '../../shared/office/officeApi.ts';
import type { TableKind } from '../../shared/sync/importsApi.ts';
import type { CallingAdmin } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { inTurn } from '../imports/kept/inTurn.ts';
import type { KeptFile } from '../imports/kept/keptFiles.ts';
import type { Central } from './central.ts';

/** Files read through or written for somebody, at once and waiting: each in a thread of its own, or on the disk. */
const atOnce = 2;
const mostWaiting = 16;

export type Reading = <T>(work: () => Promise<T>) => Promise<T>;

/** In their order; whoever would wait too long is told to come again. */
export function readingInTurn(): Reading {
  const turns = inTurn(atOnce, mostWaiting);
  return async (work) => {
    const done = await turns(async () => ({ value: await work() }));
    if (done === null) throw busy();
    return done.value;
  };
}

export function busy(): ApiRefusal {
  return new ApiRefusal('tooMany', 'Other files are being read', undefined, {
    retryAfterSeconds: 15,
  });
}

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
