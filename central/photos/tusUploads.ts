import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { readdir, stat, statfs, unlink } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { limits, photoUploadPath } from '../../shared/sync/centralApi.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { CallingStation } from '../people/tokenRows.ts';
import { recordPhoto } from './photoRows.ts';
import { inspectFile, type PhotoStore } from './photoStore.ts';

export type TusUploads = {
  handle(station: CallingStation, request: IncomingMessage, reply: ServerResponse): Promise<void>;
  /** Removes uploads nobody finished or asked about for a week. */
  sweep(): Promise<void>;
};

type Ground = {
  readonly database: CentralDatabase;
  readonly store: PhotoStore;
  readonly now: () => Date;
};

const mediaTypes = ['image/jpeg', 'image/png', 'image/webp'];
const forgottenAfter = 7 * 24 * 60 * 60_000;
/** For the database beside the photos. */
const keptFree = 512 * 1024 * 1024;
/** tus: "Checksum Mismatch". */
const mismatch = 460;

/** Resumable uploads: each belongs to the station that began it, and counts once its hash is proved. */
export function tusUploads({ database, store, now }: Ground): TusUploads {
  const caller = new AsyncLocalStorage<CallingStation>();
  const files = new FileStore({ directory: store.uploads });

  async function check(id: string): Promise<void> {
    const upload = await files.getUpload(id);
    const file = path.join(store.uploads, id);
    const found = await inspectFile(file);
    if (found.mediaType === null || found.sha256 !== upload.metadata?.['sha256']) {
      await files.remove(id);
      throw new UploadRefused(
        mismatch,
        found.mediaType === null ? 'Not an image' : 'Hash mismatch',
      );
    }
    await store.keep(found.sha256, file);
    const { sha256, bytes, mediaType } = found;
    const site = caller.getStore()?.siteId;
    await database.write((rows) =>
      recordPhoto(rows, { sha256, bytes, mediaType }, site === undefined ? [] : [site], now()),
    );
  }

  const tus = new Server({
    path: photoUploadPath,
    datastore: files,
    maxSize: limits.photoBytes,
    relativeLocation: true,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    namingFunction: () => `${caller.getStore()?.stationId ?? 'nobody'}~${randomUUID()}`,
    async onIncomingRequest(request, id) {
      if (!id.startsWith(`${caller.getStore()?.stationId ?? ''}~`))
        throw new UploadRefused(404, 'No such upload');
      // Cut off between the last byte and the check: the station asks where it stands, and we finish.
      if (request.method === 'HEAD') {
        const upload = await files.getUpload(id);
        if (upload.offset === upload.size) await check(id);
      }
    },
    async onUploadCreate(_request, upload) {
      const { sha256, mediaType } = upload.metadata ?? {};
      if (!/^[0-9a-f]{64}$/.test(sha256 ?? '')) throw new UploadRefused(400, 'sha256 is missing');
      if (!mediaTypes.includes(mediaType ?? ''))
        throw new UploadRefused(415, 'mediaType is missing or unknown');
      if (upload.size === undefined || upload.size < 1)
        throw new UploadRefused(400, 'Upload-Length is missing');
      const { bavail, bsize } = await statfs(store.uploads);
      if (bavail * bsize < keptFree) throw new UploadRefused(507, 'The disk is nearly full');
      return {};
    },
    async onUploadFinish(_request, upload) {
      await check(upload.id);
      return {};
    },
    onResponseError: (_request, error) =>
      'status_code' in error ? undefined : new UploadRefused(500, 'Central failed'),
  });

  return {
    handle: (station, request, reply) => caller.run(station, () => tus.handle(request, reply)),
    async sweep() {
      const oldest = now().getTime() - forgottenAfter;
      for (const name of await readdir(store.uploads)) {
        const file = path.join(store.uploads, name);
        const found = await stat(file).catch(() => null);
        if (found && found.mtimeMs < oldest) await unlink(file).catch(() => undefined);
      }
    },
  };
}

/** tus answers with what it finds under these two names. */
class UploadRefused extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor(status: number, why: string) {
    super(why);
    this.status_code = status;
    this.body = `${why}\n`;
  }
}
