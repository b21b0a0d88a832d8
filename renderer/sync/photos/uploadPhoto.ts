import { DetailedError, Upload } from 'tus-js-client';
import { photoUploadPath } from '../../../shared/sync/centralApi.ts';
import { blobReader } from '../../../shared/upload/blobReader.ts';
import { tusTransport } from '../../../shared/upload/tusTransport.ts';
import type { PhotoRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { CentralTrouble, type Fetch } from '../transport/centralClient.ts';
import { retryAfterMs } from '../transport/retryAfter.ts';
import { addressOf, pathOf } from './tusAddress.ts';

/** What goes out in one request: the most that a cut line costs. */
export const pieceBytes = 256 * 1024;
const smallestPiece = 16 * 1024;
/** Smaller where something on the way takes no larger one. */
const pieces = new WeakMap<Fetch, number>();

/**
 * Sends one photo's bytes, going on where an earlier try ended: the upload's address is in Dexie
 * before the first byte leaves. `mayGo` is awaited before each
 * piece, and told how many bytes it has.
 */
export async function uploadPhoto(given: {
  readonly db: StationDatabase;
  readonly send: Fetch;
  readonly photo: PhotoRow;
  readonly blob: Blob;
  readonly mayGo: (bytes: number) => Promise<void>;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { db, photo, blob, signal } = given;
  let keeping: Promise<unknown> = Promise.resolve();
  const keep = (changes: Partial<Pick<PhotoRow, 'uploadUrl' | 'sentBytes'>>) => {
    keeping = keeping.then(() => db.photos.update(photo.sha256, changes));
    // Heard below, or nobody waits any more: the next try asks central how far it is.
    keeping.catch(() => undefined);
  };
  const piece = pieces.get(given.send) ?? pieceBytes;
  let sent = photo.sentBytes;
  let settled = () => {};
  const uploaded = new Promise<void>((resolve, reject) => {
    const upload = new Upload(blob, {
      endpoint: addressOf(photoUploadPath),
      ...(photo.uploadUrl !== null && { uploadUrl: addressOf(photo.uploadUrl) }),
      metadata: { sha256: photo.sha256, mediaType: photo.mediaType },
      httpStack: tusTransport('QuaysideFetch', (url, init) => given.send(pathOf(url), init)),
      fileReader: blobReader,
      fingerprint: async () => photo.sha256,
      storeFingerprintForResuming: false,
      retryDelays: null,
      chunkSize: piece,
      async onBeforeRequest(request) {
        await keeping;
        const left = request.getMethod() === 'PATCH' ? blob.size - sent : 0;
        await given.mayGo(Math.min(piece, left));
      },
      onUploadUrlAvailable: () => {
        if (upload.url !== null) keep({ uploadUrl: pathOf(upload.url) });
      },
      onChunkComplete: (_size, accepted) => {
        sent = accepted;
        keep({ sentBytes: accepted });
      },
      onSuccess: () => resolve(),
      onError: (error) => {
        const isTooLarge = piece > smallestPiece && piece < blob.size && wasPiece(error, 413);
        if (isTooLarge) pieces.set(given.send, piece / 2);
        reject(troubleFrom(error, isTooLarge));
      },
    });
    const stop = () => {
      void upload.abort();
      reject(new CentralTrouble('offline', 'stopped'));
    };
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop, { once: true });
    settled = () => signal.removeEventListener('abort', stop);
    upload.start();
  });
  try {
    await uploaded;
  } finally {
    settled();
    // Also where it was stopped: whoever stops it closes the database next.
    await Promise.allSettled([keeping]);
  }
  await keeping;
}

function wasPiece(error: Error, status: number): boolean {
  if (!(error instanceof DetailedError)) return false;
  const isPiece = error.originalRequest?.getMethod() === 'PATCH';
  return isPiece && error.originalResponse?.getStatus() === status;
}

/**
 * 409: it has another number of bytes than we thought, asked anew at the next try; 423: another try
 * of ours still holds it; 413 of a piece: smaller ones.
 */
function troubleFrom(error: Error, isTooLarge: boolean): CentralTrouble {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return new CentralTrouble('offline', error.message);
  const status = response.getStatus();
  const wait = response.getHeader('Retry-After');
  const headers = new Headers(wait === undefined ? {} : { 'retry-after': wait });
  // The last: central's disk is nearly full.
  if (status === 429 || status === 503 || status === 507)
    return new CentralTrouble('busy', error.message, { retryAfterMs: retryAfterMs(headers) });
  const isPassing = status === 409 || status === 423 || isTooLarge;
  return new CentralTrouble(status >= 500 ? 'offline' : 'refused', error.message, { isPassing });
}
