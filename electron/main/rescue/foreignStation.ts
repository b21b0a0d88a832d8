import { createHash } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CommandResult } from '../../../shared/sync/centralApi.ts';
import { textOf, withChecksum } from '../journal/journalLine.ts';
import type { DiskSpace } from '../machine/diskSpace.ts';
import { makeFolder, readIfThere, syncFolder, writeDurably } from '../machine/durableFile.ts';
import { parsedJson, readJsonFile } from '../machine/jsonFile.ts';
import { openPhotoFiles, type PhotoFiles } from '../photos/photoFiles.ts';
import { type SealedLine, sealedLine } from './sealedLine.ts';

/** Whose work it is and who brought it here. */
const About = z.object({
  station: z.object({ id: z.string(), name: z.string() }),
  importedAt: z.number(),
  importedBy: z.string(),
  /** Central's epoch at the last answer: it changes when central is restored from a back-up. */
  epoch: z.string().nullable(),
  /** When everything was answered and verified; null while something waits. */
  doneAt: z.number().nullable(),
});
export type About = z.infer<typeof About>;

/** Another station's work in a folder of its own, as durable as the own journal. */
export type ForeignStation = {
  readonly about: () => About;
  readonly keepAbout: (changes: Partial<About>) => Promise<void>;
  /** By number. */
  readonly lines: () => readonly SealedLine[];
  /** Puts lines in that are not here yet; on disk when it returns. */
  readonly takeIn: (lines: readonly SealedLine[]) => Promise<number>;
  /** Central's last word on a command; null while there is none. */
  readonly answerTo: (id: string) => CommandResult | null;
  readonly keepAnswers: (results: readonly CommandResult[]) => Promise<void>;
  readonly photos: PhotoFiles;
  readonly isVerified: (sha256: string) => boolean;
  readonly keepVerified: (sha256: readonly string[]) => Promise<void>;
  /** Central was restored from a back-up: all of it is offered again. */
  readonly forgetAnswers: () => Promise<void>;
};

export const folderOfStation = (root: string, stationId: string) =>
  path.join(root, createHash('sha256').update(stationId).digest('hex').slice(0, 32));

/** Null where nothing was ever taken in whole. */
export async function openForeignStation(
  folder: string,
  space: DiskSpace,
): Promise<ForeignStation | null> {
  const about = await readJsonFile(path.join(folder, 'about.json'), About);
  return about === null ? null : await opened(folder, space, about);
}

/** Its `about.json` comes last: until then the folder counts for nothing and goes at the next start. */
export async function newForeignStation(
  folder: string,
  space: DiskSpace,
  about: About,
): Promise<ForeignStation> {
  await rm(folder, { recursive: true, force: true });
  return await opened(folder, space, about);
}

/** Work that is done leaves: photos after seven days, all of it after thirty, as the own does. */
export async function tidyForeign(folder: string, now: number, { doneAt }: About): Promise<void> {
  const days = doneAt === null ? 0 : (now - doneAt) / (24 * 3600 * 1000);
  if (days >= 30) await rm(folder, { recursive: true, force: true });
  else if (days >= 7) await rm(path.join(folder, 'photos'), { recursive: true, force: true });
}

/** What an import that broke off left behind. */
export async function dropUnfinished(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const about = await readJsonFile(path.join(root, name, 'about.json'), About);
    if (about === null) await rm(path.join(root, name), { recursive: true, force: true });
  }
}

async function opened(folder: string, space: DiskSpace, first: About): Promise<ForeignStation> {
  await makeFolder(folder);
  const photos = await openPhotoFiles(path.join(folder, 'photos'), space);
  const file = (name: string) => path.join(folder, name);
  let about = first;
  let lines = (await linesIn(file('commands.log')))
    .flatMap((line) => sealedLine(line) ?? [])
    .toSorted((a, b) => a.sequence - b.sequence);
  const answers = new Map<string, CommandResult>();
  for (const line of await linesIn(file('answers.log'))) {
    const text = textOf(line);
    const result = text === null ? null : parsedJson(text, CommandResult);
    if (result !== null) answers.set(result.id, result);
  }
  const verified = new Set((await linesIn(file('verified.log'))).flatMap((it) => textOf(it) ?? []));

  return {
    about: () => about,
    async keepAbout(changes) {
      const next = { ...about, ...changes };
      await writeDurably(file('about.json'), JSON.stringify(next));
      about = next;
    },
    lines: () => lines,
    async takeIn(given) {
      const known = new Set(lines.map(({ id }) => id));
      const fresh = new Map(given.filter(({ id }) => !known.has(id)).map((it) => [it.id, it]));
      if (fresh.size === 0) return 0;
      const next = [...lines, ...fresh.values()].toSorted((a, b) => a.sequence - b.sequence);
      await writeDurably(file('commands.log'), next.map(({ line }) => `${line}\n`).join(''));
      lines = next;
      return fresh.size;
    },
    answerTo: (id) => answers.get(id) ?? null,
    async keepAnswers(results) {
      await append(
        file('answers.log'),
        results.map((result) => JSON.stringify(result)),
      );
      for (const result of results) answers.set(result.id, result);
    },
    photos,
    isVerified: (sha256) => verified.has(sha256),
    async keepVerified(hashes) {
      await append(file('verified.log'), hashes);
      for (const sha256 of hashes) verified.add(sha256);
    },
    async forgetAnswers() {
      for (const name of ['answers.log', 'verified.log']) await rm(file(name), { force: true });
      await syncFolder(folder);
      answers.clear();
      verified.clear();
    },
  };
}

async function append(file: string, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  const log = await open(file, 'a', 0o600);
  try {
    await log.appendFile(texts.map(withChecksum).join(''));
    await log.datasync();
  } finally {
    await log.close();
  }
}

async function linesIn(file: string): Promise<readonly string[]> {
  const content = (await readIfThere(file))?.toString('utf8') ?? '';
  return content.split('\n').filter((line) => line !== '');
}
