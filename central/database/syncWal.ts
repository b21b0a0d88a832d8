import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

type Wal = { sync(): Promise<void>; close(): Promise<void> };

/**
 * PGlite writes its log but never syncs it: a power cut took thousands of acknowledged rows in
 * trials, and none with this sync before each answer. Segments are synced when they changed.
 */
export async function openWal(databaseFolder: string): Promise<Wal> {
  const folder = path.join(databaseFolder, 'pg_wal');
  const synced = new Map<string, number>();
  const files = new Map<string, FileHandle>();
  let queue: Promise<void> = Promise.resolve();

  async function syncChanged(): Promise<void> {
    const segments = (await readdir(folder)).filter((name) => /^[0-9A-F]{24}$/.test(name));
    for (const name of segments) {
      const file = path.join(folder, name);
      const changed = (await stat(file)).mtimeMs;
      if (synced.get(name) === changed) continue;
      const handle = files.get(name) ?? (await open(file, 'r+'));
      files.set(name, handle);
      await handle.sync();
      synced.set(name, changed);
    }
    for (const [name, handle] of files) {
      if (segments.includes(name)) continue;
      files.delete(name);
      synced.delete(name);
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
