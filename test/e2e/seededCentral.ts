import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startCentral } from '../../build/run/runningCentral.mjs';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import { layEmptyDatabase } from '../builders/central/emptyDatabase.ts';
import { expectEverythingSent } from './driver/bar.ts';
import { enrol, type JoiningScreen } from './driver/signIn.ts';
import { openStation } from './electronStation.ts';
import { madeOnce } from './madeOnce.ts';

/** Where the workers of one run find what one of them has made. */
const shared = 'QUAYSIDE_E2E_SEEDED';

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
  const seeded = placeOfToday();
  if (seeded !== null)
    copy(await madeOnce(path.join(seeded, 'company'), moveIn), 'central', folder);
}

/**
 * The same with a station that joined it at D2, where everybody has a key and everything was read;
 * `profile` is what `openStation` takes as its folder.
 */
export async function copySeededStation(folder: string, profile: string): Promise<void> {
  const seeded = placeOfToday();
  if (seeded === null) return;
  const joined = await madeOnce(path.join(seeded, 'joined'), (to) => joinStation(to));
  copy(joined, 'central', folder);
  copy(joined, 'station', path.join(profile, 'station'));
}

/** Makes what most drives copy; nobody who asks for it meanwhile makes it too, or looks at its screens. */
export async function seedStation(
  seen: (page: Page, screen: JoiningScreen) => Promise<void>,
): Promise<void> {
  const seeded = placeOfToday();
  if (seeded !== null) await madeOnce(path.join(seeded, 'joined'), (to) => joinStation(to, seen));
}

/** A run that goes on past midnight tells the next day's company. */
function placeOfToday(): string | null {
  const place = process.env[shared];
  if (place === undefined) return null;
  const seeded = path.join(place, localDateOf(new Date().toISOString(), 'America/New_York'));
  mkdirSync(seeded, { recursive: true });
  return seeded;
}

async function moveIn(folder: string): Promise<void> {
  await layEmptyDatabase(path.join(folder, 'central'));
  const { stop } = await startCentral({ folder });
  await stop();
}

async function joinStation(
  folder: string,
  seen?: (page: Page, screen: JoiningScreen) => Promise<void>,
): Promise<void> {
  await copySeededCentral(path.join(folder, 'central'));
  const { url: centralUrl, enrolmentCode, stop } = await startCentral({ folder });
  const station = await openStation({ folder, centralUrl, enrolmentCode });
  await enrol(station.page, seen);
  await expectEverythingSent(station.page);
  await station.close();
  await stop();
}

function copy(from: string, what: string, to: string): void {
  cpSync(path.join(from, what), to, { recursive: true });
}
