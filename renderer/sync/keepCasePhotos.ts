import { photoPath } from '../../shared/sync/centralApi.ts';
import { picturesOfOpenCases } from './picturesOfOpenCases.ts';
import type { SyncParts } from './syncParts.ts';

const mostAtOnce = 20;
const mostBytes = 15 * 1024 * 1024;

/**
 * Brings the pictures of open cases here, the client's and other stations', so that claim and
 * finding can be compared with the network off; lets them go when their case leaves every list.
 * This station's own pictures are `letPhotosGo`'s business.
 */
export async function keepCasePhotos(parts: SyncParts): Promise<number> {
  const { db, central } = parts;
  const wanted = await picturesOfOpenCases(db);
  const here = await db.photoBytes.toCollection().primaryKeys();
  const own = new Set(await db.photos.toCollection().primaryKeys());
  await db.photoBytes.bulkDelete(here.filter((sha256) => !wanted.has(sha256) && !own.has(sha256)));

  const kept = new Set(here);
  const missing = [...wanted].filter((sha256) => !kept.has(sha256) && !own.has(sha256));
  let brought = 0;
  for (const sha256 of missing.slice(0, mostAtOnce)) {
    const answer = await central.send(photoPath(sha256), { method: 'GET' });
    if (!answer.ok) continue;
    const bytes = await answer.arrayBuffer();
    if (bytes.byteLength > mostBytes || (await hashOf(bytes)) !== sha256) continue;
    const type = answer.headers.get('content-type') ?? 'image/jpeg';
    await db.photoBytes.put({ sha256, blob: new Blob([bytes], { type }) });
    brought += 1;
  }
  return brought;
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
