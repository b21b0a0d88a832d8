import type { PhotoRow } from '../../storage/rows.ts';
import { CentralTrouble } from '../transport/centralClient.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { uploadPhoto } from './uploadPhoto.ts';

const atOnce = 2;
const statesAtOnce = 500;
const refusedPauseMs = 5 * 60 * 1000;
const passingPauseMs = 2_000;

export type PhotoSending = {
  /** Resolves when so many bytes may go: no command waits, nobody paused, the line is not full. */
  readonly mayGo: (bytes: number) => Promise<void>;
  readonly signal: AbortSignal;
};

/**
 * Sends waiting photos, the one with the nearest deadline first and two at a time, then asks
 * central which of them it has verified by hash. Trouble with one photo is noted on it; trouble with
 * the line ends this round, once the photo beside it has come to its own end: a round never leaves
 * an upload behind that the next one would begin again.
 */
export async function uploadPhotos(deps: SyncDeps, sending: PhotoSending): Promise<void> {
  await learnStates(deps, await inState(deps, 'waiting', (p) => p.uploadUrl === null));
  const round = { taken: new Set<string>(), isOver: false };
  const workers = Array.from({ length: atOnce }, () => work(deps, sending, round));
  for (const worker of await Promise.allSettled(workers))
    if (worker.status === 'rejected') throw worker.reason;
  await learnStates(deps, await inState(deps, 'stored'));
}

type Round = { readonly taken: Set<string>; isOver: boolean };

async function work(deps: SyncDeps, sending: PhotoSending, round: Round): Promise<void> {
  const { db, central, now } = deps;
  for (;;) {
    if (sending.signal.aborted || round.isOver) return;
    const photo = await nextWaiting(deps, round.taken);
    if (!photo) return;
    const bytes = await db.photoBytes.get(photo.sha256);
    try {
      if (!bytes) throw new CentralTrouble('refused', 'the picture is not here');
      await uploadPhoto({ db, send: central.send, photo, blob: bytes.blob, ...sending });
      await db.photos.update(photo.sha256, {
        state: 'stored',
        sentBytes: photo.bytes,
        trouble: null,
        notBefore: null,
      });
    } catch (cause) {
      if (!(cause instanceof CentralTrouble) || cause.kind !== 'refused') {
        round.isOver = true;
        throw cause;
      }
      const { isPassing } = cause;
      await db.photos.update(photo.sha256, {
        trouble: cause.message.slice(0, 300),
        notBefore: new Date(now() + (isPassing ? passingPauseMs : refusedPauseMs)).toISOString(),
        ...(!isPassing && { uploadUrl: null, sentBytes: 0 }),
      });
    }
  }
}

/** Marks it as taken in the same breath, so that two workers never send the same one. */
async function nextWaiting(
  { db, now }: SyncDeps,
  taken: Set<string>,
): Promise<PhotoRow | undefined> {
  const at = new Date(now()).toISOString();
  // Put off further than anything ever is: the clock was ahead then.
  const never = new Date(now() + refusedPauseMs).toISOString();
  for (;;) {
    const next = await db.photos
      .where('[state+dueBefore]')
      .between(['waiting', ''], ['waiting', '\uffff'])
      .filter(({ sha256, notBefore }) => {
        const isPutOff = notBefore !== null && notBefore > at && notBefore <= never;
        return !taken.has(sha256) && !isPutOff;
      })
      .first();
    if (!next || !taken.has(next.sha256)) {
      if (next) taken.add(next.sha256);
      return next;
    }
  }
}

async function inState(
  { db }: SyncDeps,
  state: PhotoRow['state'],
  which: (photo: PhotoRow) => boolean = () => true,
): Promise<readonly PhotoRow[]> {
  return await db.photos
    .where('[state+dueBefore]')
    .between([state, ''], [state, '\uffff'])
    .filter(which)
    .limit(statesAtOnce)
    .toArray();
}

/** What central already has need not be sent; what it lost must be. */
async function learnStates(
  { db, central, now }: SyncDeps,
  photos: readonly PhotoRow[],
): Promise<void> {
  if (photos.length === 0) return;
  const at = new Date(now()).toISOString();
  const known = new Map(photos.map((photo) => [photo.sha256, photo]));
  for (const { sha256, state } of await central.photoStates([...known.keys()])) {
    const photo = known.get(sha256);
    if (!photo) continue;
    if (state === 'verified')
      await db.photos.update(sha256, { state, verifiedAt: at, sentBytes: photo.bytes });
    if (state === 'missing' && photo.state === 'stored')
      await db.photos.update(sha256, { state: 'waiting', sentBytes: 0, uploadUrl: null });
  }
}
