import { Upload } from 'tus-js-client';
import { appOrigin } from '../../../shared/desktop/desktopApi.ts';
import { readImageHeader } from '../../../shared/facts/imageHeader.ts';
import { photoUploadPath } from '../../../shared/sync/centralApi.ts';
import { blobReader } from '../../../shared/upload/blobReader.ts';
import { tusTransport } from '../../../shared/upload/tusTransport.ts';
import { CentralSilent, type Forward, silenceOf } from './askCentral.ts';

/** tus wants whole addresses; the answers carry paths of central. */
const chunkBytes = 512 * 1024;

/** Central said no to this photo for good. */
export class PhotoRefused extends Error {}

/**
 * Sends one photo by tus. `addresses` remembers where a broken upload goes on, for as long as this
 * process lives: after a restart a photo begins anew.
 */
export async function uploadForeignPhoto(
  forward: Forward,
  sha256: string,
  bytes: Uint8Array,
  addresses: Map<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const mediaType = readImageHeader(bytes)?.mediaType ?? 'image/jpeg';
  const known = addresses.get(sha256);
  let status = 0;
  let stop = () => {};
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(new Blob([Buffer.from(bytes)]), {
      endpoint: `${appOrigin}${photoUploadPath}`,
      ...(known !== undefined && { uploadUrl: known }),
      metadata: { sha256, mediaType },
      httpStack: tusTransport('QuaysideForward', async (url, init) => {
        const response = await forward(new Request(url, init));
        status = response.status;
        return response;
      }),
      fileReader: blobReader,
      fingerprint: async () => sha256,
      storeFingerprintForResuming: false,
      retryDelays: null,
      chunkSize: chunkBytes,
      onUploadUrlAvailable: () => {
        if (upload.url !== null) addresses.set(sha256, upload.url);
      },
      onSuccess: () => resolve(),
      onError: (error) => reject(error),
    });
    stop = () => {
      void upload.abort();
      reject(new CentralSilent('stopped'));
    };
    signal.addEventListener('abort', stop, { once: true });
    upload.start();
  })
    .finally(() => signal.removeEventListener('abort', stop))
    .catch((failure: unknown) => {
      const isFinal = status >= 400 && status < 500 && status !== 401 && status !== 429;
      if (isFinal) addresses.delete(sha256);
      const why = failure instanceof Error ? failure.message : 'not sent';
      throw isFinal && known === undefined
        ? new PhotoRefused(why, { cause: failure })
        : silenceOf({ status, headers: new Headers() });
    });
  addresses.delete(sha256);
}
