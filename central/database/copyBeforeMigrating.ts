import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncTree } from './syncWal.ts';

const keptCopies = 2;

/**
 * Copies an embedded database that nobody has open, before its schema changes; the last two copies
 * stay. To go back: stop central, put the copy in the place of `database`.
 */
export async function copyBeforeMigrating(
  folder: string,
  firstPending: string,
  now: Date,
): Promise<string> {
  const copies = path.join(folder, 'before-migrations');
  await mkdir(copies, { recursive: true, mode: 0o700 });
  const name = `${now.toISOString().replaceAll(':', '-')} ${firstPending}`;
  const copy = path.join(copies, name);
  await rm(`${copy}.new`, { recursive: true, force: true });
  await cp(path.join(folder, 'database'), `${copy}.new`, { recursive: true });
  await syncTree(`${copy}.new`);
  await rename(`${copy}.new`, copy);
  await syncTree(copies);
  for (const old of (await readdir(copies)).toSorted().slice(0, -keptCopies))
    await rm(path.join(copies, old), { recursive: true, force: true });
  return copy;
}
