import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { newSeal } from './rescueCode.ts';
import type { RescueEntry } from './rescueFormat.ts';
import type { KeptPhoto, UnsentWork } from './unsentWork.ts';
import { writeRescue } from './writeRescue.ts';

export type Exported = {
  /** Opens the file; shown once and kept nowhere. */
  readonly code: string;
  readonly commands: number;
  readonly photos: number;
  readonly bytes: number;
  /** Photos whose files are no longer what their names say; left out. */
  readonly photosUnreadable: readonly string[];
};

/** Writes a station's unsent work to one encrypted file: the commands first, then the photos. */
export async function exportUnsent(
  work: UnsentWork,
  file: string,
  given: {
    readonly now: number;
    readonly signal?: AbortSignal;
    /** Called with the bytes of photos done so far. */
    readonly progress?: (bytes: number) => void;
  },
): Promise<Exported> {
  const seal = await newSeal();
  const photosUnreadable: string[] = [];
  async function* entries(): AsyncGenerator<RescueEntry> {
    for (const { line } of work.commands) yield { kind: 'command', line };
    let done = 0;
    for (const photo of work.photos) {
      const bytes = await wholePhoto(photo);
      done += photo.bytes;
      given.progress?.(done);
      if (bytes === null) photosUnreadable.push(photo.sha256);
      else yield { kind: 'photo', sha256: photo.sha256, extension: photo.extension, bytes };
    }
  }
  const written = await writeRescue(file, {
    seal,
    header: {
      station: work.station,
      site: work.site,
      madeAt: new Date(given.now).toISOString(),
      commands: work.commands.length,
      photos: work.photos.length,
      photoBytes: work.photos.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    entries: entries(),
    ...(given.signal && { signal: given.signal }),
  });
  return { code: seal.code, ...written, photosUnreadable };
}

async function wholePhoto({ file, sha256 }: KeptPhoto): Promise<Buffer | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256
    ? bytes
    : null;
}
