import { shownPhotoPath } from '../../../shared/sync/centralApi.ts';
import { nextTask } from '../../storage/nextTask.ts';
import { isSomebodyAtWork, nobodyWaits } from '../../storage/peopleFirst.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { type OpenPictures, picturesOfOpenCases } from './picturesOfOpenCases.ts';

const mostAtOnce = 20;
/** A round follows each act: after it somebody goes on, and what is stored here holds them up. */
const whileSomebodyWorks = 2;
const mostBytes = 15 * 1024 * 1024;

/** Asked for in vain, the latest last: others have their turn first. */
const inVain = new WeakMap<StationDatabase, Set<string>>();
/** To look through all that is wanted takes longer than a scan may wait: not again while somebody works. */
const plans = new WeakMap<StationDatabase, string[]>();

/**
 * Brings the pictures of open cases here, as central encoded them again, the client's and other
 * stations', so that claim and finding can be compared with the network off; lets them go when their
 * case leaves every list.
 * This station's own pictures are `evictPhotos`' business.
 */
export async function keepCasePhotos(deps: SyncDeps): Promise<number> {
  const { db } = deps;
  const wanted = await picturesOfOpenCases(db);
  const isAmongPeople = isSomebodyAtWork(db);
  const before = plans.get(db) ?? [];
  const plan = isAmongPeople && before.length > 0 ? before : await planOf(db, wanted);
  plans.set(db, plan);
  const vain = inVainAt(db);
  let left = isAmongPeople ? whileSomebodyWorks : mostAtOnce;
  let brought = 0;
  while (left > 0) {
    const sha256 = plan.shift();
    if (sha256 === undefined) break;
    await nobodyWaits(db);
    if (!wanted.has(sha256) || (await isHere(db, sha256))) continue;
    left -= 1;
    vain.delete(sha256);
    const blob = await pictureFrom(deps, sha256);
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

const sliceOf = 1_000;

/** What is missing, in the order it is asked for; lets go what is of no open case any more. */
async function planOf(db: StationDatabase, wanted: OpenPictures): Promise<string[]> {
  const here = await db.photoBytes.toCollection().primaryKeys();
  const own = new Set(await db.photos.toCollection().primaryKeys());
  const unwanted = here.filter((sha256) => !wanted.has(sha256) && !own.has(sha256));
  if (unwanted.length > 0) await db.photoBytes.bulkDelete(unwanted);

  const kept = new Set(here);
  const vain = inVainAt(db);
  const never: string[] = [];
  const again = new Set<string>();
  let looked = 0;
  for (const sha256 of wanted.keys()) {
    looked += 1;
    if (looked % sliceOf === 0) await nextTask();
    if (kept.has(sha256) || own.has(sha256)) continue;
    if (vain.has(sha256)) again.add(sha256);
    else never.push(sha256);
  }
  return [...never, ...[...vain].filter((sha256) => again.has(sha256))];
}

async function isHere(db: StationDatabase, sha256: string): Promise<boolean> {
  const [bytes, own] = await Promise.all([
    db.photoBytes.where('sha256').equals(sha256).count(),
    db.photos.where('sha256').equals(sha256).count(),
  ]);
  return bytes + own > 0;
}

function inVainAt(db: StationDatabase): Set<string> {
  const vain = inVain.get(db) ?? new Set<string>();
  inVain.set(db, vain);
  return vain;
}

/** null where central has none of that hash, or none to show. */
async function pictureFrom({ central }: SyncDeps, sha256: string): Promise<Blob | null> {
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
