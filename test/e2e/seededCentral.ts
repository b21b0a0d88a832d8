import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { startCentral } from '../../build/run/runningCentral.mjs';
import { localDateOf } from '../../shared/deadlines/localDay.ts';

/** Where the workers of one run find what one of them has made. */
const shared = 'QUAYSIDE_E2E_SEEDED';
const longestMs = 120_000;

/** Before the workers start: they share the demo company of this run. Ends with the way to drop it. */
export function shareSeededCentral(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-seeded-'));
  process.env[shared] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * Puts a central of today into the folder, in which the demo company has moved in: the first worker
 * lets it move in, and all copy it. Without a run that shares, the folder is left alone.
 */
export async function copySeededCentral(folder: string): Promise<void> {
  const place = process.env[shared];
  if (place === undefined) return;
  // A run that goes on past midnight tells the next day's company.
  const seeded = path.join(place, localDateOf(new Date().toISOString(), 'America/New_York'));
  if (!existsSync(seeded)) await seedOnce(seeded);
  if (existsSync(seeded)) cpSync(path.join(seeded, 'central'), folder, { recursive: true });
}

/** By the first who asks; the others wait for it. */
async function seedOnce(seeded: string): Promise<void> {
  const making = `${seeded}.making`;
  if (isMine(making)) {
    const { stop } = await startCentral({ folder: making });
    await stop();
    renameSync(making, seeded);
    return;
  }
  const until = Date.now() + longestMs;
  while (!existsSync(seeded) && Date.now() < until) await later(100);
}

function isMine(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
