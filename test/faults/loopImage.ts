import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** An ext4 file system in a file, mounted over a loop device. Needs root on Linux. */
export type LoopImage = {
  /** The mounted folder. */
  readonly folder: string;
  /**
   * The disk as a power cut would leave it now, mounted (the file system replays its journal): only
   * what had reached the device, without what still waits in memory. Stop the writers first.
   */
  readonly copyAsAfterPowerCut: () => Promise<LoopImage>;
  /** Unmounts, however busy, and deletes the image. */
  readonly remove: () => Promise<void>;
};

/** Why images cannot be mounted here; null when they can. */
export function whyNoImages(): string | null {
  if (process.platform !== 'linux') return 'loop devices are Linux’s';
  if (process.getuid?.() !== 0) return 'only root may mount';
  if (!existsSync('/dev/loop-control')) return 'there is no loop device';
  return null;
}

const run = promisify(execFile);
const prefix = 'quayside-image-';
const mounted = new Set<string>();

/**
 * `mountOptions`, ext4's: with `commit=300` nothing but an explicit sync puts metadata on the disk
 * for five minutes.
 */
export async function makeImage(
  megabytes: number,
  { mountOptions = [] }: { readonly mountOptions?: readonly string[] } = {},
): Promise<LoopImage> {
  removeLeftBehind();
  const place = newPlace();
  await writeFile(fileIn(place), '');
  await truncate(fileIn(place), megabytes * 1024 * 1024);
  // Nothing may be written in the background: it would look like work of the station.
  const still = 'lazy_itable_init=0,lazy_journal_init=0,nodiscard';
  await run('mkfs.ext4', ['-q', '-F', '-m', '0', '-J', 'size=4', '-E', still, fileIn(place)]);
  return await mount(place, mountOptions);
}

async function mount(place: string, mountOptions: readonly string[]): Promise<LoopImage> {
  const folder = path.join(place, 'mounted');
  mkdirSync(folder);
  mounted.add(place);
  const options = ['loop', 'noatime', ...mountOptions].join(',');
  await run('mount', ['-t', 'ext4', '-o', options, fileIn(place), folder]);
  return {
    folder,
    async copyAsAfterPowerCut() {
      const copy = newPlace();
      mounted.add(copy);
      await copyWhileStill(fileIn(place), fileIn(copy));
      return await mount(copy, mountOptions);
    },
    async remove() {
      // Lazily: a process that is just ending may still hold a file.
      await run('umount', ['-l', folder]);
      await rm(place, { recursive: true, force: true });
      mounted.delete(place);
    },
  };
}

/** Two copies that agree are the file at the moment between them, whatever the kernel writes. */
async function copyWhileStill(from: string, to: string): Promise<void> {
  for (;;) {
    await run('cp', ['--sparse=always', from, to]);
    if (await areSame(from, to)) return;
  }
}

async function areSame(one: string, other: string): Promise<boolean> {
  const files = await Promise.all([open(one), open(other)]);
  const [a, b] = [Buffer.alloc(4 << 20), Buffer.alloc(4 << 20)];
  try {
    for (;;) {
      const [left, right] = await Promise.all([files[0].read(a), files[1].read(b)]);
      if (left.bytesRead === 0) return right.bytesRead === 0;
      if (!a.subarray(0, left.bytesRead).equals(b.subarray(0, right.bytesRead))) return false;
    }
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

function newPlace(): string {
  return mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
}

function fileIn(place: string): string {
  return path.join(place, 'disk.img');
}

process.on('exit', () => {
  for (const place of mounted) removeNow(place);
});

/** What a killed run could not take down itself. */
function removeLeftBehind(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^quayside-image-(\d+)-/.exec(name)?.[1]);
    if (pid > 0 && !existsSync(`/proc/${pid}`)) removeNow(path.join(tmpdir(), name));
  }
}

function removeNow(place: string): void {
  const unmounted = spawnSync('umount', ['-l', path.join(place, 'mounted')]);
  if (unmounted.error) return;
  rmSync(place, { recursive: true, force: true });
}
