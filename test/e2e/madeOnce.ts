import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { errorCode } from '../../shared/node/errorCode.ts';

const longestMs = 200_000;

/** A folder made by the first who asks; the others wait for it. Whoever was killed over it makes it no more. */
export async function madeOnce(
  place: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const making = `${place}.making`;
  const until = Date.now() + longestMs;
  while (!existsSync(place)) {
    if (isMine(making)) {
      try {
        await make(making);
        renameSync(making, place);
      } finally {
        // Whoever asks after a failure, or waited meanwhile, makes it anew.
        drop(making);
      }
    } else if (isAbandoned(making)) drop(making);
    else if (Date.now() < until) await later(100);
    else throw new Error(`Whoever makes ${place} has not ended`);
  }
  return place;
}

const holderOf = (making: string) => `${making}.pid`;

function isMine(making: string): boolean {
  try {
    mkdirSync(making);
  } catch {
    return false;
  }
  writeFileSync(holderOf(making), String(process.pid));
  return true;
}

function isAbandoned(making: string): boolean {
  try {
    process.kill(Number(readFileSync(holderOf(making), 'utf8')), 0);
    return false;
  } catch (failure) {
    return errorCode(failure) === 'ESRCH';
  }
}

function drop(making: string): void {
  rmSync(holderOf(making), { force: true });
  rmSync(making, { recursive: true, force: true });
}
