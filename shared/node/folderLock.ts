import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm, stat, unlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from './errorCode.ts';

const Holder = z.object({
  pid: z.number().int(),
  nonce: z.string(),
  bootId: z.string(),
  uptimeSeconds: z.number(),
  startedAtTick: z.string().nullable(),
});
type Holder = z.infer<typeof Holder>;

/** As central wrote it until it had this lock: one of that version may still live. */
const EarlierHolder = z
  .object({ pid: z.number().int(), boot: z.string(), started: z.string() })
  .transform(
    ({ pid, boot, started }): Holder => ({
      pid,
      nonce: '',
      bootId: boot,
      uptimeSeconds: 0,
      startedAtTick: started || null,
    }),
  );
const AnyHolder = Holder.or(EarlierHolder);

export type FolderLock = { readonly release: () => Promise<void> };

/** Another living process works on this folder. Two writers would destroy each other's work. */
export class FolderInUse extends Error {
  readonly code = 'folderInUse';
}

/**
 * Takes a folder for this process alone. Node has no advisory locks: a file made exclusively names its
 * holder; it is taken over only when that process is gone, told from a reused process number by its
 * start and by the boot.
 */
export async function lockFolder(
  folder: string,
  bootId: string,
  name = 'lock',
): Promise<FolderLock> {
  const file = path.join(folder, name);
  const own: Holder = {
    pid: process.pid,
    nonce: randomUUID(),
    bootId,
    uptimeSeconds: os.uptime(),
    startedAtTick: await startTick(process.pid),
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await claim(file, own)) return { release: () => release(file, own) };
    const holder = await holderOf(file);
    if (holder === null) continue;
    if (holder !== 'unreadable' && (await lives(holder, own)))
      throw new FolderInUse(`The folder ${folder} is in use by another process (${holder.pid}).`);
    await removeStale(file, own);
  }
  throw new FolderInUse(`The lock of ${folder} keeps changing hands.`);
}

/** Whether a living process works on this folder; changes nothing in it. */
export async function isFolderInUse(folder: string, bootId: string): Promise<boolean> {
  const holder = await holderOf(path.join(folder, 'lock'));
  const here = { bootId, uptimeSeconds: os.uptime() };
  return holder !== null && holder !== 'unreadable' && (await lives(holder, here));
}

/** The file appears with its content in one step: it is linked into place, not written there. */
async function claim(file: string, own: Holder): Promise<boolean> {
  const draft = `${file}.${own.nonce}`;
  const opened = await open(draft, 'wx', 0o600);
  try {
    await opened.writeFile(JSON.stringify(own));
  } finally {
    await opened.close();
  }
  try {
    await link(draft, file);
    return true;
  } catch (failure) {
    if (errorCode(failure) === 'EEXIST') return false;
    throw failure;
  } finally {
    await unlink(draft);
  }
}

async function holderOf(file: string): Promise<Holder | 'unreadable' | null> {
  try {
    const parsed = AnyHolder.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : 'unreadable';
  } catch (failure) {
    if (errorCode(failure) === 'ENOENT') return null;
    if (failure instanceof SyntaxError) return 'unreadable';
    throw failure;
  }
}

async function lives(
  holder: Holder,
  own: Pick<Holder, 'bootId' | 'uptimeSeconds'>,
): Promise<boolean> {
  const otherBoot = holder.startedAtTick !== null && holder.bootId !== own.bootId;
  if (otherBoot || own.uptimeSeconds < holder.uptimeSeconds) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (failure) {
    if (errorCode(failure) === 'ESRCH') return false;
  }
  return holder.startedAtTick === null || (await startTick(holder.pid)) === holder.startedAtTick;
}

/** Two processes may find the same dead holder; only the one that makes the second file removes it. */
async function removeStale(file: string, own: Holder): Promise<void> {
  const takeover = `${file}.takeover`;
  if (!(await claim(takeover, own))) {
    const age = await stat(takeover).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > 10_000) await rm(takeover, { force: true });
    return;
  }
  try {
    const holder = await holderOf(file);
    const stale = holder === 'unreadable' || (holder !== null && !(await lives(holder, own)));
    if (stale) await rm(file, { force: true });
  } finally {
    await rm(takeover, { force: true });
  }
}

async function release(file: string, own: Holder): Promise<void> {
  const holder = await holderOf(file);
  if (holder !== null && holder !== 'unreadable' && holder.nonce === own.nonce) await unlink(file);
}

/** When a process began, in ticks since boot; null where the system does not say or it is only a zombie. */
async function startTick(pid: number): Promise<string | null> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
