import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Fills a disk until only `leave` bytes are free; the answer makes room again. */
export function fillDisk(folder: string, leave: number): () => void {
  const ballast = path.join(folder, 'ballast');
  const file = openSync(ballast, 'a');
  const block = Buffer.alloc(64 * 1024, 1);
  try {
    for (let left = free(folder); left > leave; left = free(folder))
      writeSync(file, block, 0, Math.min(block.length, left - leave));
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure && failure.code === 'ENOSPC'))
      throw failure;
  } finally {
    closeSync(file);
  }
  return () => rmSync(ballast, { force: true });
}

function free(folder: string): number {
  const disk = statfsSync(folder);
  return disk.bavail * disk.bsize;
}
