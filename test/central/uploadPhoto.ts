import { createHash, randomBytes } from 'node:crypto';
import { photoUploadPath } from '../../shared/sync/centralApi.ts';
import { aJpeg as aWholeJpeg } from '../electron/photos/pictures.ts';
import type { TestStation } from './aStation.ts';

/** A small JPEG with bytes behind it that nobody has seen before, and its SHA-256. */
export function aJpeg(size = 3000): { readonly bytes: Buffer; readonly sha256: string } {
  const bytes = Buffer.concat([aWholeJpeg(), randomBytes(size)]);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Sends a photo in one piece under this hash; the status central answers with. */
export async function uploadPhoto(
  url: string,
  station: TestStation,
  bytes: Buffer,
  sha256: string,
): Promise<number> {
  const call = (method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${station.token}`,
        'tus-resumable': '1.0.0',
        ...headers,
      },
      body: body ? new Uint8Array(body) : null,
    });
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const begun = await call('POST', photoUploadPath, {
    'upload-length': String(bytes.length),
    'upload-metadata': `sha256 ${encoded(sha256)},mediaType ${encoded('image/jpeg')}`,
  });
  const sent = await call(
    'PATCH',
    begun.headers.get('location') ?? '',
    { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    bytes,
  );
  return sent.status;
}
