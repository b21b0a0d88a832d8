import { statfs } from 'node:fs/promises';

/** The embedded database does not survive a write that finds no room; so it is not begun. */
const keptFree = 64 * 1024 * 1024;

export class DiskNearlyFull extends Error {
  /** What PostgreSQL calls a full disk. */
  readonly code = '53100';
  constructor(folder: string) {
    super(
      `The disk of ${folder} is nearly full: the embedded database keeps ` +
        `${keptFree / 1024 / 1024} MB free. Make room; what was acknowledged is there.`,
    );
    this.name = 'DiskNearlyFull';
  }
}

export async function refuseWhenNearlyFull(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < keptFree) throw new DiskNearlyFull(folder);
}
