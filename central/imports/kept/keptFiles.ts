import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { Look } from '../reading/look.ts';
import { bounds } from '../table/bounds.ts';
import type { ImportJob } from './importJob.ts';

/** A file somebody brought, until it is forgotten, a day is over, or central ends. */
export type KeptFile = {
  readonly id: string;
  /** As its sender calls it. */
  readonly name: string;
  readonly owner: string;
  readonly path: string;
  readonly bytes: number;
  readonly at: number;
  /** What it was found to be, by what was said of its form. */
  readonly looks: Map<string, Look>;
  job: ImportJob | null;
};

export type NotKept = 'tooLarge' | 'tooManyFiles';

const mostFiles = { all: 16, ofOne: 4 };
const mostBytes = 4 * bounds.fileBytes;
const keptMs = 24 * 60 * 60_000;
const nameLength = 120;

export type KeptFiles = {
  /** Bytes as they come, to disk; what is too large is refused before it is whole. */
  keep(
    input: Readable,
    said: { readonly name: string; readonly owner: string },
  ): Promise<Result<KeptFile, NotKept>>;
  /** null: there is none, or it is somebody else's. */
  find(id: string, owner: string): KeptFile | null;
  forget(file: KeptFile): Promise<void>;
  /** Runs that have not come to their end. */
  running(): number;
  /** Ends what runs, and takes all files away. */
  close(): Promise<void>;
};

/** Files that were brought lie in a folder only this user reads. */
export function keptFiles(
  folder: string,
  now: () => Date,
  mostOfOne: number = bounds.fileBytes,
): KeptFiles {
  const files = new Map<string, KeptFile>();
  /** Of files still on their way. */
  let underway = 0;

  async function forget(file: KeptFile): Promise<void> {
    files.delete(file.id);
    file.job?.stop();
    await file.job?.over;
    await rm(path.dirname(file.path), { recursive: true, force: true });
  }

  /** Makes room: what is old goes, and of one's own the oldest that does not run. */
  async function makeRoom(owner: string): Promise<boolean> {
    const isIdle = ({ job }: KeptFile) => job === null || job.state().phase === 'done';
    for (const file of files.values())
      if (isIdle(file) && now().getTime() - file.at > keptMs) await forget(file);
    const own = [...files.values()].filter((file) => file.owner === owner);
    const oldest = own.find(isIdle);
    if (own.length >= mostFiles.ofOne && oldest) await forget(oldest);
    else if (own.length >= mostFiles.ofOne) return false;
    const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
    return files.size + underway < mostFiles.all && bytes < mostBytes;
  }

  return {
    async keep(input, { name, owner }) {
      if (!(await makeRoom(owner))) return refuse('tooManyFiles');
      underway += 1;
      const id = randomBytes(16).toString('base64url');
      const own = path.join(folder, id);
      try {
        await mkdir(own, { recursive: true, mode: 0o700 });
        // Its ending says how it is read; the rest of what a stranger calls it names nothing here.
        const file = path.join(own, `table${endingOf(name)}`);
        let bytes = 0;
        const counted = async function* (source: AsyncIterable<unknown>) {
          for await (const piece of source) {
            if (!Buffer.isBuffer(piece)) continue;
            bytes += piece.length;
            if (bytes > mostOfOne) throw new TooLarge();
            yield piece;
          }
        };
        await pipeline(input, counted, createWriteStream(file, { mode: 0o600 }));
        const kept: KeptFile = {
          id,
          name: name.slice(-nameLength),
          owner,
          path: file,
          bytes,
          at: now().getTime(),
          looks: new Map(),
          job: null,
        };
        files.set(id, kept);
        return accept(kept);
      } catch (error) {
        await rm(own, { recursive: true, force: true });
        if (error instanceof TooLarge) return refuse('tooLarge');
        throw error;
      } finally {
        underway -= 1;
      }
    },
    find(id, owner) {
      const file = files.get(id);
      return file?.owner === owner ? file : null;
    },
    forget,
    running: () =>
      [...files.values()].filter(({ job }) => job !== null && job.state().phase !== 'done').length,
    async close() {
      for (const file of files.values()) await forget(file);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

class TooLarge extends Error {}

function endingOf(name: string): string {
  return /\.(csv|txt|json|xlsx)$/i.exec(name)?.[0].toLowerCase() ?? '';
}
