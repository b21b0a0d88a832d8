import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

type Wal = { sync(): Promise<void>; close(): Promise<void> };

/** File times move in steps: two writes within one look like one. */
const longerThanATick = 2000;

/**
 * PGlite writes its log but never syncs it: a power cut took thousands of acknowledged rows in
 * trials, and none with this sync before each answer. Its control file says from where the log is to
 * be replayed, so whenever that changed (at each opening, at each checkpoint) everything is synced:
 * with an old one on the disk a database that was opened and cut off did not open again.
 */
export async function openWal(databaseFolder: string): Promise<Wal> {
  const folder = path.join(databaseFolder, 'pg_wal');
  /** Segments that had been at rest for a while when they were synced, and since when. */
  const atRest = new Map<string, number>();
  const files = new Map<string, FileHandle>();
  const control = path.join(databaseFolder, 'global', 'pg_control');
  let controlSynced = -1;
  let queue: Promise<void> = Promise.resolve();

  async function syncChanged(): Promise<void> {
    await syncSegments();
    const { mtimeMs } = await stat(control);
    if (mtimeMs === controlSynced) return;
    await syncTree(databaseFolder);
    controlSynced = mtimeMs;
  }

  async function syncSegments(): Promise<void> {
    const segments = (await readdir(folder)).filter((name) => /^[0-9A-F]{24}$/.test(name));
    for (const name of segments) {
      const file = path.join(folder, name);
      const changed = (await stat(file)).mtimeMs;
      if (atRest.get(name) === changed) continue;
      const known = files.get(name);
      const handle = known ?? (await open(file, 'r+'));
      files.set(name, handle);
      await handle.sync();
      if (!known) await syncOne(folder);
      if (Date.now() - changed > longerThanATick) atRest.set(name, changed);
    }
    for (const [name, handle] of files) {
      if (segments.includes(name)) continue;
      files.delete(name);
      atRest.delete(name);
      await handle.close();
    }
  }

  await syncChanged();
  return {
    async sync() {
      const mine = queue.then(syncChanged);
      queue = mine.catch(() => undefined);
      await mine;
    },
    async close() {
      await queue;
      for (const handle of files.values()) await handle.close();
      files.clear();
    },
  };
}

const atOnce = 64;

/** Everything below a folder: after a database was made, and after its last checkpoint. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const places = entries.map((entry) => path.join(entry.parentPath, entry.name));
  // Several at once share the disk's own commits: a thousand small files one by one take seconds.
  for (let from = 0; from < places.length; from += atOnce)
    await Promise.all(places.slice(from, from + atOnce).map(syncUnlessGone));
  await syncOne(folder);
}

async function syncUnlessGone(place: string): Promise<void> {
  try {
    await syncOne(place);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isGone) throw error;
  }
}

async function syncOne(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
