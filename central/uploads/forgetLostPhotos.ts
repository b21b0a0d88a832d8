import { readEpoch, readMeta, writeMeta } from '../database/metaRows.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Log } from '../log.ts';
import { forgetPhotos, photosAfter } from '../photos/photoRows.ts';
import type { PhotoStore } from '../photos/photoStore.ts';
import { waitAgain } from '../refunds/photoWaitRows.ts';

type Deps = {
  readonly database: CentralDatabase;
  readonly store: PhotoStore;
  readonly log: Log;
};

const atOnce = 32;

/**
 * Once in each epoch, so after every restored back-up: photos the database knows and the store does
 * not have are forgotten, and stations that still have them are told they are missing and send them again.
 */
export async function forgetLostPhotos({ database, store, log }: Deps): Promise<void> {
  const epoch = await readEpoch(database.rows);
  if ((await readMeta(database.rows, 'photosCheckedIn', () => 'no epoch yet')) === epoch) return;
  let lost = 0;
  for (let after = ''; ; ) {
    const page = await photosAfter(database.rows, after, atOnce);
    const there = await Promise.all(page.map((photo) => isThere(store, photo)));
    const gone = page.filter((_, index) => there[index] === false).map(({ sha256 }) => sha256);
    if (gone.length > 0)
      await database.write(async (rows) => {
        await forgetPhotos(rows, gone);
        await waitAgain(rows, gone);
      });
    lost += gone.length;
    const last = page.at(-1);
    if (!last) break;
    after = last.sha256;
  }
  if (lost > 0)
    log.warn({ lost }, 'photos are not in the store: stations that have them are asked again');
  await database.write((rows) => writeMeta(rows, 'photosCheckedIn', epoch));
}

async function isThere(
  store: PhotoStore,
  photo: { readonly sha256: string; readonly bytes: number },
): Promise<boolean> {
  const found = await store.read(photo.sha256);
  found?.stream.destroy();
  return found?.bytes === photo.bytes;
}
