import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const Holder = z.object({ pid: z.number().int(), boot: z.string(), started: z.string() });
type Holder = z.infer<typeof Holder>;

export type FolderLock = { release(): Promise<void> };

export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `The folder ${folder} is in use by another central (process ${pid}). ` +
        'Two on one folder would destroy it. Stop the other one, or choose another folder with --data.',
    );
    this.name = 'FolderInUse';
  }
}

/**
 * Takes a data folder for this process alone. PGlite takes no lock: a second process opens without
 * an error and loses rows. A lock left by a dead process or an earlier boot is taken over.
 */
export async function takeFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'central.lock');
  const me: Holder = {
    pid: process.pid,
    boot: await bootId(),
    started: (await startOf(process.pid)) ?? '',
  };
  // Linked into place whole: nobody ever reads half a lock.
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(mine, JSON.stringify(me), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        await link(mine, file);
        return { release: async () => rm(file, { force: true }) };
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      }
      const holder = await readHolder(file);
      if (holder && (await isAlive(holder, me.boot))) throw new FolderInUse(folder, holder.pid);
      await setAside(file, holder, folder);
    }
    throw new Error(`The lock of ${folder} keeps changing hands`);
  } finally {
    await rm(mine, { force: true });
  }
}

/** Moves a dead lock away, unless somebody else was quicker and it is a living one by now. */
async function setAside(file: string, dead: Holder | null, folder: string): Promise<void> {
  const aside = `${file}.dead.${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (JSON.stringify(moved) !== JSON.stringify(dead)) {
    await rename(aside, file);
    throw new FolderInUse(folder, moved?.pid ?? 0);
  }
  await rm(aside, { force: true });
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

async function isAlive(holder: Holder, boot: string): Promise<boolean> {
  if (holder.boot !== boot) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // Not ours to signal, but there.
    if (!isCode(error, 'EPERM')) return false;
  }
  const started = await startOf(holder.pid);
  return started === null || started === holder.started;
}

/** Tells a process from a later one with the same number; null where the system does not say. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

async function bootId(): Promise<string> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch {
    // Elsewhere the minute the machine came up tells boots apart well enough.
    return String(Math.round((Date.now() / 1000 - os.uptime()) / 60));
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
