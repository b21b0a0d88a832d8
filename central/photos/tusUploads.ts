import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from '@tus/server';
import { limits, photoUploadPath } from '../../shared/sync/centralApi.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { CallingStation } from '../people/tokenRows.ts';
import { recordPhoto } from './photoRows.ts';
import type { PhotoStore } from './photoStore.ts';

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
/** tus: "Checksum Mismatch". */
const mismatch = 460;

/** Resumable uploads: each belongs to the station that began it, and counts once its hash is proved. */
export function tusUploads({ database, store, now }: Ground): TusUploads {
  const caller = new AsyncLocalStorage<CallingStation>();

  async function check(id: string): Promise<void> {
    const upload = await store.uploads.getUpload(id);
    const found = await store.inspect(id);
    if (found === null) throw new UploadRefused(404, 'No such upload');
    if (found.mediaType === null || found.sha256 !== upload.metadata?.['sha256']) {
      await store.discard(id);
      throw new UploadRefused(
        mismatch,
        found.mediaType === null ? 'Not an image' : 'Hash mismatch',
      );
    }
    await store.keep(found.sha256, id);
    const { sha256, bytes, mediaType } = found;
    const site = caller.getStore()?.siteId;
    await database.write((rows) =>
      recordPhoto(rows, { sha256, bytes, mediaType }, site === undefined ? [] : [site], now()),
    );
  }

  const tus = new Server({
    path: photoUploadPath,
    datastore: store.uploads,
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
        const upload = await store.uploads.getUpload(id);
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
      if (await store.isNearlyFull()) throw new UploadRefused(507, 'The disk is nearly full');
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
    sweep: () => store.sweep(now()),
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
