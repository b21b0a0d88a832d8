import type { Command } from '../../shared/sync/command.ts';
import type { CachedCase } from '../cases/caseCache.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { StorageTrouble } from '../storage/watchdog.ts';
import { oneAtATime } from './oneAtATime.ts';
import { saveOptimistically } from './saveOptimistically.ts';
import { type KeptPhoto, storeCommands } from './storeCommands.ts';

export type PendingWrite = {
  readonly commands: readonly Command[];
  readonly photos: readonly KeptPhoto[];
  readonly now: string;
};

const firstRetryMs = 5_000;
const mostRetryMs = 60_000;
const pending = new WeakMap<StationDatabase, PendingWrite[]>();

/**
 * Stores what is journalled. When the database would not take it, it is a pending write and tried again
 * by itself; a restart would find it in the journal.
 */
export async function storeOrQueue(
  db: StationDatabase,
  work: PendingWrite,
  cached: CachedCase | null,
): Promise<void> {
  try {
    if (await saveOptimistically(db, work, cached)) return;
    await storeCommands(db, work.commands, work.now, work.photos);
  } catch (cause) {
    pending.set(db, [...(pending.get(db) ?? []), work]);
    retryLater(db, firstRetryMs);
    throw cause;
  }
}

/** What could not be stored before goes first: nothing may be decided upon a gap. */
export async function storePendingWrites(db: StationDatabase): Promise<void> {
  for (;;) {
    const [next, ...rest] = pending.get(db) ?? [];
    if (!next) return;
    await storeCommands(db, next.commands, next.now, next.photos);
    pending.set(db, rest);
  }
}

/**
 * For whoever decides by what is stored: what could not be is tried once more. Where it still cannot be,
 * nothing is recorded either, and that says so.
 */
export async function storedByNow(db: StationDatabase): Promise<void> {
  if ((pending.get(db) ?? []).length === 0) return;
  try {
    await oneAtATime(db, () => storePendingWrites(db));
  } catch (cause) {
    if (!(cause instanceof StorageTrouble)) throw cause;
  }
}

function retryLater(db: StationDatabase, afterMs: number): void {
  setTimeout(() => {
    if (!db.isOpen()) return;
    oneAtATime(db, () => storePendingWrites(db)).catch(() => {
      retryLater(db, Math.min(mostRetryMs, afterMs * 2));
    });
  }, afterMs);
}
