/** Where a stopped import goes on: kept beside the file, with which of central's files it is. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ImportsOverHttp } from './importsOverHttp.ts';

const Kept = z.strictObject({ key: z.string(), id: z.string() });

/** The import of this very file that was stopped, if central still has it. */
export async function stoppedBefore(
  imports: ImportsOverHttp,
  file: string,
  about: string,
): Promise<{ readonly id: string; readonly row: number } | null> {
  try {
    const kept = Kept.parse(JSON.parse(await readFile(besideOf(file), 'utf8')));
    if (kept.key !== (await keyOf(file, about))) return null;
    const { isStopped, row } = await imports.state(kept.id);
    return isStopped ? { id: kept.id, row } : null;
  } catch {
    // None, or central began anew since: from the start, where what is in already is the same.
    return null;
  }
}

export async function keepStopped(file: string, about: string, id: string): Promise<void> {
  const kept: z.output<typeof Kept> = { key: await keyOf(file, about), id };
  await writeFile(besideOf(file), JSON.stringify(kept));
}

export async function forgetStopped(file: string): Promise<void> {
  await rm(besideOf(file), { force: true });
}

function besideOf(file: string): string {
  return `${file}.progress`;
}

/** The same file, as nobody changed it since. */
async function keyOf(file: string, about: string): Promise<string> {
  const { size, mtimeMs } = await stat(file);
  return `${about} ${size} ${mtimeMs}`;
}
