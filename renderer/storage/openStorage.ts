import { Dexie } from 'dexie';
import type { Result } from '../../shared/result.ts';
import { setStationValues, stationValues } from './meta.ts';
import { StationDatabase } from './stationDatabase.ts';
import { StorageTrouble, watched } from './watchdog.ts';

/** Raise only together with a change that older builds would misread. */
const readerVersion = 5;
const openingMs = 15_000;
const pauseMs = 500;

export type OpenRefusal =
  /** A newer build has changed the database in a way this one must not touch. */
  | { readonly code: 'newerDatabase'; readonly needs: number }
  /** The disk is full; opening would only make it worse. */
  | { readonly code: 'noRoom' }
  | { readonly code: 'cannotOpen'; readonly detail: string };

/**
 * Opens the station's database, or a new one when it cannot be opened at all. `fresh`: there was
 * nothing usable, so what the journal holds must come back from there.
 */
export async function openStorage(
  name: string,
  hasRoom: () => Promise<boolean> = async () => true,
): Promise<Result<{ readonly db: StationDatabase; readonly fresh: boolean }, OpenRefusal>> {
  if (!(await hasRoom())) return noRoom;
  try {
    return await openExisting(name);
  } catch {
    // Once more: another process may just be letting go of it.
  }
  try {
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs);
    });
    return await openExisting(name);
  } catch (cause) {
    // Slow or without room is not broken: only what cannot be read at all is given up.
    const isBroken = !(cause instanceof StorageTrouble) || cause.why === 'failed';
    // A database on a full disk looks broken and is not.
    if (!(await hasRoom())) return noRoom;
    return isBroken ? await replaced(name) : cannotOpen(cause);
  }
}

const noRoom = { ok: false, refusal: { code: 'noRoom' } } as const;

async function openExisting(name: string): ReturnType<typeof openStorage> {
  const needs = await watched(minimumReaderOf(name), openingMs);
  if (needs !== null && needs > readerVersion)
    return { ok: false, refusal: { code: 'newerDatabase', needs } };
  return { ok: true, value: { db: await opened(name), fresh: needs === null } };
}

async function replaced(name: string): ReturnType<typeof openStorage> {
  try {
    await watched(Dexie.delete(name), openingMs);
    return { ok: true, value: { db: await opened(name), fresh: true } };
  } catch (cause) {
    return cannotOpen(cause);
  }
}

function cannotOpen(cause: unknown): { readonly ok: false; readonly refusal: OpenRefusal } {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { ok: false, refusal: { code: 'cannotOpen', detail } };
}

async function opened(name: string): Promise<StationDatabase> {
  const db = new StationDatabase(name);
  try {
    await watched(db.open(), openingMs);
    const { minimumReader } = await stationValues(db);
    if (minimumReader === undefined) await setStationValues(db, { minimumReader: readerVersion });
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/**
 * The oldest build that may read an existing database; null when there is none. Asked of IndexedDB
 * itself, because Dexie 4 opens newer databases silently and raises their version.
 */
async function minimumReaderOf(name: string): Promise<number | null> {
  const database = await existing(name);
  if (database === null) return null;
  try {
    if (!database.objectStoreNames.contains('meta')) return 0;
    return await new Promise((resolve, reject) => {
      const asked = database.transaction('meta').objectStore('meta').get('station');
      asked.addEventListener('success', () => resolve(readerNamedIn(asked.result)));
      asked.addEventListener('error', () => reject(asked.error ?? new Error('meta unreadable')));
    });
  } finally {
    database.close();
  }
}

function readerNamedIn(row: unknown): number {
  const named: unknown =
    typeof row === 'object' && row !== null && 'minimumReader' in row ? row.minimumReader : null;
  return typeof named === 'number' ? named : 0;
}

function existing(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    let absent = false;
    opening.addEventListener('upgradeneeded', () => {
      absent = true;
      opening.transaction?.abort();
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => {
      if (absent) resolve(null);
      else reject(opening.error ?? new Error('database unreadable'));
    });
  });
}
