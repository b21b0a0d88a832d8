import { mkdir } from 'node:fs/promises';
import { bootIdOf } from '../../shared/node/bootId.ts';
import { FolderInUse, type FolderLock, lockFolder } from '../../shared/node/folderLock.ts';

/**
 * Takes a data folder for this central alone. PGlite takes no lock: a second process opens without an
 * error and loses rows.
 */
export async function takeFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return await lockFolder(folder, await bootIdOf(), 'central.lock');
  } catch (failure) {
    if (!(failure instanceof FolderInUse)) throw failure;
    throw new FolderInUse(
      `${failure.message} Two centrals on one folder would destroy it. ` +
        'Stop the other one, or choose another folder with --data.',
      { cause: failure },
    );
  }
}
