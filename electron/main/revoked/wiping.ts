import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { makeFolder, syncFolder, writeDurably } from '../machine/durableFile.ts';
import { readJsonFile } from '../machine/jsonFile.ts';

/** On disk before anything is deleted, and gone when nothing is left to delete. */
const Begun = z.object({
  /** What nobody has yet, below the station's folder: it stays for `npm run rescue`. */
  keep: z.array(z.string()),
});
const Wiped = z.object({ at: z.number() });

const begunIn = (folder: string) => path.join(folder, 'wiping.json');
const wipedIn = (folder: string) => path.join(folder, 'wiped.json');

/** From now on it is wiped, whatever happens: at the latest at the next start. */
export async function beginWiping(folder: string, keep: readonly string[]): Promise<void> {
  await writeDurably(begunIn(folder), JSON.stringify({ keep }));
}

/** Before anything of the station is opened. True: this computer was wiped now. */
export async function finishWiping(
  folder: string,
  { clearPage, now }: { readonly clearPage: () => Promise<void>; readonly now: () => number },
): Promise<boolean> {
  const begun = await readJsonFile(begunIn(folder), Begun);
  if (begun === null) return false;
  // What opens everything else goes first.
  await rm(path.join(folder, 'vault'), { recursive: true, force: true });
  await clear(folder, '', [...begun.keep, path.basename(begunIn(folder))]);
  await clearPage();
  await writeDurably(wipedIn(folder), JSON.stringify({ at: now() }));
  await rm(begunIn(folder), { force: true });
  await syncFolder(folder);
  return true;
}

async function clear(root: string, below: string, keep: readonly string[]): Promise<void> {
  await makeFolder(path.join(root, below));
  for (const name of await readdir(path.join(root, below))) {
    const entry = path.posix.join(below, name);
    if (keep.includes(entry)) continue;
    if (keep.some((kept) => kept.startsWith(`${entry}/`))) await clear(root, entry, keep);
    else await rm(path.join(root, entry), { recursive: true, force: true });
  }
}

/** When this computer was wiped; null: never, or a station joined here since. */
export async function wipedAt(folder: string): Promise<number | null> {
  return (await readJsonFile(wipedIn(folder), Wiped))?.at ?? null;
}

export async function forgetWiped(folder: string): Promise<void> {
  await rm(wipedIn(folder), { force: true });
}
