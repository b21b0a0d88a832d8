import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { saidInsteadOfOpening } from '../../faults/line/turnedAway.ts';
import {
  databaseFolder,
  inDatabase,
  joinedStation,
  missingBetween,
  openParcel,
  scanOnAndOn,
  scanPieces,
  watchSaved,
} from '../../faults/station/stationAtWork.ts';
import { centralOnLine } from '../centralOnLine.ts';
import { openStation } from '../electronStation.ts';

const site = centralOnLine('damaged');

test('one writer, a kill while it saves, and a torn log: nothing shown as saved is lost', async () => {
  const options = { folder: site().folder, centralUrl: site().line.url };
  const station = await joinedStation(options);
  await site().line.cut();
  await openParcel(station.page);
  await test.step('a second process that reaches the same folder another way is turned away', async () => {
    expect(await saidBySecondProcess()).toContain('Quayside is already open on this computer');
    await scanPieces(station.page, 1);
  });
  const saved = await watchSaved(station.page);
  const scanning = scanOnAndOn(station.page);
  await expect.poll(saved.most, { intervals: [5] }).toBeGreaterThanOrEqual(8);
  await station.kill();
  await scanning.stop();
  const shown = saved.most();
  const database = databaseFolder(site().folder);
  const log = readdirSync(database).find((it) => it.endsWith('.log'));
  appendFileSync(path.join(database, log ?? 'no log'), randomBytes(7));

  for (const start of ['first', 'second']) {
    const again = await openStation(options);
    await expect(again.page.getByRole('heading', { name: 'Who is working' })).toBeVisible();
    const { outbox } = await inDatabase(again.page);
    expect(missingBetween(0, shown, outbox), `at the ${start} start`).toEqual([]);
    await again.close();
  }
});

/** The profile is another, so Chromium lets it start; the folder of the station is the same. */
async function saidBySecondProcess(): Promise<string> {
  const profile = path.join(site().folder, 'another');
  mkdirSync(profile);
  symlinkSync(path.join(site().folder, 'station/station'), path.join(profile, 'station'));
  return await saidInsteadOfOpening(profile);
}
