import { verifiedPhotoMs } from '../../../shared/cases/retention.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';

const mostAtOnce = 200;

/** Bytes that central verified a week ago leave the station; the row stays, and central shows the picture. */
export async function evictPhotos({ db, desktop, now }: SyncDeps): Promise<number> {
  const before = new Date(now() - verifiedPhotoMs).toISOString();
  const verified = await db.photos
    .where('[state+dueBefore]')
    .between(['verified', ''], ['verified', '\uffff'])
    .filter((photo) => photo.verifiedAt !== null && photo.verifiedAt < before)
    .toArray();
  const kept = await db.photoBytes
    .where('sha256')
    .anyOf(verified.map((photo) => photo.sha256))
    .limit(mostAtOnce)
    .primaryKeys();
  for (const sha256 of kept) await desktop.letPhotoGo({ sha256 });
  await db.photoBytes.bulkDelete(kept);
  return kept.length;
}
