import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { imageType } from './imageType.ts';

/** Photo bytes under their hash. An object store can stand in its place. */
export type PhotoStore = {
  /** Where uploads grow before they are checked; on the same disk. */
  readonly uploads: string;
  /** Takes a checked file in; on disk when it returns. */
  keep(sha256: string, file: string): Promise<void>;
  read(sha256: string): Promise<{ readonly bytes: number; readonly stream: Readable } | null>;
};

export async function openPhotoStore(folder: string): Promise<PhotoStore> {
  const uploads = path.join(folder, 'uploads');
  const kept = path.join(folder, 'by-hash');
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  await mkdir(kept, { recursive: true, mode: 0o700 });
  const placeOf = (sha256: string) => path.join(kept, sha256.slice(0, 2), sha256);
  return {
    uploads,
    async keep(sha256, file) {
      const place = placeOf(sha256);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await syncToDisk(file);
      try {
        await link(file, place);
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      }
      await syncToDisk(path.dirname(place));
      await syncToDisk(kept);
    },
    async read(sha256) {
      try {
        const { size } = await stat(placeOf(sha256));
        return { bytes: size, stream: createReadStream(placeOf(sha256)) };
      } catch (error) {
        if (isCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
  };
}

/** What a file really is: its hash, its size, and its type by its first bytes. */
export async function inspectFile(file: string): Promise<{
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: ReturnType<typeof imageType>;
}> {
  const hash = createHash('sha256');
  const head: number[] = [];
  let bytes = 0;
  for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
    if (head.length < 16) head.push(...part.subarray(0, 16 - head.length));
    bytes += part.length;
    hash.update(part);
  }
  return { sha256: hash.digest('hex'), bytes, mediaType: imageType(Uint8Array.from(head)) };
}

/** Keeps bytes that did not come through an upload. */
export async function keepBytes(
  store: PhotoStore,
  bytes: Uint8Array,
): Promise<Awaited<ReturnType<typeof inspectFile>>> {
  const file = path.join(store.uploads, `given-${randomUUID()}`);
  try {
    await writeFile(file, bytes, { mode: 0o600 });
    const found = await inspectFile(file);
    await store.keep(found.sha256, file);
    return found;
  } finally {
    await unlink(file).catch(() => undefined);
  }
}

async function syncToDisk(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
