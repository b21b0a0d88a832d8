import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../../shared/node/errorCode.ts';
import { type HeadFile, readHead } from '../journal/journalHead.ts';
import { textOf } from '../journal/journalLine.ts';
import { readIfThere } from '../machine/durableFile.ts';
import { readSentinel, readStation } from '../station/stationRecord.ts';
import { brokenLinks, type SealedLine, sealedLine } from './sealedLine.ts';

export type KeptPhoto = {
  readonly sha256: string;
  readonly extension: 'jpg' | 'png' | 'webp';
  readonly file: string;
  readonly bytes: number;
};

/** What a station's folder holds that central may not have, and what of it cannot be read. */
export type UnsentWork = {
  readonly station: { readonly id: string; readonly name: string };
  readonly site: { readonly id: string; readonly name: string };
  /** By number. */
  readonly commands: readonly SealedLine[];
  readonly photos: readonly KeptPhoto[];
  /** Named by an unsent command, and not in the folder. */
  readonly photosMissing: readonly string[];
  /** `00000003.log:17`, or a whole file. */
  readonly unreadable: readonly string[];
  /** Numbers no line was found for, up to the last that was ever sealed. */
  readonly missing: readonly number[];
  /** Numbers that do not follow from the one before: central will refuse them. */
  readonly broken: readonly number[];
};

type Wanted = {
  /** The chain to read: `journal`, or one that an earlier station left beside it. */
  readonly journal?: string;
  /** Also what central has accepted: for a central that was itself restored from a back-up. */
  readonly accepted?: boolean;
  /** Photos to take besides those the commands name; null: all that are kept. */
  readonly photos: ReadonlySet<string> | null;
};

/** Reads a station's folder, damaged or not, and changes nothing in it. */
export async function unsentWork(folder: string, wanted: Wanted): Promise<UnsentWork> {
  const { journal: name = 'journal' } = wanted;
  const journal = path.join(folder, name);
  const settled = await settledIds(journal);
  const found = await readLines(journal, (id) => wanted.accepted === true || !settled.has(id));
  const { commands, unreadable, numbers, of } = found;

  const record = await readStation(folder);
  const stationId = of?.stationId ?? record.enrolment?.stationId ?? '';
  const own = record.enrolment?.stationId === stationId ? record.enrolment : null;
  const siteId = of?.siteId ?? own?.siteId ?? '';
  const sealed = (await readSentinel(folder))?.sealed;
  const sealedHere = own !== null && name === 'journal' ? sealed : undefined;

  const named = new Set(commands.flatMap((it) => it.photo ?? []));
  const kept = await keptPhotos(path.join(folder, 'photos'));
  const there = new Set(kept.map(({ sha256 }) => sha256));
  return {
    station: { id: stationId, name: own?.stationName ?? stationId },
    site: { id: siteId, name: own?.siteName ?? siteId },
    commands,
    photos: kept.filter(({ sha256 }) => named.has(sha256) || (wanted.photos?.has(sha256) ?? true)),
    photosMissing: [...named].filter((sha256) => !there.has(sha256)),
    unreadable,
    missing: notAmong(numbers, await readHead(journal), sealedHere?.sequence ?? 0),
    broken: brokenLinks(commands),
  };
}

/** From the first number that should still be in the journal to the last one ever sealed. */
function notAmong(
  numbers: ReadonlySet<number>,
  head: HeadFile | null,
  sealed: number,
): readonly number[] {
  const found = [...numbers].toSorted((a, b) => a - b);
  const last = Math.max(found.at(-1) ?? 0, head?.sequence ?? 0, sealed);
  const first = head?.keptFrom ?? found[0] ?? 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter(
    (sequence) => !numbers.has(sequence),
  );
}

/** Chains that earlier stations left in this folder. */
export async function otherJournals(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('journal-')).toSorted();
}

async function settledIds(journal: string): Promise<ReadonlySet<string>> {
  const content = (await readIfThere(path.join(journal, 'settled.log')))?.toString('utf8') ?? '';
  return new Set(content.split('\n').flatMap((line) => textOf(line) ?? []));
}

async function readLines(journal: string, isWanted: (id: string) => boolean) {
  const unreadable: string[] = [];
  const wanted = new Map<number, SealedLine>();
  const numbers = new Set<number>();
  let of: { readonly stationId: string; readonly siteId: string } | null = null;
  const names = (await namesIn(journal)).filter((name) => /^\d{8}\.log$/.test(name)).toSorted();
  for (const name of names) {
    const content = await readOr(path.join(journal, name), (why) =>
      unreadable.push(`${name} (${why})`),
    );
    for (const [index, line] of content.split('\n').entries()) {
      if (line === '') continue;
      const sealed = sealedLine(line);
      if (sealed === null) {
        unreadable.push(`${name}:${index + 1}`);
        continue;
      }
      numbers.add(sealed.sequence);
      of = { stationId: sealed.stationId, siteId: sealed.siteId };
      if (isWanted(sealed.id)) wanted.set(sealed.sequence, sealed);
    }
  }
  const commands = [...wanted.values()].toSorted((a, b) => a.sequence - b.sequence);
  return { commands, unreadable, numbers, of };
}

/** A dying disk gives back what it can; the rest is named. */
async function readOr(file: string, unread: (why: string) => void): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (failure) {
    unread(errorCode(failure) ?? 'unreadable');
    return '';
  }
}

async function keptPhotos(folder: string): Promise<readonly KeptPhoto[]> {
  const kept: KeptPhoto[] = [];
  for (const shelf of await namesIn(folder)) {
    for (const name of /^[0-9a-f]{2}$/.test(shelf) ? await namesIn(path.join(folder, shelf)) : []) {
      const [, sha256, extension] = /^([0-9a-f]{64})\.(jpg|png|webp)$/.exec(name) ?? [];
      if (sha256 === undefined) continue;
      if (extension !== 'jpg' && extension !== 'png' && extension !== 'webp') continue;
      const file = path.join(folder, shelf, name);
      const { size } = await stat(file);
      kept.push({ sha256, extension, file, bytes: size });
    }
  }
  return kept;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (failure) {
    if (errorCode(failure) === 'ENOENT') return [];
    throw failure;
  }
}
