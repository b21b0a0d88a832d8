import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import path from 'node:path';

const memory = '/dev/shm';
const name = /^quayside-tests-(\d+)-/;
const neededBytes = 6 * 1024 ** 3;

/**
 * The environment in which tests keep their temporary files in memory, where there is room. Half of
 * what stations and centrals do is to wait until a disk has synced. A process that is killed keeps
 * what it wrote in memory as on a disk; what a power cut takes is tested on disk images of their own.
 * @returns {{ readonly TMPDIR?: string }}
 */
export function inMemory() {
  if (!existsSync(memory)) return {};
  removeLeftBehind();
  if (Math.min(freeBytes(), freemem()) < neededBytes) return {};
  const folder = mkdtempSync(path.join(memory, `quayside-tests-${process.pid}-`));
  // Database servers and sandboxed pages run as other users.
  chmodSync(folder, 0o1777);
  process.once('exit', () => remove(folder));
  return { TMPDIR: folder };
}

function freeBytes() {
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize;
}

/** Of runs that were killed. */
function removeLeftBehind() {
  for (const entry of readdirSync(memory)) {
    const pid = name.exec(entry)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) remove(path.join(memory, entry));
  }
}

function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // A disk image may still be mounted in it.
  }
}
