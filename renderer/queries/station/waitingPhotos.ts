import { useEffect, useState } from 'react';
import type { PhotoRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { whenChanged } from '../../storage/whenChanged.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** On their way to central. */
export type WaitingPhotos = {
  readonly count: number;
  readonly bytes: number;
  readonly sentBytes: number;
};

/** Live; undefined until read. */
export function useWaitingPhotos(): WaitingPhotos | undefined {
  const db = useStationDatabase();
  const [told, tell] = useState<WaitingPhotos>();
  useEffect(() => {
    const failed = (cause: unknown) =>
      tell(() => {
        throw cause;
      });
    return followWaitingPhotos(db, tell, failed);
  }, [db]);
  return told;
}

/**
 * Tells of them whenever one changes. Read once, and from then on only those that change: after a day
 * offline they are a thousand, each of which is sent in pieces. Returns how to stop it.
 */
export function followWaitingPhotos(
  db: StationDatabase,
  tell: (waiting: WaitingPhotos) => void,
  failed: (cause: unknown) => void,
): () => void {
  const waiting = new Map<string, PhotoRow>();
  /** null: all of them. */
  let behind: Set<string> | null = null;
  let isReading = false;
  const over = new AbortController();
  const stop = whenChanged(db, 'photos', (keys) => {
    if (keys === null) behind = null;
    else for (const key of keys) behind?.add(key);
    void read();
  });
  void read();
  return () => {
    over.abort();
    stop();
  };

  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      while (!over.signal.aborted && (behind === null || behind.size > 0)) {
        const some = behind && [...behind];
        behind = new Set();
        if (some) note(some, await db.photos.bulkGet(some));
        else await readAll();
      }
      if (!over.signal.aborted) tell(sumOf([...waiting.values()]));
    } catch (cause) {
      if (!over.signal.aborted && db.isOpen()) failed(cause);
    } finally {
      isReading = false;
    }
  }

  async function readAll(): Promise<void> {
    const rows = await waitingRows(db);
    waiting.clear();
    for (const row of rows) waiting.set(row.sha256, row);
  }

  function note(keys: readonly string[], rows: readonly (PhotoRow | undefined)[]): void {
    for (const [at, key] of keys.entries()) {
      const row = rows[at];
      if (row?.state === 'waiting') waiting.set(key, row);
      else waiting.delete(key);
    }
  }
}

export async function waitingPhotos(db: StationDatabase): Promise<WaitingPhotos> {
  return sumOf(await waitingRows(db));
}

async function waitingRows(db: StationDatabase): Promise<readonly PhotoRow[]> {
  const all = db.photos.where('[state+dueBefore]');
  return await all.between(['waiting', ''], ['waiting', '\uffff']).toArray();
}

function sumOf(waiting: readonly PhotoRow[]): WaitingPhotos {
  return {
    count: waiting.length,
    bytes: waiting.reduce((sum, photo) => sum + photo.bytes, 0),
    sentBytes: waiting.reduce((sum, photo) => sum + photo.sentBytes, 0),
  };
}
