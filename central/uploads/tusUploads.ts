import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from '@tus/server';
import { hasTooManyPixels } from '../../shared/facts/imageHeader.ts';
import { limits, photoUploadPath } from '../../shared/sync/centralApi.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { isDiskFull, isOutage } from '../http/answerErrors.ts';
import { ApiRefusal } from '../http/apiError.ts';
import type { Metrics } from '../http/metrics.ts';
import { refuseOpenUploads, refuseOverQuota } from '../http/refuseOverQuota.ts';
import type { Turns } from '../http/turns.ts';
import type { Quotas } from '../people/quotas.ts';
import type { CallingStation } from '../people/tokenRows.ts';
import { addUsage, forgetUploads, noteUpload } from '../people/usageRows.ts';
import { fewAtOnce } from '../photos/fewAtOnce.ts';
import type { FoundPhoto } from '../photos/foundPhoto.ts';
import { recordPhoto } from '../photos/photoRows.ts';
import type { PhotoStore } from '../photos/photoStore.ts';
import { strikePhotos } from '../refunds/photoWaitRows.ts';
import type { Refunds } from '../refunds/startRefunds.ts';

export type TusUploads = {
  handle(station: CallingStation, request: IncomingMessage, reply: ServerResponse): Promise<void>;
  /** Removes uploads nobody finished or asked about for a week. */
  sweep(): Promise<void>;
};

type Call = { readonly station: CallingStation; readonly reply: ServerResponse };

type Deps = {
  readonly database: CentralDatabase;
  readonly store: PhotoStore;
  /** A photo may be what one of them waits for. */
  readonly refunds: Pick<Refunds, 'wake'>;
  readonly now: () => Date;
  readonly quotas: Quotas;
  readonly metrics: Metrics;
  readonly turns: Turns;
};

const mediaTypes = ['image/jpeg', 'image/png', 'image/webp'];
/** tus: "Checksum Mismatch". */
const mismatch = 460;
const nearlyFull = 507;
const unavailable = 503;
const askAgainSeconds = 60;
/** Each is in memory, whole, while it is looked at. */
const inspectedAtOnce = 4;

/** Resumable uploads: each belongs to the station that began it, and counts once its hash is proved. */
export function tusUploads(deps: Deps): TusUploads {
  const { database, store, refunds, now, turns } = deps;
  const call = new AsyncLocalStorage<Call>();
  const inspecting = fewAtOnce(inspectedAtOnce);
  const caller = () => call.getStore()?.station;

  async function refuseWhenNearlyFull(): Promise<void> {
    if (await store.isNearlyFull()) throw new UploadRefused(nearlyFull, 'The disk is nearly full');
  }

  /** What is begun counts, so that nothing is gained by not finishing. */
  async function takeIn(station: CallingStation, id: string, bytes: number): Promise<void> {
    await refuseOpenUploads(deps, station);
    await refuseOverQuota(deps, station, 'photoBytes', bytes);
    await database.write(async (rows) => {
      await noteUpload(rows, { id, stationId: station.stationId }, now());
      await addUsage(rows, station.stationId, { photoBytes: bytes }, now());
    });
  }

  const check = (id: string) => turns.take(caller()?.stationId ?? 'nobody', () => checkNow(id));

  async function checkNow(id: string): Promise<void> {
    const upload = await store.uploads.getUpload(id);
    const found = await inspecting(() => store.inspect(id));
    if (found === null) throw new UploadRefused(404, 'No such upload');
    const wrong = whatIsWrong(found, upload.metadata?.['sha256']);
    if (wrong !== null || found.header === null) {
      await store.discard(id);
      await forgetUploads(database.rows, [id]);
      throw new UploadRefused(mismatch, wrong ?? 'Not an image');
    }
    await store.keep(found.sha256, id);
    const { sha256, bytes } = found;
    const { mediaType } = found.header;
    const site = caller()?.siteId;
    await database.write(async (rows) => {
      await recordPhoto(
        rows,
        { sha256, bytes, mediaType },
        site === undefined ? [] : [site],
        now(),
      );
      await strikePhotos(rows, sha256);
      await forgetUploads(rows, [id]);
    });
    // Always: a refund approved at this moment could not be seen from within.
    refunds.wake();
  }

  const tus = new Server({
    path: photoUploadPath,
    datastore: store.uploads,
    maxSize: limits.photoBytes,
    relativeLocation: true,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    namingFunction: () => `${caller()?.stationId ?? 'nobody'}~${randomUUID()}`,
    async onIncomingRequest(request, id) {
      if (!id.startsWith(`${caller()?.stationId ?? ''}~`))
        throw new UploadRefused(404, 'No such upload');
      // Cut off between the last byte and the check: the station asks where it stands, and we finish.
      if (request.method === 'HEAD') {
        const upload = await store.uploads.getUpload(id);
        if (upload.offset === upload.size) await check(id);
      }
      if (request.method === 'PATCH') await refuseWhenNearlyFull();
    },
    async onUploadCreate(_request, upload) {
      const { sha256, mediaType } = upload.metadata ?? {};
      if (!/^[0-9a-f]{64}$/.test(sha256 ?? '')) throw new UploadRefused(400, 'sha256 is missing');
      if (!mediaTypes.includes(mediaType ?? ''))
        throw new UploadRefused(415, 'mediaType is missing or unknown');
      if (upload.size === undefined || upload.size < 1)
        throw new UploadRefused(400, 'Upload-Length is missing');
      await refuseWhenNearlyFull();
      const station = caller();
      if (station) await takeIn(station, upload.id, upload.size);
      return {};
    },
    async onUploadFinish(_request, upload) {
      await check(upload.id);
      return {};
    },
    onResponseError(_request, error) {
      const refused = refusedFor(error);
      const status = refused?.status_code;
      const after = error instanceof ApiRefusal ? error.retryAfterSeconds : null;
      if (after !== null || status === nearlyFull || status === unavailable)
        call.getStore()?.reply.setHeader('retry-after', after ?? askAgainSeconds);
      return refused;
    },
  });

  return {
    handle: (station, request, reply) =>
      call.run({ station, reply }, () => tus.handle(request, reply)),
    sweep: () => store.sweep(now()),
  };
}

/** A picture is looked at by its header, before anything decodes it. */
function whatIsWrong({ sha256, header }: FoundPhoto, announced?: string | null): string | null {
  if (header === null) return 'Not an image';
  if (hasTooManyPixels(header)) return 'Too many pixels';
  return sha256 === announced ? null : 'Hash mismatch';
}

/** Nothing where tus' own words do. */
function refusedFor(error: object): UploadRefused | undefined {
  if (error instanceof UploadRefused) return error;
  if (error instanceof ApiRefusal) return new UploadRefused(error.status, error.message);
  if (error instanceof Error) {
    if (isDiskFull(error)) return new UploadRefused(nearlyFull, 'The disk is nearly full');
    if (isOutage(error)) return new UploadRefused(unavailable, 'The database does not answer');
  }
  return 'status_code' in error ? undefined : new UploadRefused(500, 'Central failed');
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
