/** How safe the browser keeps the database from being cleared for space. */
export type Persistence = {
  readonly persisted: boolean;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
};

/** Asks for persistent storage (granted quietly in the application) and says what became of it. */
export async function askForPersistence(): Promise<Persistence> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  if (!storage?.persist) return { persisted: false, usedBytes: null, quotaBytes: null };
  const persisted = (await storage.persisted()) || (await storage.persist());
  const { usage, quota } = await storage.estimate();
  return { persisted, usedBytes: usage ?? null, quotaBytes: quota ?? null };
}
