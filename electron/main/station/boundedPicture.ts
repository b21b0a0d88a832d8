import { hasTooManyPixels, readImageHeader } from '../../../shared/facts/imageHeader.ts';
import { limits } from '../../../shared/sync/centralApi.ts';
import { bodyWithin } from './bodyWithin.ts';

/**
 * A picture from central as the page may decode it: whole, within 15 MB and 40 megapixels by its own
 * header, and of the type its bytes are. Null when it is not: no decoder ever sees it.
 */
export async function boundedPicture(response: Response): Promise<Response | null> {
  if (response.status !== 200 || response.body === null) return response.ok ? null : response;
  const bytes = await bodyWithin(response.body, limits.photoBytes).catch(() => null);
  const header = bytes && readImageHeader(bytes);
  if (!bytes || !header || hasTooManyPixels(header)) return null;
  const headers = new Headers(response.headers);
  headers.set('content-type', header.mediaType);
  return new Response(bytes, { status: 200, headers });
}
