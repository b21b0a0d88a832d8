import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DesktopOutput } from '../../../shared/desktop/desktopApi.ts';
import { hasTooManyPixels, readImageHeader } from '../../../shared/facts/imageHeader.ts';
import { errorCode } from '../../../shared/node/errorCode.ts';
import { accept, refuse } from '../../../shared/result.ts';
import { limits } from '../../../shared/sync/centralApi.ts';
import type { DiskSpace } from '../machine/diskSpace.ts';
import { makeFolder, readIfThere, syncFolder, writeDurably } from '../machine/durableFile.ts';

/** Photos by their SHA-256, `ab/ab…64 digits.jpg`: the copy that outlives the page's database. */
export type PhotoFiles = {
  readonly keep: (sha256: string, bytes: Uint8Array) => Promise<DesktopOutput<'keepPhoto'>>;
  /** Null when it is not here, or no longer what its name says. */
  readonly read: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly list: () => readonly string[];
  readonly letGo: (sha256: string) => Promise<void>;
};

const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

export async function openPhotoFiles(folder: string, space: DiskSpace): Promise<PhotoFiles> {
  await makeFolder(folder);
  const kept = await findKept(folder);
  const fileOf = (name: string) => path.join(folder, name.slice(0, 2), name);

  async function read(sha256: string) {
    const name = kept.get(sha256);
    const content = name === undefined ? null : await readIfThere(fileOf(name));
    return content !== null && hashOf(content) === sha256 ? new Uint8Array(content) : null;
  }

  return {
    read,
    list: () => [...kept.keys()],
    async keep(sha256, bytes) {
      if (bytes.byteLength > limits.photoBytes)
        return refuse({ code: 'tooLarge', bytes: bytes.byteLength });
      const found = hashOf(bytes);
      if (found !== sha256) return refuse({ code: 'hashMismatch', found });
      const header = readImageHeader(bytes);
      if (header === null) return refuse({ code: 'notAnImage' });
      if (hasTooManyPixels(header))
        return refuse({ code: 'tooManyPixels', pixels: header.width * header.height });
      if ((await read(sha256)) !== null) return accept({ bytes: bytes.byteLength });
      const freeBytes = await space.free();
      if (freeBytes - bytes.byteLength < space.minimum)
        return refuse({ code: 'diskFull', freeBytes });

      const name = `${sha256}.${extensions[header.mediaType]}`;
      try {
        await makeFolder(path.dirname(fileOf(name)));
        await writeDurably(fileOf(name), bytes);
      } catch (failure) {
        if (errorCode(failure) === 'ENOSPC')
          return refuse({ code: 'diskFull', freeBytes: await space.free() });
        return refuse({ code: 'writeFailed', detail: errorCode(failure) ?? 'unwritable' });
      }
      kept.set(sha256, name);
      return accept({ bytes: bytes.byteLength });
    },
    async letGo(sha256) {
      const name = kept.get(sha256);
      if (name === undefined) return;
      await rm(fileOf(name), { force: true });
      kept.delete(sha256);
      await syncFolder(path.dirname(fileOf(name)));
    },
  };
}

/** What an interrupted write left (`….tmp`) was never acknowledged, so it goes. */
async function findKept(folder: string): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  for (const shelf of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of await readdir(path.join(folder, shelf))) {
      const [, sha256] = /^([0-9a-f]{64})\.(?:jpg|png|webp)$/.exec(name) ?? [];
      if (sha256 !== undefined) kept.set(sha256, name);
      else if (name.endsWith('.tmp')) await rm(path.join(folder, shelf, name), { force: true });
    }
  }
  return kept;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
