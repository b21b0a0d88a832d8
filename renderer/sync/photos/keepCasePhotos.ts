import { shownPhotoPath } from '../../../shared/sync/centralApi.ts';
import { isSomebodyAtWork, nobodyWaits } from '../../storage/peopleFirst.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { SyncParts } from '../transport/syncParts.ts';
import { picturesOfOpenCases } from './picturesOfOpenCases.ts';

const mostAtOnce = 20;
/** A round follows each act: after it somebody goes on, and what is stored here holds them up. */
const whileSomebodyWorks = 2;
const mostBytes = 15 * 1024 * 1024;

/** Asked for in vain, the latest last: others have their turn first. */
const inVain = new WeakMap<StationDatabase, Set<string>>();

/**
 * Brings the pictures of open cases here, as central encoded them again, the client's and other
 * stations', so that claim and finding can be compared with the network off; lets them go when their
 * case leaves every list.
 * This station's own pictures are `letPhotosGo`'s business.
 */
export async function keepCasePhotos(parts: SyncParts): Promise<number> {
  const { db } = parts;
  const wanted = await picturesOfOpenCases(db);
  const here = await db.photoBytes.toCollection().primaryKeys();
  const own = new Set(await db.photos.toCollection().primaryKeys());
  const unwanted = here.filter((sha256) => !wanted.has(sha256) && !own.has(sha256));
  if (unwanted.length > 0) await db.photoBytes.bulkDelete(unwanted);

  const kept = new Set(here);
  const missing = new Set([...wanted].filter((it) => !kept.has(it) && !own.has(it)));
  const vain = inVain.get(db) ?? new Set<string>();
  inVain.set(db, vain);
  const never = [...missing].filter((sha256) => !vain.has(sha256));
  const next = [...never, ...[...vain].filter((sha256) => missing.has(sha256))];
  const many = isSomebodyAtWork(db) ? whileSomebodyWorks : mostAtOnce;
  let brought = 0;
  for (const sha256 of next.slice(0, many)) {
    vain.delete(sha256);
    await nobodyWaits(db);
    const blob = await pictureFrom(parts, sha256);
    if (!blob) {
      vain.add(sha256);
      continue;
    }
    await nobodyWaits(db);
    await db.photoBytes.put({ sha256, blob });
    brought += 1;
  }
  return brought;
}

/** null where central has none of that hash, or none to show. */
async function pictureFrom({ central }: SyncParts, sha256: string): Promise<Blob | null> {
  const answer = await central.send(shownPhotoPath(sha256), { method: 'GET' });
  if (!answer.ok) return null;
  const bytes = await answer.arrayBuffer();
  const said = answer.headers.get('etag');
  if (bytes.byteLength > mostBytes || said !== `"${await hashOf(bytes)}"`) return null;
  return new Blob([bytes], { type: answer.headers.get('content-type') ?? 'image/jpeg' });
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
