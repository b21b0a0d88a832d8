import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, stat, statfs, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FileStore } from '@tus/file-store';
import { forgottenAfterMs, inspectStream } from './foundPhoto.ts';
import type { PhotoStore } from './photoStore.ts';

/** Left free for the database beside the photos. */
const keptFree = 512 * 1024 * 1024;

export async function openDiskPhotos(folder: string): Promise<PhotoStore> {
  const uploads = path.join(folder, 'uploads');
  const kept = path.join(folder, 'by-hash');
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  await mkdir(kept, { recursive: true, mode: 0o700 });
  const placeOf = (sha256: string) => path.join(kept, sha256.slice(0, 2), sha256);
  const growing = new FileStore({ directory: uploads });

  async function keep(sha256: string, uploadId: string): Promise<void> {
    const file = path.join(uploads, uploadId);
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
  }

  return {
    uploads: growing,
    inspect: (uploadId) => unlessMissing(inspectFile(path.join(uploads, uploadId))),
    keep,
    discard: (uploadId) => growing.remove(uploadId),
    async put(bytes) {
      const name = `given-${randomUUID()}`;
      const file = path.join(uploads, name);
      try {
        await writeFile(file, bytes, { mode: 0o600 });
        const found = await inspectFile(file);
        await keep(found.sha256, name);
        return found;
      } finally {
        await unlink(file).catch(() => undefined);
      }
    },
    async read(sha256) {
      const found = await unlessMissing(stat(placeOf(sha256)));
      return found && { bytes: found.size, stream: createReadStream(placeOf(sha256)) };
    },
    async isNearlyFull() {
      const { bavail, bsize } = await statfs(uploads);
      return bavail * bsize < keptFree;
    },
    async sweep(now) {
      const before = now.getTime() - forgottenAfterMs;
      for (const name of await readdir(uploads)) {
        const file = path.join(uploads, name);
        const found = await stat(file).catch(() => null);
        if (found && found.mtimeMs < before) await unlink(file).catch(() => undefined);
      }
    },
  };
}

async function inspectFile(file: string) {
  return inspectStream(createReadStream(file) as AsyncIterable<Buffer>);
}

async function syncToDisk(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
