/** A decision on its way while photographs travel, by the whole of the station's synchronisation. */
import { liveQuery } from 'dexie';
import { storeCommands } from '../../../../renderer/recording/storeCommands.ts';
import { stationValues } from '../../../../renderer/storage/meta.ts';
import type { PhotoRow } from '../../../../renderer/storage/rows.ts';
import type { StationDatabase } from '../../../../renderer/storage/stationDatabase.ts';
import { startSync } from '../../../../renderer/sync/startSync.ts';
import type { Command } from '../../../../shared/sync/command.ts';
import { storedPapers } from '../../../builders/station/storedCases.ts';
import { pagesOf } from '../goods.ts';
import { openedStorage } from './benchStation.ts';
import { photoBytes, picture } from './heap.ts';
import { fetchFrom, quietDesktop } from './oursSending.ts';
import { given } from './overHttp.ts';
import { timed, verify, type Work } from './work.ts';

const now = new Date().toISOString();

/** `count` decisions, one after the other, each stored here and accepted by central. */
async function decided(count: number, at: Readonly<Record<string, string>>, photos: number) {
  const db = await openedStorage();
  const commands = await given<Command[]>(at['commands']);
  const decisions = commands.filter(({ fact }) => fact.kind === 'verdictDecided');
  const before = commands.filter(({ fact }) => fact.kind !== 'verdictDecided');
  const sync = startSync({
    db,
    desktop: quietDesktop,
    clock: { now: Date.now },
    fetch: fetchFrom(at),
    everyMs: 60_000,
  });
  await until(async () => (await stationValues(db)).lastContact !== undefined);
  verify('cases came', (await storedPapers(db)).length > 0, true);
  await storeCommands(db, before, now);
  await until(async () => (await db.outbox.count()) === 0);
  if (photos > 0) {
    await waitingPhotos(db, photos);
    sync.nudge();
    await until(async () => (await db.photos.filter((p) => p.sentBytes > 0).count()) > 0);
  }
  const ms = await timed(
    count,
    async (index) => {
      const decision = decisions[index];
      if (!decision) throw new Error('too few decisions');
      await storeCommands(db, [decision], now);
      await until(async () => (await db.facts.get(decision.fact.id))?.acceptance === 'accepted');
    },
    3,
  );
  const open = await db.photos.filter((photo) => photo.state === 'waiting').count();
  verify('photos were still on their way', open > 0, photos > 0);
  await sync.stop();
  return { ms };
}

async function waitingPhotos(db: StationDatabase, count: number): Promise<void> {
  for (const page of pagesOf(
    Array.from({ length: count }, (_, n) => n),
    50,
  )) {
    const rows = await Promise.all(page.map(waitingPhoto));
    await db.photoBytes.bulkPut(rows.map(({ sha256, blob }) => ({ sha256, blob })));
    await db.photos.bulkPut(rows.map(({ row }) => row));
  }
}

async function waitingPhoto(n: number) {
  const bytes = picture(n);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const row: PhotoRow = {
    sha256,
    caseId: 'case-1',
    mediaType: 'image/jpeg',
    bytes: photoBytes,
    sentBytes: 0,
    state: 'waiting',
    uploadUrl: null,
    dueBefore: '2026-11-28T05:00:00.000Z',
    takenAt: now,
    verifiedAt: null,
    trouble: null,
    notBefore: null,
  };
  return { sha256, row, blob: new Blob([bytes], { type: 'image/jpeg' }) };
}

function until(isSo: () => Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    const watching = liveQuery(isSo).subscribe({
      next(so) {
        if (!so) return;
        // Not from within its own call.
        queueMicrotask(() => watching.unsubscribe());
        resolve();
      },
      error: reject,
    });
  });
}

export const decideOnIdleLink: Work = ({ count, at }) => decided(count, at, 0);
export const decideBehindPhotos: Work = ({ count, at }) => decided(count, at, 500);
